import { aheadOf } from '../interview/ahead.ts';
import { isSuspended } from '../interview/hiring.ts';
import type { InterviewState } from '../interview/state.ts';
import { plusMinutes } from '../interview/windows.ts';
import { quietAround } from './quiet.ts';
import { openReminders } from './reminders.ts';

const minute = 60_000;
/** Minutes within which two reminders would be one too many. */
const apart = 45;

/**
 * How many minutes before the time one more reminder comes that is said now; undefined where none may: it would disturb,
 * one was just said or is about to be, or the company does not want it.
 */
export function remindMore(state: InterviewState, now: Date): number | undefined {
  const agreed = state.terms.appointment;
  const ahead = aheadOf(state);
  if (!agreed?.foresee || ahead === undefined || isSuspended(state)) return undefined;
  const at = now.toISOString();
  const minutes = Math.floor((Date.parse(ahead.at) - now.getTime()) / minute);
  const lately = ahead.reminded.some((one) => plusMinutes(one.at, apart) > at);
  const soon = openReminders(state)[0];
  const near = soon !== undefined && soon.at < plusMinutes(at, apart);
  if (minutes < apart || lately || near || quietAround(at, agreed) !== undefined) return undefined;
  return ahead.reminded.some((one) => one.minutes === minutes) ? undefined : minutes;
}
