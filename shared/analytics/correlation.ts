import { sampleCorrelation } from 'simple-statistics';
import { type Interval, z95 } from './confidence.ts';

/** A correlation -1 to 1 of n pairs with its 95 % interval. */
export type Correlation = { r: number; n: number } & Interval;

/** A pair of figures of one person or one answer. */
export type Point = readonly [number, number];

/** Variance of Fisher's z of r, times n - 3. */
type Spread = (r: number) => number;

const varies = (values: readonly number[]) => values.some((value) => value !== values[0]);

function correlate(points: readonly Point[], spread: Spread): Correlation | null {
  const n = points.length;
  const [x, y] = [points.map(([one]) => one), points.map(([, one]) => one)];
  // Fisher's interval divides by n - 3.
  if (n < 4 || !varies(x) || !varies(y)) return null;
  const r = Math.max(-1, Math.min(1, sampleCorrelation(x, y)));
  const half = z95 * Math.sqrt(spread(r) / (n - 3));
  return { r, n, low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) };
}

/** Pearson's r; null for fewer than four pairs or where one side never varies. Interval: Fisher's z. */
export const pearson = (points: readonly Point[]): Correlation | null => correlate(points, () => 1);

/** Ranks from 1; equal values share the mean of theirs. */
export function averageRanks(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end + 1 < order.length && order[end + 1]?.value === order[start]?.value) end += 1;
    for (const { at } of order.slice(start, end + 1)) ranks[at] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
}

/**
 * Spearman's rank correlation, ties sharing ranks; null as `pearson`.
 * Interval: Fisher's z with the variance (1 + r²/2)/(n - 3) of Bonett & Wright, Psychometrika 65 (2000) 23-28.
 */
export function spearman(points: readonly Point[]): Correlation | null {
  const x = averageRanks(points.map(([one]) => one));
  const y = averageRanks(points.map(([, one]) => one));
  const ranked = x.map((rank, at): Point => [rank, y[at] ?? 0]);
  return correlate(ranked, (r) => 1 + r ** 2 / 2);
}
