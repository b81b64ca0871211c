import * as z from 'zod';
import type { Interviews, Note } from '#functions/ports.ts';

/** What people wrote beside the numbers of an event. It can be deleted; the event stays. */
const judgement = (report: number): string => `judgement#${report}`;
const questionnaire = 'questionnaire';

const judgementSchema = z.object({ note: z.string() });
const questionnaireSchema = z.object({ more: z.string() });

export const judgementWords = (report: number, note: string): Note => ({ name: judgement(report), value: { note } });
export const questionnaireWords = (more: string): Note => ({ name: questionnaire, value: { more } });

/** '' where they were deleted. */
export async function judgementNote(interviews: Interviews, company: string, interviewId: string, report: number) {
  const value = await wordsNamed(interviews, company, interviewId, judgement(report));
  return judgementSchema.safeParse(value).data?.note ?? '';
}

/** '' where they were deleted. */
export async function questionnaireMore(interviews: Interviews, company: string, interviewId: string) {
  const value = await wordsNamed(interviews, company, interviewId, questionnaire);
  return questionnaireSchema.safeParse(value).data?.more ?? '';
}

async function wordsNamed(interviews: Interviews, company: string, interviewId: string, name: string) {
  const notes = await interviews.notes(company, interviewId, name);
  return notes.find((one) => one.name === name)?.value;
}
