import * as z from 'zod';
import { roundSchema } from '../interview/hiring.ts';
import { limits } from '../limits.ts';
import {
  candidateErrors,
  commandErrors,
  day as date,
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

const words = z.string().trim().max(limits.ticketCharacters);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const answerOfMeeting = z.enum(['confirmed', 'cannot']);

/** A meeting after the AI interview, as both sides read it. `since` names it: an answer belongs to it and to no other. */
const meetingSchema = z.object({
  since: z.number().int(),
  round: roundSchema,
  startsAt: instant,
  endsAt: instant,
  /** In the company's zone. */
  text: z.string(),
  place: z.string(),
  material: z.string(),
  answer: z.object({ is: answerOfMeeting, at: instant, words: z.string() }).nullable(),
});

const offerSchema = z.object({
  since: z.number().int(),
  until: instant,
  untilText: z.string(),
  words: z.string(),
  answer: z.enum(['accepted', 'declined', 'lapsed']).nullable(),
  answeredAt: instant.nullable(),
  answerWords: z.string(),
});

/** What follows the AI interview, as the candidate's pages show it. */
export const hiringViewSchema = z.object({
  meeting: meetingSchema.nullable(),
  offer: offerSchema.nullable(),
  joinedAt: instant.nullable(),
  /** The opening was filled meanwhile, and what the candidate chose then. */
  closure: z.object({ at: instant, choice: z.enum(['pool', 'wait']).nullable() }).nullable(),
});

/** The same for HR, with what is to be done next. */
export const hiringDeskSchema = hiringViewSchema.extend({
  requisitionId: id('req'),
  results: z.array(
    z.object({ round: roundSchema, score: z.number().nullable(), passed: z.boolean(), at: instant, words: z.string() }),
  ),
  /** By when a second interview is to be arranged, and since when HR knows that it was not. */
  arrangeBy: instant.nullable(),
  alarmedAt: instant.nullable(),
  /** Whether another decision may follow now. */
  mayDecide: z.boolean(),
  mayJoin: z.boolean(),
  /** Until when 已入职 can be taken back. */
  joinUndoUntil: instant.nullable(),
  vacancies: z.number().int(),
  /** How many of them are filled or kept for an offer. */
  taken: z.number().int(),
  closedAt: instant.nullable(),
  /** What the forms begin with, by the company's clock. */
  proposed: z.object({
    today: date,
    meeting: z.object({ date, time, minutes: z.number().int() }),
    offer: z.object({ date, time }),
  }),
});

const hrErrors = [...staffErrors, ...commandErrors, ...windowErrors, 'hiring_not_now'] as const;
const ownErrors = [...candidateErrors, ...commandErrors, ...windowErrors, 'hiring_not_now'] as const;

export const hiringOperations = {
  'interview.arrange': operation({
    role: 'staff',
    params: interviewParams,
    /** By the company's clock. Arranged anew, the candidate is asked again. */
    input: z.object({
      operationId,
      round: roundSchema,
      date,
      time,
      minutes: z.number().int().min(10).max(480),
      place: z.string().trim().min(1).max(200),
      material: z.string().trim().max(200),
    }),
    output: receiptSchema.extend({ startsAt: instant }),
    errors: [...hrErrors, 'slot_passed'],
  }),
  'interview.callOff': operation({
    role: 'staff',
    params: interviewParams,
    input: z.object({ operationId }),
    output: receiptSchema,
    errors: hrErrors,
  }),
  'interview.enterRound': operation({
    role: 'staff',
    params: interviewParams,
    input: z.object({
      operationId,
      round: roundSchema,
      score: z.number().min(0).max(100).nullable(),
      passed: z.boolean(),
      words,
    }),
    output: receiptSchema,
    errors: hrErrors,
  }),
  'interview.makeOffer': operation({
    role: 'staff',
    params: interviewParams,
    /** To be answered until that time by the company's clock; `words` are its terms. */
    input: z.object({ operationId, date, time, words }),
    output: receiptSchema.extend({ until: instant }),
    errors: [...hrErrors, 'slot_passed', 'no_vacancy'],
  }),
  'interview.joined': operation({
    role: 'staff',
    params: interviewParams,
    input: z.object({ operationId }),
    output: receiptSchema,
    errors: hrErrors,
  }),
  'interview.undoJoined': operation({
    role: 'staff',
    params: interviewParams,
    input: z.object({ operationId }),
    output: receiptSchema,
    errors: [...hrErrors, 'undo_too_late'],
  }),
  'requisition.close': operation({
    role: 'staff',
    params: requisitionParams,
    input: z.object({ operationId }),
    output: z.object({ closedAt: instant.nullable() }),
    errors: [...staffErrors, ...commandErrors],
  }),
  'requisition.reopen': operation({
    role: 'staff',
    params: requisitionParams,
    input: z.object({ operationId }),
    output: z.object({ closedAt: instant.nullable() }),
    errors: [...staffErrors, ...commandErrors, 'no_vacancy', 'headcount_exceeded'],
  }),
  'booking.answerMeeting': operation({
    role: 'candidate',
    params: interviewParams,
    input: z.object({
      operationId,
      since: z.number().int().positive(),
      answer: answerOfMeeting,
      words: words.optional(),
    }),
    output: receiptSchema,
    errors: [...ownErrors, 'slot_passed'],
  }),
  'booking.answerOffer': operation({
    role: 'candidate',
    params: interviewParams,
    input: z.object({
      operationId,
      since: z.number().int().positive(),
      answer: z.enum(['accepted', 'declined']),
      words: words.optional(),
    }),
    output: receiptSchema,
    errors: [...ownErrors, 'offer_over'],
  }),
  'booking.answerClosure': operation({
    role: 'candidate',
    params: interviewParams,
    input: z.object({ operationId, choice: z.enum(['pool', 'wait']) }),
    output: receiptSchema,
    errors: ownErrors,
  }),
};
