import type { HrCopy } from '#shared/copy/zh/hr.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long something has stood, in words. Under a minute, and on a device whose clock is behind: undefined. */
export function waitingTime(words: HrCopy['waiting'], since: string, now: number): string | undefined {
  const passed = now - Date.parse(since);
  if (passed < minute) return undefined;
  if (passed < hour) return words.minutes(Math.floor(passed / minute));
  if (passed < 2 * day) return words.hours(Math.floor(passed / hour));
  return words.days(Math.floor(passed / day));
}

/** 0 until a day has passed, then growing to 1 within the second day. */
export function warmth(since: string, now: number): number {
  return Math.min(1, Math.max(0, (now - Date.parse(since) - day) / day));
}

/** 0 until a promised answer is due, then growing to 1 when as much time again has passed. */
export function lateness(since: string, now: number, promisedMinutes: number): number {
  const promised = promisedMinutes * minute;
  return Math.min(1, Math.max(0, (now - Date.parse(since) - promised) / promised));
}
