import type { AppointmentTerms } from '../interview/appointment.ts';
import type { InterviewState } from '../interview/state.ts';
import { appointedAt, later, plusMinutes } from '../interview/windows.ts';
import { quietAround } from './quiet.ts';

export type Reminder = { minutes: number; at: string };

/** Minutes by which reminders of one time are spread, so that they do not all leave at the full hour. */
const spread = 5;
const spreadOf = (interviewId: string): number =>
  1 + ([...interviewId].reduce((n, c) => n + c.charCodeAt(0), 0) % spread);

/** What reminders are counted by: from when, to which instant, and the minutes this interview's are spread by. */
type Within = { agreed: AppointmentTerms; since: string; end: string; moved: number };

const withinOf = (state: InterviewState, agreed: AppointmentTerms): Within => ({
  agreed,
  since: state.appointment?.bookedAt ?? state.invitedAt,
  end: appointedAt(state),
  moved: spreadOf(state.interviewId),
});

/**
 * The reminders of the present appointment, the next first. One that would disturb is moved to before the quiet time, or
 * after it where that is too early; it is never dropped for that, and two that come to within minutes of each other are
 * one. One whose time was over when the time was booked is none: the confirmation says it.
 */
export function remindersOf(state: InterviewState): Reminder[] {
  const agreed = state.terms.appointment;
  if (agreed === undefined || (state.status !== 'invited' && state.status !== 'scheduled')) return [];
  const within = withinOf(state, agreed);
  const all = agreed.reminders
    .map((minutes) => ({ minutes, at: unmovedAt(minutes, within) }))
    .filter(({ at }) => at > within.since)
    .map(({ minutes, at }) => ({ minutes, at: undisturbed(at, within) }))
    .sort((a, b) => a.at.localeCompare(b.at) || b.minutes - a.minutes);
  return all.filter((one, i) => {
    const next = all[i + 1];
    return next === undefined || plusMinutes(one.at, spread) <= next.at;
  });
}

const unmovedAt = (minutes: number, { end, moved }: Within): string => plusMinutes(end, -minutes - moved);

function undisturbed(at: string, { end, since, moved, agreed }: Within): string {
  const quiet = quietAround(at, agreed);
  if (quiet === undefined) return at;
  // With some minutes to spare: a tick that is late would find it in the quiet time, where it has to wait.
  const before = plusMinutes(quiet.from, -spread - moved);
  if (before > since && quietAround(before, agreed) === undefined) return before;
  const after = plusMinutes(quiet.to, moved);
  return after < end && quietAround(after, agreed) === undefined ? after : at;
}

/** Those that nothing was done about yet. */
export const openReminders = (state: InterviewState): Reminder[] =>
  remindersOf(state).filter(({ minutes }) => !state.reminded.some((one) => one.minutes === minutes));

const middle = (a: string, b: string): string => new Date((Date.parse(a) + Date.parse(b)) / 2).toISOString();

/** From when on it is no reminder any more: half of its time is gone, where quiet hours left it that time. */
function staleAt({ minutes, at }: Reminder, { agreed, end, moved }: Within): string {
  const half = later(plusMinutes(end, -minutes / 2), middle(at, end));
  const quiet = quietAround(half, agreed) ?? quietAround(plusMinutes(half, -moved), agreed);
  const after = quiet && plusMinutes(quiet.to, moved);
  return after !== undefined && after < end ? middle(after, end) : half;
}

/** When one that is late may be said: at once, or where that would disturb after it, or when it would have been said. */
function saidFrom({ minutes }: Reminder, now: string, within: Within): string {
  const quiet = quietAround(now, within.agreed);
  if (quiet === undefined) return now;
  const after = plusMinutes(quiet.to, within.moved);
  const unmoved = unmovedAt(minutes, within);
  return after < within.end ? after : later(now, unmoved);
}

/**
 * What of the reminders is due: the last one of them is sent, unless that is too late as well. `next`: when there is
 * something to do, if nothing is done now.
 */
export function dueReminders(
  state: InterviewState,
  now: Date,
): { due: number | null; dropped: number[]; next: string | undefined } {
  const agreed = state.terms.appointment;
  const open = openReminders(state);
  const reached = open.filter(({ at }) => new Date(at) <= now);
  const last = reached.at(-1);
  if (agreed === undefined || last === undefined) return { due: null, dropped: [], next: open[0]?.at };
  const within = withinOf(state, agreed);
  const overtaken = reached.slice(0, -1).map(({ minutes }) => minutes);
  const next = open[reached.length]?.at;
  if (now > new Date(staleAt(last, within))) return { due: null, dropped: [...overtaken, last.minutes], next };
  const from = saidFrom(last, now.toISOString(), within);
  if (new Date(from) > now) return { due: null, dropped: [], next: next !== undefined && next < from ? next : from };
  return { due: last.minutes, dropped: overtaken, next };
}
