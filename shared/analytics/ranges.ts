import { z95 } from './confidence.ts';

/** Times that are known by their range only: how many ended in each, and how many still wait and have waited that long. */
export type InRanges = { ended: readonly number[]; waiting?: readonly number[] };

/** In the unit of the edges. Null: in the last range, which is open, or not reached: longer than anything seen. */
export type RangeTimes = {
  n: number;
  median: number | null;
  low: number | null;
  high: number | null;
  quarter: number | null;
  threeQuarters: number | null;
};

type Curve = { share: number; low: number; high: number }[];

/**
 * The share still there at the end of each range, by a life table: whoever waits within a range counts for half of it.
 * Interval: log-log of Greenwood's, as in `kaplanMeier`. Source: Cutler & Ederer, J. Chronic Diseases 8 (1958) 699-712.
 */
export function lifeTable({ ended, waiting = [] }: InRanges): Curve {
  let there = [...ended, ...waiting].reduce((sum, n) => sum + n, 0);
  let share = 1;
  let greenwood = 0;
  return ended.map((left, at) => {
    const still = waiting[at] ?? 0;
    const exposed = there - still / 2;
    const q = exposed > 0 ? Math.min(1, left / exposed) : 0;
    share *= 1 - q;
    greenwood += q > 0 && q < 1 ? q / (exposed * (1 - q)) : 0;
    there -= left + still;
    if (share <= 0) return { share: 0, low: 0, high: 0 };
    if (share >= 1 || greenwood === 0) return { share, low: share, high: share };
    const half = (z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(share));
    return { share, low: share ** Math.exp(half), high: share ** Math.exp(-half) };
  });
}

/** When only `left` are still there: within the range in which the curve passes it, on a straight line. */
function passes(curve: Curve, which: keyof Curve[number], left: number, edges: readonly number[]): number | null {
  const at = curve.findIndex((step) => step[which] <= left + 1e-12);
  const upper = edges[at];
  if (at === -1 || upper === undefined) return null;
  const lower = edges[at - 1] ?? 0;
  const before = curve[at - 1]?.[which] ?? 1;
  const after = curve[at]?.[which] ?? 0;
  return before <= after ? upper : lower + ((upper - lower) * (before - left)) / (before - after);
}

/** `edges`: where each range but the open last one ends; one fewer than ranges. */
export function timesInRanges(counts: InRanges, edges: readonly number[]): RangeTimes {
  const curve = lifeTable(counts);
  const n = [...counts.ended, ...(counts.waiting ?? [])].reduce((sum, one) => sum + one, 0);
  const at = (which: keyof Curve[number], left: number) => passes(curve, which, left, edges);
  return {
    n,
    median: at('share', 0.5),
    low: at('low', 0.5),
    high: at('high', 0.5),
    quarter: at('share', 0.75),
    threeQuarters: at('share', 0.25),
  };
}

/** Whether the second median surely lies on one side of the first; their errors are taken from their intervals. */
export function rangeTimesChange(before: RangeTimes, after: RangeTimes): 'rose' | 'fell' | 'unclear' {
  const all = [before.median, before.low, before.high, after.median, after.low, after.high];
  if (all.some((one) => one === null)) return 'unclear';
  const error = ({ low, high }: RangeTimes) => Math.abs((high ?? 0) - (low ?? 0)) / (2 * z95);
  const difference = (after.median ?? 0) - (before.median ?? 0);
  const half = z95 * Math.hypot(error(before), error(after));
  return difference - half > 0 ? 'rose' : difference + half < 0 ? 'fell' : 'unclear';
}
