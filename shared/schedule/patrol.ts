import type { InterviewState } from '../interview/state.ts';
import { plusHours } from '../interview/windows.ts';
import { limits } from '../limits.ts';

/**
 * When the copies of an interview are first checked without an occasion: a day after it was made, and again a day after
 * each end and decision. From there the item is moved from day to day, so no step in between has to write it.
 */
export const firstPatrolAt = ({ decidedAt, endedAt, invitedAt }: InterviewState): string =>
  plusHours(decidedAt ?? endedAt ?? invitedAt, limits.checkHours);

/** Nothing more is to happen to it for most people, and after some weeks not to be looked for either. */
export function isOnPatrol({ status, decidedAt, endedAt }: InterviewState, now: Date): boolean {
  const over = decidedAt ?? (status === 'submitted' ? null : endedAt);
  return over === null || now < new Date(plusHours(over, limits.checkDays * 24));
}
