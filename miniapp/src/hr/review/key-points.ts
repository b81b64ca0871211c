import type { Answer, Item } from './quoted.ts';

type Evidence = Item['evidence'][number];
export type KeyPoint = { keyPoint: string; evidence: Evidence | undefined };

/** What the question asked for, in its order, each with the first words that show it. */
export function keyPointsOf(answer: Pick<Answer, 'keyPoints'>, item: Item | undefined): KeyPoint[] {
  const named = [...(item?.evidence ?? []).map((one) => one.keyPoint), ...(item?.missing ?? [])];
  const all = [...new Set([...answer.keyPoints, ...named])];
  return all.map((keyPoint) => ({ keyPoint, evidence: item?.evidence.find((one) => one.keyPoint === keyPoint) }));
}
