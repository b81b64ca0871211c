import * as z from 'zod';
import { copyNames } from '../application/copies.ts';
import { interviewStatusSchema, outcomeSchema, reportStatusSchema } from '../interview/state.ts';
import { ticketKindSchema } from '../interview/ticket.ts';
import { limits } from '../limits.ts';
import { candidateChannels } from '../messaging/messages.ts';
import { errorCodes } from './errors.ts';
import { day, id, instant, operation, staffErrors } from './operation.ts';
import { hours, lookoutShape } from './tickets.ts';

/** 「待评估」「待人工判断」「未参加」「状态异常」「今日面试」 */
export const queues = ['awaiting', 'judgement', 'no_show', 'trouble', 'today'] as const;
export type Queue = (typeof queues)[number];

const score = z.coerce.number().min(0).max(100);
const filterShape = {
  queue: z.enum(queues).optional(),
  status: interviewStatusSchema.optional(),
  positionId: id('pos').optional(),
  department: z.string().min(1).max(100).optional(),
  /** Days of the company's calendar, both included, within which the interview came where it is; 今日面试 is one day. */
  from: day.optional(),
  to: day.optional(),
  scoreFrom: score.optional(),
  scoreTo: score.optional(),
  /** How a name, or a part of it, begins. */
  name: z.string().trim().min(1).max(40).optional(),
};
const filterSchema = z.object(filterShape);
export type WorkbenchFilter = z.infer<typeof filterSchema>;

const filterId = id('flt');
export const savedFilterSchema = z.object({ filterId, name: z.string().trim().min(1).max(20), filter: filterSchema });
const filters = z.object({ filters: z.array(savedFilterSchema) });

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
  ...lookoutShape,
  /** Copies of its status that had to be put right lately; told with 「状态异常」. */
  healed: z.array(z.enum(copyNames)),
});

/** What would be done to each of several interviews. */
const batchActionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('decide'), outcome: outcomeSchema }),
  z.object({ type: z.literal('remind') }),
  z.object({ type: z.literal('extend'), reason: z.enum(['technical', 'asked', 'other']), hours }),
]);
export type BatchAction = z.infer<typeof batchActionSchema>;

const previewSchema = z.object({
  interviewId: id('itv'),
  candidate: z.string(),
  position: z.string(),
  status: interviewStatusSchema,
  overall: z.number().nullable(),
  /** Why it would be refused; null: it would be done. */
  refused: z.enum(errorCodes).nullable(),
  /** The status afterwards. */
  becomes: interviewStatusSchema,
  /** Minutes in which it could be taken back; 0: the candidate is told at once; null: nobody is told. */
  undoMinutes: z.number().nullable(),
  /** Until when the interview would be open. */
  closesAt: instant.nullable(),
  /** What a reminder would say, and by which channels. */
  message: z.object({ text: z.string(), channels: z.array(z.enum(candidateChannels)) }).nullable(),
  /** Of a reminder that is refused: when the last one was, the next one comes, or one may be sent. */
  refusedAt: instant.nullable(),
});

export const workbenchOperations = {
  'workbench.list': operation({
    role: 'staff',
    query: filterSchema.extend({ cursor: z.string().max(500).optional() }),
    output: z.object({
      /** Of the company's counts when the rows were read, or before. */
      version: z.number().int(),
      counts: z.record(interviewStatusSchema, z.number().int()),
      /** 「待人工判断」 follows from the rules: `workbench.judgements`. */
      queues: z.object({
        awaiting: z.number().int(),
        no_show: z.number().int(),
        trouble: z.number().int(),
        today: z.number().int(),
      }),
      rows: z.array(rowSchema),
      cursor: z.string().nullable(),
    }),
    errors: staffErrors,
  }),
  /** Whether HR would see something new; asked every few seconds. */
  'workbench.changes': operation({
    role: 'staff',
    query: z.object({ since: z.coerce.number().int().nonnegative() }),
    output: z.object({ version: z.number().int(), changed: z.boolean() }),
    errors: staffErrors,
  }),
  /** How many wait for a person's judgement; `atLeast`: there may be more. */
  'workbench.judgements': operation({
    role: 'staff',
    output: z.object({ count: z.number().int(), atLeast: z.boolean() }),
    errors: staffErrors,
  }),
  /** What an action would do to each of these, and to whom it cannot be done. Nothing is written. */
  'workbench.preview': operation({
    role: 'staff',
    input: z.object({ action: batchActionSchema, interviewIds: z.array(id('itv')).min(1).max(limits.batch) }),
    output: z.object({ rows: z.array(previewSchema) }),
    errors: staffErrors,
  }),
  'workbench.filters': operation({ role: 'staff', output: filters, errors: staffErrors }),
  /** Makes it or puts it in the place of the one there is. */
  'workbench.saveFilter': operation({
    role: 'staff',
    params: z.object({ filterId }),
    input: z.object({ name: savedFilterSchema.shape.name, filter: filterSchema }),
    output: filters,
    errors: [...staffErrors, 'filter_limit'],
  }),
  'workbench.deleteFilter': operation({
    role: 'staff',
    params: z.object({ filterId }),
    output: filters,
    errors: staffErrors,
  }),
};
