import type { Interviews, Note } from '#functions/ports.ts';
import type { Round } from '#shared/interview/hiring.ts';
import type { InterviewState } from '#shared/interview/state.ts';

/**
 * What people wrote about a second interview and an offer. Each note belongs to the event that it came with, so that what
 * was agreed later never shows the words of before.
 */
export type MeetingWords = { place: string; material: string };

export const arrangementNote = (since: number, words: MeetingWords): Note => ({
  name: `ARRANGEMENT#${since}`,
  value: words,
});
export const offerNote = (since: number, words: string): Note => ({ name: `OFFER#${since}`, value: { words } });
export const answerNote = (since: number, words: string): Note => ({
  name: `HIRING_ANSWER#${since}`,
  value: { words },
});
export const roundNote = (round: Round, words: string): Note => ({ name: `ROUND#${round}`, value: { words } });

type Deps = { interviews: Interviews };
type Of = Pick<InterviewState, 'interviewId' | 'hiring'>;

async function noteOf({ interviews }: Deps, company: string, interviewId: string, name: string) {
  const found = await interviews.notes(company, interviewId, name);
  return found.find((one) => one.name === name)?.value;
}
const textOf = (value: Record<string, unknown> | undefined, name: string): string => {
  const text = value?.[name];
  return typeof text === 'string' ? text : '';
};

export async function arrangementWords(
  deps: Deps,
  company: string,
  { interviewId, hiring }: Of,
): Promise<MeetingWords> {
  const { arrangement } = hiring;
  if (arrangement === null) return { place: '', material: '' };
  const value = await noteOf(deps, company, interviewId, `ARRANGEMENT#${arrangement.since}`);
  return { place: textOf(value, 'place'), material: textOf(value, 'material') };
}

export async function offerWords(deps: Deps, company: string, { interviewId, hiring }: Of): Promise<string> {
  if (hiring.offer === null) return '';
  return textOf(await noteOf(deps, company, interviewId, `OFFER#${hiring.offer.since}`), 'words');
}

/** What the candidate wrote beside the answer to what began with that event. */
export const answerWords = async (deps: Deps, company: string, interviewId: string, since: number): Promise<string> =>
  textOf(await noteOf(deps, company, interviewId, `HIRING_ANSWER#${since}`), 'words');

export const roundWords = async (deps: Deps, company: string, interviewId: string, round: Round): Promise<string> =>
  textOf(await noteOf(deps, company, interviewId, `ROUND#${round}`), 'words');
