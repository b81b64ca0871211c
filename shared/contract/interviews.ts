import * as z from 'zod';
import { copyNames } from '../application/copies.ts';
import { applicationStageSchema } from '../application/stage.ts';
import { deviceSchema } from '../interview/device.ts';
import { draftContentSchema } from '../interview/draft.ts';
import { answerWaySchema, questionKindSchema } from '../interview/plan.ts';
import {
  consentSchema,
  interviewStatusSchema,
  precheckNames,
  questionnaireSchema,
  reportStatusSchema,
} from '../interview/state.ts';
import { creditKinds } from '../messaging/messages.ts';
import { appointmentViewSchema, timeViewSchema } from './booking.ts';
import { clipViewSchema, formSchema } from './clips.ts';
import { hiringViewSchema } from './hiring.ts';
import {
  candidateErrors,
  commandErrors,
  id,
  instant,
  interviewParams,
  operation,
  operationId,
  receiptSchema,
  windowErrors,
} from './operation.ts';
import { ticketViewSchema } from './tickets.ts';

const syncSchema = z.object({
  version: z.number().int(),
  /** Copies of the status that have not caught up with `version` yet. */
  lagging: z.array(z.enum(copyNames)),
  report: reportStatusSchema,
});

const interviewCardSchema = z.object({
  interviewId: id('itv'),
  company: z.string(),
  position: z.string(),
  department: z.string(),
  status: interviewStatusSchema,
  report: reportStatusSchema,
  stage: applicationStageSchema,
  closesAt: instant,
  appointment: appointmentViewSchema.nullable(),
  /** Whether a time has to be picked before the start. */
  bookingAsked: z.boolean(),
});

const candidateQuestionSchema = z.object({
  id: z.string(),
  kind: questionKindSchema,
  prompt: z.string(),
  briefing: z.string().optional(),
  required: z.boolean(),
  minutes: z.number(),
  ways: z.array(answerWaySchema),
  prepareSeconds: z.number().int(),
  /** With the candidate's extra time in it; null where there is no limit. */
  answerSeconds: z.number().int().nullable(),
  retakes: z.number().int(),
  /** What the interviewer asked after so many bubbles of the answer. */
  asked: z.array(z.object({ ask: z.string(), after: z.number().int() })),
});

const draftSchema = z.object({
  questionId: z.string(),
  number: z.number().int(),
  content: draftContentSchema,
  savedAt: instant,
});

const interviewViewSchema = interviewCardSchema.extend({
  version: z.number().int(),
  attempt: z.number().int(),
  epoch: z.number().int(),
  serverTime: instant,
  introduction: z.string(),
  estimatedMinutes: z.number(),
  answersNeeded: z.number().int(),
  attemptsLeft: z.number().int(),
  /** The last instant for beginning anew, and whether that is open now. */
  deadlineAt: instant,
  canRestart: z.boolean(),
  /** Since when reported trouble stops the clock. */
  pausedSince: instant.nullable(),
  extraTime: z.number(),
  /** Whether recordings are written down, so that the candidate can correct what was heard. */
  recognition: z.boolean(),
  /** Whether the company asks to note what happened around the answers; the candidate may say no. */
  behaviour: z.boolean(),
  time: timeViewSchema,
  introductionFor: z.object({ title: z.string(), text: z.string() }).nullable(),
  clips: z.array(clipViewSchema),
  tickets: z.array(ticketViewSchema.omit({ messages: true })),
  prechecked: z.object({ at: instant, failed: z.array(z.enum(precheckNames)) }).nullable(),
  questionnaire: questionnaireSchema.nullable(),
  questions: z.array(candidateQuestionSchema),
  drafts: z.array(draftSchema),
  /** What another device typed while this interview was open elsewhere; kept for the candidate to see. */
  beside: z.array(draftSchema.omit({ number: true })),
  answeredIds: z.array(z.string()),
  hiring: hiringViewSchema,
  milestones: z.object({
    invitedAt: instant,
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
    reportAt: instant.nullable(),
    decidedAt: instant.nullable(),
  }),
  contact: z.object({
    name: z.string(),
    phone: z.string(),
    hours: z.string(),
    /** Minutes within which somebody answers, in those hours. */
    responseMinutes: z.number().int().nullable(),
  }),
});

const questionParams = interviewParams.extend({ questionId: z.string().max(20) });

/** One thing the pre-check looked at: what it found in codes and numbers, never in words. */
export const precheckResultSchema = z.object({
  check: z.enum(precheckNames),
  ok: z.boolean(),
  code: z.string().regex(/^[a-z0-9_]{1,40}$/),
  /** KB/s, MB or a level 0-100, by the check. */
  value: z.number().optional(),
});

const observationSchema = z.object({
  kind: z.enum(['left_app', 'came_back', 'camera_off', 'camera_on', 'offline', 'online']),
  at: instant,
  questionId: z.string().max(20).optional(),
});

/** What a candidate does in an interview. */
export const interviewOperations = {
  'interview.list': operation({
    role: 'candidate',
    output: z.object({ interviews: z.array(interviewCardSchema) }),
    errors: candidateErrors,
  }),
  'interview.get': operation({
    role: 'candidate',
    params: interviewParams,
    output: interviewViewSchema,
    errors: candidateErrors,
  }),
  'interview.sync': operation({
    role: 'candidate',
    params: interviewParams,
    output: syncSchema,
    errors: candidateErrors,
  }),
  'interview.start': operation({
    role: 'candidate',
    params: interviewParams,
    input: z.object({ operationId, consents: z.array(consentSchema).min(1).max(10) }),
    output: receiptSchema,
    errors: [
      ...candidateErrors,
      ...commandErrors,
      ...windowErrors,
      'consent_required',
      'deadline_passed',
      'booking_required',
      'too_early',
      'slot_passed',
    ],
  }),
  'interview.resume': operation({
    role: 'candidate',
    params: interviewParams,
    /** 「是」 continues where it was left; 「否」 gives the old progress up and begins the next attempt. */
    input: z.object({ operationId, choice: z.enum(['continue', 'restart']) }),
    output: receiptSchema,
    errors: [...candidateErrors, ...commandErrors, ...windowErrors, 'deadline_passed', 'attempts_exhausted'],
  }),
  'interview.saveDraft': operation({
    role: 'candidate',
    params: questionParams,
    input: z.object({
      attempt: z.number().int().positive(),
      number: z
        .number()
        .int()
        .positive()
        .refine((number) => number % 1_000_000 !== 0, 'the first save of an opening is n = 1'),
      content: draftContentSchema,
    }),
    /** `number` is what the store holds now: higher than the one sent when a later save overtook this one. */
    output: z.object({ number: z.number().int(), savedAt: instant }),
    errors: [...candidateErrors, 'answer_too_long', 'superseded', 'interview_ended'],
  }),
  'interview.end': operation({
    role: 'candidate',
    params: interviewParams,
    input: z.object({
      operationId,
      attempt: z.number().int().positive(),
      /** The last number of every question, so that no newer save can slip past the end. */
      numbers: z.record(z.string().max(20), z.number().int().nonnegative()),
    }),
    output: receiptSchema.extend({ answeredIds: z.array(z.string()), sync: syncSchema }),
    errors: [...candidateErrors, ...commandErrors, ...windowErrors, 'draft_mismatch', 'superseded', 'deadline_passed'],
  }),
  'interview.decline': operation({
    role: 'candidate',
    params: interviewParams,
    input: z.object({ operationId, reason: z.enum(['human_route', 'withdrawn']) }),
    output: receiptSchema,
    errors: [...candidateErrors, ...commandErrors, ...windowErrors],
  }),
  'interview.subscribe': operation({
    role: 'candidate',
    params: interviewParams,
    input: z.object({ operationId, accepted: z.array(z.enum(creditKinds)).max(5) }),
    output: z.object({ credits: z.record(z.string(), z.number().int()) }),
    errors: [...candidateErrors, ...commandErrors],
  }),
  'interview.followUp': operation({
    role: 'candidate',
    params: questionParams,
    /** `bubbles`: how many of the answer's bubbles are saved; the same number gives the same answer. */
    input: z.object({ attempt: z.number().int().positive(), bubbles: z.number().int().positive() }),
    output: z.object({ ask: z.string().nullable(), after: z.number().int() }),
    errors: [...candidateErrors, ...windowErrors],
  }),
  'interview.precheck': operation({
    role: 'candidate',
    params: interviewParams,
    input: z.object({
      operationId,
      results: z.array(precheckResultSchema).min(1).max(12),
      /** On what it was checked. */
      device: deviceSchema.optional(),
    }),
    output: receiptSchema,
    errors: [...candidateErrors, ...commandErrors, ...windowErrors],
  }),
  'interview.probe': operation({
    role: 'candidate',
    params: interviewParams,
    output: z.object({ form: formSchema, bytes: z.number().int() }),
    errors: candidateErrors,
  }),
  'interview.observe': operation({
    role: 'candidate',
    params: interviewParams,
    input: z.object({ attempt: z.number().int().positive(), seen: z.array(observationSchema).min(1).max(50) }),
    output: z.object({ kept: z.number().int() }),
    errors: [...candidateErrors, 'consent_required'],
  }),
};
