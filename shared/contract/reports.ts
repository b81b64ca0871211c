import * as z from 'zod';
import { flagSchema, reportSchema } from '../evaluation/report.ts';
import { clipIdSchema, clipStateSchema } from '../interview/draft.ts';
import { mediaKinds } from '../interview/media.ts';
import { questionKindSchema } from '../interview/plan.ts';
import { evaluationReasonSchema, judgementSchema, questionnaireSchema, reportModeSchema } from '../interview/state.ts';
import { limits } from '../limits.ts';
import {
  candidateErrors,
  commandErrors,
  id,
  instant,
  interviewParams,
  operation,
  operationId,
  receiptSchema,
  staffErrors,
  windowErrors,
} from './operation.ts';
import { proposalSchema, ruledSchema } from './rules.ts';

const score = z.number().min(0).max(100);
const level = z.number().int().min(1).max(5);
const positionParams = z.object({ positionId: id('pos') });
const questionId = z.string().max(20);

const candidateReportSchema = z.object({
  position: z.string(),
  calibrated: z.boolean(),
  insufficient: z.boolean(),
  /** Whether numbers are shown: the scores are calibrated, or the company shows them all the same. */
  scoresShown: z.boolean(),
  createdAt: instant,
  overall: score.nullable(),
  dimensions: z.array(
    z.object({
      name: z.string(),
      weight: z.number(),
      score: score.nullable(),
      shown: z.array(z.object({ keyPoint: z.string(), quote: z.string() })),
      suggestion: z.string().nullable(),
    }),
  ),
  /** The candidate's own words as they were judged, for asking that a transcript be corrected. */
  answers: z.array(z.object({ questionId, prompt: z.string(), text: z.string(), spoken: z.boolean() })),
});

/** Context beside the scores, never part of them. */
const speechSchema = z.object({
  seconds: z.number(),
  speakingSeconds: z.number(),
  charactersPerMinute: z.number().nullable(),
  pauses: z.object({
    count: z.number().int(),
    longestSeconds: z.number(),
    totalSeconds: z.number(),
    places: z.array(z.object({ at: z.number(), seconds: z.number() })),
  }),
  /** Null where nobody spoke. */
  loudness: z.object({ meanDb: z.number(), rangeDb: z.number() }).nullable(),
  fillers: z.object({
    count: z.number().int(),
    words: z.array(z.object({ word: z.string(), count: z.number().int() })),
  }),
});

const reviewClipSchema = z.object({
  clipId: clipIdSchema,
  kind: z.enum(mediaKinds),
  mime: z.string(),
  seconds: z.number(),
  name: z.string().nullable(),
  state: clipStateSchema,
  /** Plays it for some minutes; null while it is put together, or when parts are missing. */
  url: z.url().nullable(),
  /** As it was heard, and as the candidate corrected it. */
  heard: z.string().nullable(),
  corrected: z.string().nullable(),
  confidence: z.number().min(0).max(1).nullable(),
  /** When each word was said, where the recogniser tells; for playing from a quote. */
  words: z.array(z.object({ text: z.string(), start: z.number(), end: z.number() })),
  speech: speechSchema.nullable(),
  flags: z.array(flagSchema),
});

const reviewSchema = z.object({
  /** The version asked for; null while there is none: HR reads the answers all the same. */
  report: reportSchema.nullable(),
  versions: z.array(
    z.object({
      report: z.number().int(),
      createdAt: instant,
      scorer: z.string(),
      because: evaluationReasonSchema,
      mode: reportModeSchema,
      overall: score.nullable(),
    }),
  ),
  /** How far a judgement under way is. */
  progress: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  answers: z.array(
    z.object({
      questionId,
      kind: questionKindSchema,
      prompt: z.string(),
      asked: z.array(z.string()),
      keyPoints: z.array(z.string()),
      text: z.string(),
      counted: z.boolean(),
      /** Longer than the plan gives, by the device's clock. */
      seconds: z.number().nullable(),
      overtime: z.boolean(),
      clips: z.array(reviewClipSchema),
      /** The reader's own rating of this answer, if there is one. */
      rating: level.nullable(),
      /** Applications whose earlier answer is nearly the same. */
      similarTo: z.array(id('app')),
    }),
  ),
  behaviour: z
    .object({
      leftApp: z.number().int(),
      awaySeconds: z.number(),
      offline: z.number().int(),
      cameraOff: z.number().int(),
    })
    .nullable(),
  /** What the rules propose for the newest report; null where there is none, or it was decided already. */
  proposal: proposalSchema.nullable(),
  /** The rule that made the decision that stands; null where a person did. */
  ruled: ruledSchema.nullable(),
  judgement: judgementSchema.extend({ note: z.string(), by: z.string(), at: instant }).nullable(),
  questionnaire: questionnaireSchema.extend({ more: z.string() }).nullable(),
  calibration: z.object({ pairs: z.number().int(), needed: z.number().int(), calibrated: z.boolean() }),
});

const paraphraseSchema = z.object({
  paraphraseId: id('par'),
  questionId,
  keyPoint: z.string(),
  phrase: z.string(),
  by: z.string(),
  at: instant,
  withdrawnAt: instant.nullable(),
});

export const reportOperations = {
  'interview.report': operation({
    role: 'candidate',
    params: interviewParams,
    output: candidateReportSchema,
    errors: [...candidateErrors, 'report_not_ready'],
  }),
  'interview.questionnaire': operation({
    role: 'candidate',
    params: interviewParams,
    input: z.object({
      operationId,
      ...questionnaireSchema.shape,
      more: z.string().max(limits.ticketCharacters),
    }),
    output: receiptSchema,
    errors: [...candidateErrors, ...commandErrors, ...windowErrors, 'already_answered', 'report_not_ready'],
  }),
  'report.review': operation({
    role: 'staff',
    params: interviewParams,
    query: z.object({ version: z.coerce.number().int().positive().optional() }),
    output: reviewSchema,
    errors: staffErrors,
  }),
  'report.rate': operation({
    role: 'staff',
    params: interviewParams.extend({ questionId }),
    input: z.object({ level }),
    output: z.object({ level, pairs: z.number().int() }),
    errors: [...staffErrors, 'report_not_ready'],
  }),
  'report.judge': operation({
    role: 'staff',
    params: interviewParams,
    input: z.object({
      operationId,
      ...judgementSchema.shape,
      note: z.string().trim().min(1).max(limits.ticketCharacters),
    }),
    output: receiptSchema,
    errors: [...staffErrors, ...commandErrors, ...windowErrors, 'report_not_ready'],
  }),
  'report.reevaluate': operation({
    role: 'staff',
    params: interviewParams,
    input: z.object({ operationId }),
    output: receiptSchema,
    errors: [...staffErrors, ...commandErrors, ...windowErrors],
  }),
  'position.paraphrases': operation({
    role: 'staff',
    params: positionParams,
    output: z.object({ version: z.number().int(), paraphrases: z.array(paraphraseSchema) }),
    errors: staffErrors,
  }),
  'position.acceptParaphrase': operation({
    role: 'staff',
    params: positionParams,
    input: z.object({
      operationId,
      interviewId: id('itv'),
      questionId,
      keyPoint: z.string().min(1).max(120),
      /** A piece of the answer, as it stands there. */
      phrase: z.string().trim().min(2).max(200),
    }),
    output: paraphraseSchema,
    errors: [...staffErrors, 'invalid_input', 'operation_conflict'],
  }),
  'position.withdrawParaphrase': operation({
    role: 'staff',
    params: positionParams.extend({ paraphraseId: id('par') }),
    output: paraphraseSchema,
    errors: staffErrors,
  }),
  'position.calibration': operation({
    role: 'staff',
    params: positionParams,
    /** Agreement of people with the scorer and with one another: quadratic weighted kappa with its 95 % interval. */
    output: z.object({
      pairs: z.number().int(),
      needed: z.number().int(),
      calibrated: z.boolean(),
      withScorer: z.object({ kappa: z.number(), low: z.number(), high: z.number() }).nullable(),
      betweenPeople: z
        .object({ kappa: z.number(), low: z.number(), high: z.number(), pairs: z.number().int() })
        .nullable(),
    }),
    errors: staffErrors,
  }),
};
