import * as z from 'zod';
import { copyNames } from '../application/copies.ts';
import { applicationStageSchema } from '../application/stage.ts';
import { interviewStatusSchema, outcomeSchema, reportStatusSchema } from '../interview/state.ts';
import { stageNames, stageOwners } from '../organisation/stage-owners.ts';
import { timeViewSchema } from './booking.ts';
import { hiringDeskSchema } from './hiring.ts';
import { precheckResultSchema } from './interviews.ts';
import {
  commandErrors,
  id,
  instant,
  interviewParams,
  operation,
  operationId,
  receiptSchema,
  requisitionParams,
  staffErrors,
  windowErrors,
} from './operation.ts';
import { correctionViewSchema } from './sync.ts';
import { hours, ticketViewSchema } from './tickets.ts';

const copies = z.enum(copyNames);

const requisitionSchema = z.object({
  requisitionId: id('req'),
  positionId: id('pos'),
  department: z.string(),
  position: z.string(),
  headcount: z.number().int(),
  inPost: z.number().int(),
  vacancies: z.number().int(),
  /** 「已完成1/2面试」: distinct candidates who ended and passed, of the vacancies when the requisition opened. */
  passed: z.number().int(),
  /** 待入职 or 已入职. */
  filled: z.number().int(),
  /** Since when it takes nobody any more. */
  closedAt: instant.nullable(),
  /** Whether its position was put away: it is not to be chosen any more. */
  archived: z.boolean(),
  /** 「新投递」: who applied by its link and is not invited yet. */
  wishes: z.number().int(),
  /** Free places in the times offered from now on; null where no time is booked. */
  places: z.number().int().nullable(),
  counts: z.record(interviewStatusSchema, z.number().int()),
});

const matchSchema = z.object({
  share: z.number(),
  matched: z.boolean(),
  criteria: z.array(z.object({ name: z.string(), met: z.boolean(), quote: z.string().nullable() })),
});

/** What HR does with requisitions, applications and their interviews. */
export const hrOperations = {
  'requisition.list': operation({
    role: 'staff',
    output: z.object({ requisitions: z.array(requisitionSchema) }),
    errors: staffErrors,
  }),
  'requisition.matches': operation({
    role: 'staff',
    params: requisitionParams,
    /** Best match first. Without a limit all of them; `cursor`: after the last one of a page before. */
    query: z.object({
      limit: z.coerce.number().int().min(1).max(200).optional(),
      cursor: z.string().max(100).optional(),
    }),
    output: z.object({
      threshold: z.number(),
      /** Hours an invitation sent now would leave for the interview. */
      deadlineHours: z.number(),
      /** How many there are in all, and where the next page begins; null on the last one. */
      all: z.number().int(),
      cursor: z.string().nullable(),
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
    role: 'staff',
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
  'application.dossier': operation({
    role: 'staff',
    params: z.object({ applicationId: id('app') }),
    output: z.object({
      applicationId: id('app'),
      interviewId: id('itv'),
      positionId: id('pos'),
      /** Minutes within which the company promises an answer, in its hours. */
      responseMinutes: z.number().int().nullable(),
      candidate: z.object({
        candidateId: id('cand'),
        name: z.string(),
        phone: z.string(),
        headline: z.string(),
        resume: z.string(),
      }),
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
      time: timeViewSchema,
      /** Who has which stage in hand. */
      owners: z.record(z.enum(stageNames), z.enum(stageOwners)),
      /** What they wrote beside the reason. */
      noShowWords: z.string().nullable(),
      extraTime: z.number(),
      prechecks: z.array(z.object({ at: instant, results: z.array(precheckResultSchema) })),
      tickets: z.array(ticketViewSchema),
      outcome: outcomeSchema.nullable(),
      attempt: z.number().int(),
      undoUntil: instant.nullable(),
      /** Minutes a decision made now could be taken back. */
      undoMinutes: z.number(),
      hiring: hiringDeskSchema,
      match: matchSchema,
      timeline: z.array(
        z.object({
          at: instant,
          type: z.string(),
          by: z.string(),
          outcome: outcomeSchema.nullable(),
          /** Of a status that a person put right; the reason may have been deleted. */
          correction: correctionViewSchema.optional(),
        }),
      ),
      copies: z.array(z.object({ copy: copies, version: z.number().int(), status: interviewStatusSchema })),
      messages: z.array(z.object({ kind: z.string(), channel: z.string(), state: z.string(), at: instant })),
    }),
    errors: staffErrors,
  }),
  'interview.decide': operation({
    role: 'staff',
    params: interviewParams,
    input: z.object({ operationId, outcome: outcomeSchema }),
    output: receiptSchema.extend({ undoUntil: instant }),
    errors: [...staffErrors, ...commandErrors, ...windowErrors, 'no_vacancy'],
  }),
  'interview.undoDecision': operation({
    role: 'staff',
    params: interviewParams,
    input: z.object({ operationId }),
    output: receiptSchema,
    errors: [...staffErrors, ...commandErrors, ...windowErrors, 'undo_too_late', 'no_vacancy'],
  }),
  'interview.reopen': operation({
    role: 'staff',
    params: interviewParams,
    input: z.object({ operationId, reason: z.enum(['mistaken_end', 'technical', 'other']), hours: hours.optional() }),
    output: receiptSchema,
    errors: [...staffErrors, ...commandErrors, ...windowErrors],
  }),
  /** One more reminder of what is ahead, by hand; never within the company's hours of another one. */
  'interview.remind': operation({
    role: 'staff',
    params: interviewParams,
    input: z.object({ operationId }),
    output: receiptSchema,
    errors: [
      ...staffErrors,
      ...commandErrors,
      ...windowErrors,
      'nothing_ahead',
      'reminded_lately',
      'reminder_soon',
      'quiet_hours',
      'requisition_closed',
    ],
  }),
  'interview.extend': operation({
    role: 'staff',
    params: interviewParams,
    input: z.object({ operationId, reason: z.enum(['technical', 'asked', 'other']), hours }),
    output: receiptSchema.extend({ closesAt: instant }),
    errors: [...staffErrors, ...commandErrors, ...windowErrors],
  }),
  'interview.accommodate': operation({
    role: 'staff',
    params: interviewParams,
    input: z.object({ operationId, extraTime: z.number().min(1).max(4) }),
    output: receiptSchema,
    errors: [...staffErrors, ...commandErrors, ...windowErrors],
  }),
  'interview.resync': operation({
    role: 'staff',
    params: interviewParams,
    output: z.object({ version: z.number().int(), healed: z.array(copies) }),
    errors: staffErrors,
  }),
};
