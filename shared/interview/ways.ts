import type { AnswerWay, Question } from './plan.ts';
import type { Terms } from './state.ts';

const usualWays: AnswerWay[] = ['text', 'voice'];
const usualRetakes = 2;

export const waysOf = (question: Pick<Question, 'ways'>): AnswerWay[] => question.ways ?? usualWays;
export const retakesOf = (question: Pick<Question, 'retakes'>): number => question.retakes ?? usualRetakes;

/** The ways that stay where the candidate would not be recorded: there is always writing. */
export function unrecorded(ways: AnswerWay[]): AnswerWay[] {
  const left = ways.filter((way) => way !== 'voice' && way !== 'video');
  return left.length > 0 ? left : ['text'];
}

/** Seconds this candidate has for the answer, with the extra time that was granted; null where there is no limit. */
export function answerSecondsOf({ answerSeconds }: Pick<Question, 'answerSeconds'>, terms: Terms): number | null {
  return answerSeconds === undefined ? null : Math.round(answerSeconds * (terms.extraTime ?? 1));
}
