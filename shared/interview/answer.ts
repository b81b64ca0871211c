import { limits } from '../limits.ts';
import type { Bubble, Clip, DraftContent } from './draft.ts';
import type { Terms } from './state.ts';

export const emptyDraft: DraftContent = { sent: [], typing: '', done: false };

/** A save's number: epoch · 10⁶ + n. A later opening always outranks an earlier one. */
const perEpoch = 1_000_000;
export const draftNumber = (epoch: number, n: number): number => epoch * perEpoch + n;
export const epochOf = (number: number): number => Math.floor(number / perEpoch);

export const isClip = (bubble: Bubble): bubble is Clip => typeof bubble !== 'string';

/** The words of a bubble; of a recording, what the candidate confirmed of its transcript. */
export const wordsOf = (bubble: Bubble): string => (isClip(bubble) ? (bubble.text ?? '') : bubble);

export const answerCharacters = (content: DraftContent): number =>
  content.sent.reduce((sum, bubble) => sum + [...wordsOf(bubble)].length, [...content.typing].length);

export const fitsLimit = (content: DraftContent): boolean => answerCharacters(content) <= limits.answerCharacters;

/** A recording says something even before it is written down. */
export const saysSomething = (bubble: Bubble): boolean => isClip(bubble) || bubble.trim() !== '';

/** What counts: a question the candidate called done and said something on. What is still being typed does not count. */
export const isAnswered = (content: DraftContent): boolean => content.done && content.sent.some(saysSomething);

export const answerText = (content: DraftContent): string =>
  content.sent
    .map(wordsOf)
    .filter((words) => words !== '')
    .join('\n');

export const clipsOf = (content: DraftContent): Clip[] => content.sent.filter(isClip);

/** `missing`: required answers that are still to be given before the interview can be assessed. */
export type Assessment = { outcome: 'submitted' | 'incomplete'; answeredIds: string[]; missing: number };

/** Whether an end with these answers counts, and which of them do. The confirm dialog and `decide` both ask here. */
export function assess(
  terms: Pick<Terms, 'questionIds' | 'requiredIds' | 'answersNeeded'>,
  contents: Record<string, DraftContent>,
): Assessment {
  const answeredIds = terms.questionIds.filter((id) => isAnswered(contents[id] ?? emptyDraft));
  const missing = Math.max(0, terms.answersNeeded - answeredIds.filter((id) => terms.requiredIds.includes(id)).length);
  return { outcome: missing === 0 ? 'submitted' : 'incomplete', answeredIds, missing };
}
