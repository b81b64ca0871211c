import * as z from 'zod';
import { copyNames } from '../application/copies.ts';
import { correctionTargets } from '../interview/correct.ts';
import { interviewStatusSchema } from '../interview/state.ts';
import { limits } from '../limits.ts';
import {
  commandErrors,
  day,
  id,
  instant,
  interviewParams,
  operation,
  operationId,
  receiptSchema,
  staffErrors,
  windowErrors,
} from './operation.ts';

const counted = z.number().int();
const differenceSchema = z.object({
  what: z.enum([...copyNames, 'progress', 'counts', 'figures']),
  healed: z.boolean(),
  /** What each field said and what it says now; null where there was nothing. */
  fields: z.array(z.object({ name: z.string(), was: z.string().nullable(), is: z.string().nullable() })),
});

export const correctionViewSchema = z.object({
  from: interviewStatusSchema,
  to: interviewStatusSchema,
  reason: z.string().nullable(),
});

/** 「状态核对」: what the checks found, and putting right what is wrong. */
export const syncOperations = {
  'sync.checks': operation({
    role: 'staff',
    query: z.object({ show: z.enum(['all', 'drifted']).optional(), cursor: z.string().max(200).optional() }),
    output: z.object({
      /** The newest first; a day without a check is left out. */
      days: z.array(z.object({ date: day, checked: counted, drifted: counted, healed: counted })),
      checks: z.array(
        z.object({
          at: instant,
          cause: z.enum(['end', 'daily', 'asked']),
          kind: z.enum(['interview', 'progress', 'counts', 'figures']),
          interviewId: id('itv').nullable(),
          applicationId: id('app').nullable(),
          candidate: z.string().nullable(),
          opening: z.object({ position: z.string(), department: z.string() }).nullable(),
          /** Who asked for it; null where it came by itself. */
          person: z.string().nullable(),
          differences: z.array(differenceSchema),
        }),
      ),
      cursor: z.string().nullable(),
    }),
    errors: staffErrors,
  }),
  'sync.resyncAll': operation({
    role: 'staff',
    /** Of the answer before; none begins from the start. */
    input: z.object({ cursor: z.string().max(200).optional() }),
    output: z.object({ checked: counted, drifted: counted, cursor: z.string().nullable() }),
    errors: staffErrors,
  }),
  'interview.correct': operation({
    role: 'staff',
    params: interviewParams,
    input: z.object({
      operationId,
      to: z.enum(correctionTargets),
      reason: z.string().trim().min(2).max(limits.ticketCharacters),
    }),
    output: receiptSchema,
    errors: [...staffErrors, ...commandErrors, ...windowErrors, 'correction_not_allowed'],
  }),
};
