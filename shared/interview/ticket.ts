import * as z from 'zod';
import type { InterviewStatus } from './state.ts';

/** What a candidate may ask of HR. One mechanism for all: asked by the candidate, answered by a named person. */
export const ticketKinds = ['help', 'reopen', 'extend', 'extra_time', 'human_review', 'transcript'] as const;
export const ticketKindSchema = z.enum(ticketKinds);
export type TicketKind = z.infer<typeof ticketKindSchema>;

/** A technical one stops the interview's clock until it is answered. */
export const ticketCategorySchema = z.enum(['technical', 'question', 'mistaken_end', 'other']);
export type TicketCategory = z.infer<typeof ticketCategorySchema>;

export const resolutionSchema = z.enum(['granted', 'refused', 'resolved']);
export type Resolution = z.infer<typeof resolutionSchema>;

export const ticketSchema = z.object({
  ticketId: z.string(),
  kind: ticketKindSchema,
  category: ticketCategorySchema,
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  resolution: resolutionSchema.nullable(),
  /** Whose fault the trouble was, as HR found it. */
  fault: z.enum(['ours', 'none']).nullable(),
});
export type Ticket = z.infer<typeof ticketSchema>;

/** In which status each may be asked. */
export const ticketFrom = {
  help: ['invited', 'scheduled', 'in_progress', 'no_show', 'submitted', 'incomplete', 'evaluated'],
  reopen: ['submitted', 'incomplete'],
  extend: ['invited', 'scheduled', 'in_progress'],
  extra_time: ['invited', 'scheduled', 'in_progress'],
  human_review: ['submitted', 'evaluated'],
  transcript: ['submitted', 'evaluated'],
} as const satisfies Record<TicketKind, readonly InterviewStatus[]>;

export const mayAsk = (kind: TicketKind, status: InterviewStatus): boolean =>
  (ticketFrom[kind] as readonly InterviewStatus[]).includes(status);

/** What granting it does to the interview; a help is resolved, there is nothing to grant. */
export const isGrantable = (kind: TicketKind): boolean => kind !== 'help';
