import type { Interval } from './confidence.ts';
import { type Count, type Rate, rateOf } from './rate.ts';

/**
 * Two shares and how far they lie apart: `difference` is second minus first, -1 to 1, with its 95 % interval.
 * `direction` speaks only where the interval leaves 0 out.
 */
export type Change = {
  before: Rate;
  after: Rate;
  difference: number;
  direction: 'rose' | 'fell' | 'unclear';
} & Interval;

/**
 * A change between two independent groups, as before and after a measure; null where one of them is empty.
 * Source: method 10 (score intervals squared and added) of Newcombe, Statistics in Medicine 17 (1998) 873-890.
 */
export function changeBetween(first: Count, second: Count): Change | null {
  const before = rateOf(first);
  const after = rateOf(second);
  if (!before || !after) return null;
  const difference = after.rate - before.rate;
  const low = difference - Math.hypot(after.rate - after.low, before.high - before.rate);
  const high = difference + Math.hypot(after.high - after.rate, before.rate - before.low);
  return { before, after, difference, low, high, direction: low > 0 ? 'rose' : high < 0 ? 'fell' : 'unclear' };
}
