import { useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { retrying } from '../../api/retry.ts';
import { may } from '../may.tsx';
import type { Answer } from '../review/quoted.ts';

/** A person's own 1-5 of each answer: on the screen at once, taken back where it could not be saved. */
export function useRatings(interviewId: string) {
  const [own, setOwn] = useState<Record<string, number | undefined>>({});
  const [failed, setFailed] = useState<string>();
  /** Double ratings of the position after the last rating. */
  const [pairs, setPairs] = useState<number>();
  const newest = useRef<Record<string, number>>({});

  async function rate(questionId: string, level: number) {
    if (!may('report.rate')) return;
    const before = own[questionId];
    const mine = (newest.current[questionId] ?? 0) + 1;
    newest.current[questionId] = mine;
    setFailed(undefined);
    setOwn((all) => ({ ...all, [questionId]: level }));
    const answer = await retrying(() => call('report.rate', { params: { interviewId, questionId }, input: { level } }));
    if (answer.ok) setPairs(answer.value.pairs);
    if (answer.ok || newest.current[questionId] !== mine) return;
    setOwn((all) => ({ ...all, [questionId]: before }));
    setFailed(questionId);
  }

  return {
    rate,
    failed,
    pairs,
    of: (answer: Pick<Answer, 'questionId' | 'rating'>) => own[answer.questionId] ?? answer.rating,
  };
}

export type Ratings = ReturnType<typeof useRatings>;
