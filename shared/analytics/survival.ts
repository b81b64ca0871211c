import { z95 } from './confidence.ts';

/** How long somebody was in a stage, in any one unit; `left`: false while they are still waiting. */
export type Stay = { time: number; left: boolean };

/** The share still there after `time`, with its 95 % interval; `waiting`: how many were there up to it. */
export type Step = { time: number; waiting: number; left: number; share: number; low: number; high: number };

/** Times with how many leave and how many were there until then, the earliest first. */
function leavings(stays: readonly Stay[]): { time: number; waiting: number; left: number }[] {
  const ordered = stays.toSorted((a, b) => a.time - b.time);
  const found: { time: number; waiting: number; left: number }[] = [];
  for (let at = 0; at < ordered.length; ) {
    const time = ordered[at]?.time ?? 0;
    let next = at;
    let left = 0;
    for (; ordered[next]?.time === time; next += 1) left += Number(ordered[next]?.left);
    if (left > 0) found.push({ time, waiting: ordered.length - at, left });
    at = next;
  }
  return found;
}

/**
 * The product-limit estimate; who still waits counts for as long as they have waited. Interval: log-log of Greenwood's.
 * Source: Kaplan & Meier 1958; interval: Kalbfleisch & Prentice, as survival::survfit(conf.type = "log-log").
 */
export function kaplanMeier(stays: readonly Stay[]): Step[] {
  let share = 1;
  let greenwood = 0;
  return leavings(stays).map(({ time, waiting, left }) => {
    share *= 1 - left / waiting;
    greenwood += waiting > left ? left / (waiting * (waiting - left)) : 0;
    if (share <= 0) return { time, waiting, left, share: 0, low: 0, high: 0 };
    const half = (z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(share));
    return { time, waiting, left, share, low: share ** Math.exp(half), high: share ** Math.exp(-half) };
  });
}

/** A time with its 95 % interval; null: not reached yet, so it is longer than anything seen. */
export type StayQuantile = { time: number | null; low: number | null; high: number | null };

/** The time by which `share` (0-1) have left. Interval: where that of the curve crosses (Brookmeyer & Crowley 1982). */
export function stayQuantile(steps: readonly Step[], share: number): StayQuantile {
  const first = (which: 'share' | 'low' | 'high') =>
    steps.find((step) => step[which] <= 1 - share + 1e-12)?.time ?? null;
  return { time: first('share'), low: first('low'), high: first('high') };
}
