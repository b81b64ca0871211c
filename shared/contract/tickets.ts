import * as z from 'zod';
import { workbenchAlarms } from '../application/copies.ts';
import { excuseSchema, noShowReasonSchema } from '../interview/appointment.ts';
import { interviewStatusSchema } from '../interview/state.ts';
import { resolutionSchema, ticketCategorySchema, ticketKindSchema, ticketSchema } from '../interview/ticket.ts';
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

const ticketId = id('tkt');
const ticketParams = interviewParams.extend({ ticketId });
const text = z.string().trim().min(1).max(limits.ticketCharacters);
/** Time that HR grants. */
export const hours = z
  .number()
  .positive()
  .max(24 * 14);

const messageSchema = z.object({
  by: z.enum(['candidate', 'staff']),
  /** The name HR answers under. */
  name: z.string().nullable(),
  text: z.string(),
  at: instant,
});

/** What a workbench row shows of time: when it will be, that nobody came and why, what has to be looked after. */
export const lookoutShape = {
  appointment: z.object({ at: instant, slot: z.boolean(), confirmed: z.boolean() }).nullable(),
  noShow: z.object({ reason: noShowReasonSchema.nullable(), excuse: excuseSchema.nullable() }).nullable(),
  alarms: z.array(z.enum(workbenchAlarms)),
};

export const ticketViewSchema = ticketSchema.extend({ messages: z.array(messageSchema) });

/** A corrected transcript as the candidate proposes it. */
const correctionSchema = z.object({ questionId: z.string().max(20), text: z.string().max(limits.answerCharacters) });

const thread = z.object({ tickets: z.array(ticketViewSchema) });
const ticketErrors = ['ticket_not_now', 'ticket_open', 'ticket_closed', 'ticket_limit'] as const;

export const ticketOperations = {
  'ticket.open': operation({
    role: 'candidate',
    params: interviewParams,
    input: z.object({
      operationId,
      kind: ticketKindSchema,
      category: ticketCategorySchema,
      text,
      corrections: z
        .array(correctionSchema)
        .max(limits.questions)
        .refine((all) => new Set(all.map(({ questionId }) => questionId)).size === all.length)
        .optional(),
    }),
    output: receiptSchema.extend({ ticketId }),
    errors: [...candidateErrors, ...commandErrors, ...windowErrors, ...ticketErrors],
  }),
  'ticket.mine': operation({
    role: 'candidate',
    params: interviewParams,
    output: thread,
    errors: candidateErrors,
  }),
  'ticket.say': operation({
    role: 'candidate',
    params: ticketParams,
    input: z.object({ operationId, text }),
    output: messageSchema,
    errors: [...candidateErrors, 'ticket_closed', 'ticket_limit', 'operation_conflict'],
  }),
  'ticket.list': operation({
    role: 'staff',
    query: z.object({ cursor: z.string().max(500).optional() }),
    /** Interviews with something that waits for HR, the longest waiting first. */
    output: z.object({
      rows: z.array(
        z.object({
          interviewId: id('itv'),
          applicationId: id('app'),
          candidate: z.string(),
          position: z.string(),
          status: interviewStatusSchema,
          tickets: z.array(ticketKindSchema),
          ...lookoutShape,
          since: instant,
        }),
      ),
      /** Minutes within which the company promises an answer, in its hours. */
      responseMinutes: z.number().int().nullable(),
      cursor: z.string().nullable(),
    }),
    errors: staffErrors,
  }),
  'ticket.read': operation({
    role: 'staff',
    params: interviewParams,
    /** With the corrections proposed, beside what was heard. */
    output: thread.extend({
      corrections: z.array(correctionSchema.extend({ ticketId, before: z.string() })),
    }),
    errors: staffErrors,
  }),
  'ticket.answer': operation({
    role: 'staff',
    params: ticketParams,
    input: z.object({ operationId, text }),
    output: messageSchema,
    errors: [...staffErrors, 'ticket_closed', 'ticket_limit', 'operation_conflict'],
  }),
  'ticket.close': operation({
    role: 'staff',
    params: ticketParams,
    input: z.object({
      operationId,
      resolution: resolutionSchema,
      fault: z.enum(['ours', 'none']),
      /** Said to the candidate. */
      text: text.optional(),
      hours: hours.optional(),
      extraTime: z.number().min(1).max(4).optional(),
    }),
    output: receiptSchema,
    errors: [...staffErrors, ...commandErrors, 'ticket_not_now', 'ticket_closed'],
  }),
};
