import type { ErrorCode } from '../contract/errors.ts';
import { type Ahead, aheadOf } from '../interview/ahead.ts';
import { isSuspended } from '../interview/hiring.ts';
import type { InterviewState } from '../interview/state.ts';
import { plusHours } from '../interview/windows.ts';
import { ok, type Result } from '../result.ts';
import { defaultSettings } from '../settings.ts';
import { quietAround } from './quiet.ts';
import { openReminders } from './reminders.ts';

/** `minutes`: how long before the time it comes, as with every reminder. */
type Again = { minutes: number; mark: { of?: 'meeting' } };
/** `at`: when it was said, will be said, or may be said, as the code has it. */
type NotAgain = { code: ErrorCode; at: string | null };

const minute = 60_000;

export const remindAgainHours = ({ terms }: Pick<InterviewState, 'terms'>): number =>
  terms.appointment?.remindAgainHours ?? defaultSettings.remindAgainHours;

/**
 * Whether a person may have the candidate reminded once more of what is ahead: not within the company's hours of the last
 * word about it, not where a reminder comes by itself within them, and not in the quiet hours. So nobody is told twice
 * within those hours but by the reminders that were agreed on.
 */
export function remindAgain(state: InterviewState, now: Date): Result<Again, NotAgain> {
  const agreed = state.terms.appointment;
  const ahead = aheadOf(state);
  const refuse = (code: ErrorCode, at: string | null = null): Result<Again, NotAgain> => ({
    ok: false,
    error: { code, at },
  });
  if (isSuspended(state)) return refuse('requisition_closed');
  if (agreed === undefined || ahead === undefined) return refuse('nothing_ahead');
  const minutes = Math.floor((Date.parse(ahead.at) - now.getTime()) / minute);
  if (minutes < 1) return refuse('nothing_ahead');
  const hours = remindAgainHours(state);
  const last = lastWord(ahead);
  if (now < new Date(plusHours(last, hours))) return refuse('reminded_lately', last);
  const next = openReminders(state)[0];
  if (next !== undefined && next.at <= plusHours(now.toISOString(), hours)) return refuse('reminder_soon', next.at);
  const quiet = quietAround(now.toISOString(), agreed);
  return quiet === undefined ? ok({ minutes, mark: ahead.mark }) : refuse('quiet_hours', quiet.to);
}

/** When the candidate last heard of it: as it was made, or reminded of. What reached nobody is no word. */
const lastWord = ({ since, reminded }: Ahead): string =>
  reminded.reduce((last, { at, outcome }) => (outcome === 'due' && at > last ? at : last), since);
