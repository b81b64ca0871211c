import * as z from 'zod';
import { applicationStageSchema } from '../application/stage.ts';
import { draftContentSchema } from '../interview/draft.ts';
import { answerWaySchema, questionKindSchema } from '../interview/plan.ts';
import {
  consentSchema,
  interviewStatusSchema,
  outcomeSchema,
  precheckNames,
  questionnaireSchema,
  reportStatusSchema,
} from '../interview/state.ts';
import { ticketKindSchema } from '../interview/ticket.ts';
import { clipOperations, clipViewSchema, formSchema } from './clips.ts';
import {
  candidateErrors,
  commandErrors,
  id,
  instant,
  interviewParams,
  operation,
  operationId,
  type Role,
  receiptSchema,
  requisitionParams,
  type Shape,
  staffErrors,
  windowErrors,
} from './operation.ts';
import { reportOperations } from './reports.ts';
import type { OperationId } from './routes.ts';
import { hours, ticketOperations, ticketViewSchema } from './tickets.ts';

export type { OperationId, Role };

const copies = z.enum(['application', 'dossier', 'organisation', 'workbench']);
const syncSchema = z.object({
  version: z.number().int(),
  /** Copies of the status that have not caught up with `version` yet. */
  lagging: z.array(copies),
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
const precheckResultSchema = z.object({
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

const requisitionSchema = z.object({
  requisitionId: id('req'),
  department: z.string(),
  position: z.string(),
  headcount: z.number().int(),
  inPost: z.number().int(),
  vacancies: z.number().int(),
  /** 「已完成1/2面试」: distinct candidates who ended and passed, of the vacancies when the requisition opened. */
  passed: z.number().int(),
  counts: z.record(interviewStatusSchema, z.number().int()),
});

const matchSchema = z.object({
  share: z.number(),
  matched: z.boolean(),
  criteria: z.array(z.object({ name: z.string(), met: z.boolean(), quote: z.string().nullable() })),
});

const rowSchema = z.object({
  interviewId: id('itv'),
  applicationId: id('app'),
  candidate: z.string(),
  position: z.string(),
  department: z.string(),
  status: interviewStatusSchema,
  report: reportStatusSchema,
  overall: z.number().nullable(),
  since: instant,
  /** What the candidate asks and waits for. */
  tickets: z.array(ticketKindSchema),
});

const session = z.object({ token: z.string(), expiresAt: instant });

/** Every operation: who may call it, what goes in, what comes out, how it may be refused. OpenAPI is generated from it. */
export const operations = {
  'health.get': operation({ role: 'public', output: z.object({ ok: z.literal(true), time: instant }) }),
  'openapi.get': operation({ role: 'public', output: z.record(z.string(), z.unknown()) }),
  'session.openLink': operation({
    role: 'public',
    input: z.object({ link: z.string().max(1024), code: z.string().max(200).optional() }),
    output: session.extend({ interviewId: id('itv') }),
    errors: ['link_invalid', 'link_expired', 'link_bound', 'login_failed'],
  }),
  'session.wechat': operation({
    role: 'public',
    input: z.object({ code: z.string().max(200) }),
    output: session,
    errors: ['login_failed'],
  }),
  'session.wecom': operation({
    role: 'public',
    input: z.object({ code: z.string().max(200), via: z.enum(['mini_program', 'web']) }),
    output: session.extend({ name: z.string() }),
    errors: ['login_failed'],
  }),
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
    errors: [...candidateErrors, ...commandErrors, ...windowErrors, 'consent_required', 'deadline_passed'],
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
    input: z.object({ operationId, accepted: z.array(z.enum(['result'])).max(5) }),
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
    input: z.object({ operationId, results: z.array(precheckResultSchema).min(1).max(12) }),
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
  ...clipOperations,
  ...ticketOperations,
  ...reportOperations,
  'requisition.list': operation({
    role: 'recruiter',
    output: z.object({ requisitions: z.array(requisitionSchema) }),
    errors: staffErrors,
  }),
  'requisition.matches': operation({
    role: 'recruiter',
    params: requisitionParams,
    output: z.object({
      threshold: z.number(),
      /** Hours an invitation sent now would leave for the interview. */
      deadlineHours: z.number(),
      candidates: z.array(
        z.object({
          candidateId: id('cand'),
          name: z.string(),
          headline: z.string(),
          match: matchSchema,
          applicationId: id('app').nullable(),
        }),
      ),
    }),
    errors: staffErrors,
  }),
  'application.invite': operation({
    role: 'recruiter',
    params: requisitionParams,
    input: z.object({
      operationId,
      candidateId: id('cand'),
      /** An accommodation: 1.5 gives half as much time again for every timed answer. */
      extraTime: z.number().min(1).max(4).optional(),
    }),
    output: receiptSchema.extend({ applicationId: id('app') }),
    errors: [...staffErrors, ...commandErrors, 'already_invited', 'not_matched', 'requisition_closed'],
  }),
  'workbench.list': operation({
    role: 'recruiter',
    query: z.object({ status: interviewStatusSchema.optional(), cursor: z.string().max(500).optional() }),
    output: z.object({
      counts: z.record(interviewStatusSchema, z.number().int()),
      rows: z.array(rowSchema),
      cursor: z.string().nullable(),
    }),
    errors: staffErrors,
  }),
  'application.dossier': operation({
    role: 'recruiter',
    params: z.object({ applicationId: id('app') }),
    output: z.object({
      applicationId: id('app'),
      interviewId: id('itv'),
      positionId: id('pos'),
      /** Minutes within which the company promises an answer, in its hours. */
      responseMinutes: z.number().int().nullable(),
      candidate: z.object({ name: z.string(), phone: z.string(), headline: z.string(), resume: z.string() }),
      company: z.string(),
      position: z.string(),
      department: z.string(),
      stage: applicationStageSchema,
      status: interviewStatusSchema,
      report: reportStatusSchema,
      overall: z.number().nullable(),
      /** Whether the candidate may still begin another attempt. */
      canRestart: z.boolean(),
      closesAt: instant,
      extraTime: z.number(),
      prechecks: z.array(z.object({ at: instant, results: z.array(precheckResultSchema) })),
      tickets: z.array(ticketViewSchema),
      outcome: outcomeSchema.nullable(),
      attempt: z.number().int(),
      undoUntil: instant.nullable(),
      /** Minutes a decision made now could be taken back. */
      undoMinutes: z.number(),
      match: matchSchema,
      timeline: z.array(z.object({ at: instant, type: z.string(), by: z.string(), outcome: outcomeSchema.nullable() })),
      copies: z.array(z.object({ copy: copies, version: z.number().int(), status: interviewStatusSchema })),
      messages: z.array(z.object({ kind: z.string(), channel: z.string(), state: z.string(), at: instant })),
    }),
    errors: staffErrors,
  }),
  'interview.decide': operation({
    role: 'recruiter',
    params: interviewParams,
    input: z.object({ operationId, outcome: outcomeSchema }),
    output: receiptSchema.extend({ undoUntil: instant }),
    errors: [...staffErrors, ...commandErrors, ...windowErrors],
  }),
  'interview.undoDecision': operation({
    role: 'recruiter',
    params: interviewParams,
    input: z.object({ operationId }),
    output: receiptSchema,
    errors: [...staffErrors, ...commandErrors, ...windowErrors, 'undo_too_late'],
  }),
  'interview.reopen': operation({
    role: 'recruiter',
    params: interviewParams,
    input: z.object({ operationId, reason: z.enum(['mistaken_end', 'technical', 'other']), hours: hours.optional() }),
    output: receiptSchema,
    errors: [...staffErrors, ...commandErrors, ...windowErrors],
  }),
  'interview.extend': operation({
    role: 'recruiter',
    params: interviewParams,
    input: z.object({ operationId, reason: z.enum(['technical', 'asked', 'other']), hours }),
    output: receiptSchema.extend({ closesAt: instant }),
    errors: [...staffErrors, ...commandErrors, ...windowErrors],
  }),
  'interview.accommodate': operation({
    role: 'recruiter',
    params: interviewParams,
    input: z.object({ operationId, extraTime: z.number().min(1).max(4) }),
    output: receiptSchema,
    errors: [...staffErrors, ...commandErrors, ...windowErrors],
  }),
  'interview.resync': operation({
    role: 'recruiter',
    params: interviewParams,
    output: z.object({ version: z.number().int(), healed: z.array(copies) }),
    errors: staffErrors,
  }),
} satisfies Record<OperationId, Shape>;

export type Operations = typeof operations;
export type Params<O extends OperationId> = z.infer<Operations[O]['params']>;
export type Query<O extends OperationId> = z.infer<Operations[O]['query']>;
export type Input<O extends OperationId> = z.infer<Operations[O]['input']>;
export type Output<O extends OperationId> = z.infer<Operations[O]['output']>;
