import * as z from 'zod';
import type { Directory, Interviews, Note } from '#functions/ports.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { InterviewState } from '#shared/interview/state.ts';

type View = Output<'ticket.mine'>['tickets'][number];
type Message = View['messages'][number];

const storedSchema = z.object({
  by: z.enum(['candidate', 'staff']),
  userId: z.string(),
  text: z.string(),
  at: z.string(),
});
type Stored = z.infer<typeof storedSchema>;

export const threadOf = (ticketId: string): string => `message#${ticketId}#`;
const correctionsOf = (ticketId: string): string => `correction#${ticketId}#`;

/** Named by its instant and its operation: in the order of saying, and the same one when it comes again. */
export const messageNote = (ticketId: string, operationId: string, value: Stored): Note => ({
  name: `${threadOf(ticketId)}${value.at}#${operationId}`,
  value,
});

const correctionSchema = z.object({ ticketId: z.string(), questionId: z.string(), text: z.string() });
export const transcriptNote = (value: z.infer<typeof correctionSchema>): Note => ({
  name: `${correctionsOf(value.ticketId)}${value.questionId}`,
  value,
});

export async function corrections(interviews: Interviews, company: string, interviewId: string, ticketId = '') {
  const prefix = ticketId === '' ? 'correction#' : correctionsOf(ticketId);
  const notes = await interviews.notes(company, interviewId, prefix);
  return notes.map(({ value }) => correctionSchema.parse(value));
}

/** HR answers under the name the company knows them by. */
export async function asMessage(directory: Directory, company: string, stored: Stored): Promise<Message> {
  const { by, userId, text, at } = stored;
  const name = by === 'staff' ? ((await directory.staff(company, userId))?.name ?? null) : null;
  return { by, name, text, at };
}

/** Every ticket of an interview with what was said in it. */
export async function ticketsOf(
  { interviews, directory }: { interviews: Interviews; directory: Directory },
  company: string,
  state: InterviewState,
): Promise<View[]> {
  if (state.tickets.length === 0) return [];
  const notes = await interviews.notes(company, state.interviewId, 'message#');
  return Promise.all(
    state.tickets.map(async (ticket) => ({
      ...ticket,
      messages: await Promise.all(
        notes
          .filter(({ name }) => name.startsWith(threadOf(ticket.ticketId)))
          .map(({ value }) => asMessage(directory, company, storedSchema.parse(value))),
      ),
    })),
  );
}
