import { type Interval, z95 } from './confidence.ts';

/** So many of so many; whole numbers, 0 ≤ cases ≤ of. */
export type Count = { cases: number; of: number };

/** A share 0-1 with the 95 % interval of the share behind it. */
export type Rate = Count & { rate: number } & Interval;

/**
 * Wilson's score interval, without continuity correction; null where there is nothing to divide by.
 * Source: Wilson 1927; method 3 of Newcombe, Statistics in Medicine 17 (1998) 857-872.
 */
export function rateOf({ cases, of }: Count): Rate | null {
  if (of === 0) return null;
  const rate = cases / of;
  const spread = z95 ** 2 / of;
  const middle = rate + spread / 2;
  const half = z95 * Math.sqrt((rate * (1 - rate) + spread / 4) / of);
  // At 0 and at all of them the formula ends exactly there; floating point would miss it by a hair.
  return {
    cases,
    of,
    rate,
    low: cases === 0 ? 0 : (middle - half) / (1 + spread),
    high: cases === of ? 1 : (middle + half) / (1 + spread),
  };
}

/** Counts of several groups together. */
export const together = (counts: readonly Count[]): Count => ({
  cases: counts.reduce((sum, { cases }) => sum + cases, 0),
  of: counts.reduce((sum, { of }) => sum + of, 0),
});
