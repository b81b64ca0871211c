import * as z from 'zod';
import type { Interviews, Note } from '#functions/ports.ts';

const askedSchema = z.object({ questionId: z.string(), ask: z.string().nullable(), after: z.number() });
export type Asked = z.infer<typeof askedSchema>;

const prefix = (attempt: number) => `followup#${attempt}#`;
/** One decision a place: whether to ask on after so many bubbles, and what. */
export const askNote = (attempt: number, value: Asked): Note => ({
  name: `${prefix(attempt)}${value.questionId}#${String(value.after).padStart(4, '0')}`,
  value,
});

/** What the interviewer has asked in this attempt, in order. */
export async function askedIn(interviews: Interviews, company: string, interviewId: string, attempt: number) {
  const notes = await interviews.notes(company, interviewId, prefix(attempt));
  return notes.map(({ value }) => askedSchema.parse(value));
}

export const asksOf = (all: Asked[], questionId: string): { ask: string; after: number }[] =>
  all.flatMap(({ questionId: id, ask, after }) => (id === questionId && ask !== null ? [{ ask, after }] : []));
