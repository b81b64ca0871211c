import * as z from 'zod';
import { ticketKinds } from './ticket-kinds.ts';

export const ticketKindSchema = z.enum(ticketKinds);

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
