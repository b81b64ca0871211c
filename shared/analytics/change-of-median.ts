import { gammaln, medianSorted, probit } from 'simple-statistics';
import { limits } from '../limits.ts';
import { type Interval, normalInterval } from './confidence.ts';

/** Two medians in one unit, as minutes until somebody dealt with it: `difference` is second minus first. */
export type MedianChange = {
  before: { median: number; n: number };
  after: { median: number; n: number };
  difference: number;
  direction: 'rose' | 'fell' | 'unclear';
} & Interval;

/** The chance of fewer than `below` heads in n throws. */
function headsBelow(below: number, n: number): number {
  const log = (k: number) => gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1) - n * Math.LN2;
  return Array.from({ length: below }, (_, k) => Math.exp(log(k))).reduce((sum, one) => sum + one, 0);
}

/** How far a sample's median may be off, from two values about √n places to either side of it; `sorted`, n ≥ 5. */
function errorOfMedian(sorted: readonly number[]): number {
  const n = sorted.length;
  const place = Math.max(1, Math.round((n + 1) / 2 - Math.sqrt(n)));
  const apart = (sorted[n - place] ?? 0) - (sorted[place - 1] ?? 0);
  return apart / 2 / probit(1 - headsBelow(place, n));
}

/**
 * A change of medians between two independent groups, whatever shape the values have; null for groups too small to show.
 * Everybody has a value: with people who still wait, see stage-time.
 * Source: Price & Bonett, Journal of Statistical Computation and Simulation 72 (2002) 119-124.
 */
export function changeOfMedian(first: readonly number[], second: readonly number[]): MedianChange | null {
  if (Math.min(first.length, second.length) < limits.analytics.group) return null;
  const [a, b] = [first.toSorted((x, y) => x - y), second.toSorted((x, y) => x - y)];
  const [before, after] = [
    { median: medianSorted(a), n: a.length },
    { median: medianSorted(b), n: b.length },
  ];
  const difference = after.median - before.median;
  const interval = normalInterval(difference, Math.hypot(errorOfMedian(a), errorOfMedian(b)));
  const direction = interval.low > 0 ? 'rose' : interval.high < 0 ? 'fell' : 'unclear';
  return { before, after, difference, ...interval, direction };
}
