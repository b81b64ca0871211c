import { type Ahead, aheadOf } from '../interview/ahead.ts';
import type { AppointmentTerms, Reminded } from '../interview/appointment.ts';
import { reachedNobody } from '../interview/book.ts';
import { isSuspended } from '../interview/hiring.ts';
import type { InterviewState } from '../interview/state.ts';
import { later, plusMinutes } from '../interview/windows.ts';
import { limits } from '../limits.ts';
import { quietAround } from './quiet.ts';

export type Reminder = { minutes: number; at: string };

const spread = limits.reminderSpreadMinutes;
const spreadOf = (interviewId: string): number =>
  1 + ([...interviewId].reduce((n, c) => n + c.charCodeAt(0), 0) % spread);

/** What reminders are counted by: from when, to which instant, and the minutes this interview's are spread by. */
type Within = { agreed: AppointmentTerms; since: string; end: string; moved: number };

const withinOf = ({ interviewId }: InterviewState, { since, at }: Ahead, agreed: AppointmentTerms): Within => ({
  agreed,
  since,
  end: at,
  moved: spreadOf(interviewId),
});

/** What reminders are due of: an interview to be entered, or the meeting after it. */
function remindedAhead(state: InterviewState): Ahead | undefined {
  const enters = (state.status === 'invited' || state.status === 'scheduled') && !isSuspended(state);
  return enters || state.status === 'evaluated' ? aheadOf(state) : undefined;
}

/**
 * The reminders of the present appointment, the next first. One that would disturb is moved to before the quiet time, or
 * after it where that is too early; it is never dropped for that, and two that come to within minutes of each other are
 * one. One whose time was over when the time was booked is none: the confirmation says it.
 */
export function remindersOf(state: InterviewState): Reminder[] {
  const agreed = state.terms.appointment;
  const ahead = remindedAhead(state);
  if (agreed === undefined || ahead === undefined) return [];
  const within = withinOf(state, ahead, agreed);
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
  remindersOf(state).filter(({ minutes }) => !aheadOf(state)?.reminded.some((one) => one.minutes === minutes));

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
 * Whether one that was due and has not left yet would disturb now. It is put off then, and the sweep says it again when
 * its time has come.
 */
export function wouldDisturb(state: InterviewState, minutes: number, now: Date): boolean {
  const agreed = state.terms.appointment;
  const one = remindersOf(state).find((reminder) => reminder.minutes === minutes);
  const ahead = remindedAhead(state);
  if (agreed === undefined || one === undefined || ahead === undefined) return false;
  return new Date(saidFrom(one, now.toISOString(), withinOf(state, ahead, agreed))) > now;
}

/** What HR has to make up for: the last reminder found no channel, or came too late and no other one went out. */
export function owedReminder(reminded: Reminded[]): Reminded | undefined {
  const last = reminded.at(-1);
  return last?.outcome === 'failed' || reachedNobody(reminded) ? last : undefined;
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
  const ahead = remindedAhead(state);
  if (agreed === undefined || ahead === undefined || last === undefined) {
    return { due: null, dropped: [], next: open[0]?.at };
  }
  const within = withinOf(state, ahead, agreed);
  const overtaken = reached.slice(0, -1).map(({ minutes }) => minutes);
  const next = open[reached.length]?.at;
  if (now > new Date(staleAt(last, within))) return { due: null, dropped: [...overtaken, last.minutes], next };
  const from = saidFrom(last, now.toISOString(), within);
  if (new Date(from) > now) return { due: null, dropped: [], next: next !== undefined && next < from ? next : from };
  return { due: last.minutes, dropped: overtaken, next };
}
