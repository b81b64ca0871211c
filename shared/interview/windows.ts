import { limits } from '../limits.ts';
import type { InterviewState, Terms } from './state.ts';

const hour = 3_600_000;
const minute = 60_000;

export const plusHours = (at: string, hours: number): string => new Date(Date.parse(at) + hours * hour).toISOString();
export const plusMinutes = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * minute).toISOString();
const earlier = (a: string, b: string): string => (Date.parse(a) <= Date.parse(b) ? a : b);
export const later = (a: string, b: string): string => (Date.parse(a) >= Date.parse(b) ? a : b);

type Windowed = Pick<InterviewState, 'terms' | 'activeAt'> &
  Partial<Pick<InterviewState, 'openUntil' | 'tickets' | 'appointment'>>;

/** By when it has to be entered: a slot at its beginning, an open appointment before its end. */
const entryBy = ({ appointment, terms }: Pick<Windowed, 'appointment' | 'terms'>): string => {
  if (!appointment) return terms.deadlineAt;
  return appointment.slotId === null ? appointment.endsAt : appointment.startsAt;
};

/** An appointment beyond the deadline moves it: whoever comes in time has the resume window to finish. */
const agreedDeadline = ({ appointment, terms }: Pick<Windowed, 'appointment' | 'terms'>): string =>
  appointment
    ? later(terms.deadlineAt, plusHours(entryBy({ appointment, terms }), terms.resumeWindowHours))
    : terms.deadlineAt;

/** The last instant of the way as a whole: the deadline, or what HR granted beyond it. */
export const deadlineOf = (state: Pick<Windowed, 'terms' | 'openUntil' | 'appointment'>): string => {
  const agreed = agreedDeadline(state);
  return later(agreed, state.openUntil ?? agreed);
};

/** Since when trouble reported by the candidate stops the clock; null when nothing does. */
export const pausedSince = ({ tickets = [] }: Pick<Windowed, 'tickets'>): string | null =>
  tickets.find((one) => one.category === 'technical' && one.kind === 'help' && one.closedAt === null)?.openedAt ?? null;

/**
 * The last instant the interview can be entered or worked on: before the start its appointment, or the deadline where it
 * has none; then the deadline, or the resume window's end if that comes first; later where HR granted more, and while
 * trouble waits for HR.
 */
export function closesAt(state: Windowed, activeAt = state.activeAt): string {
  const { terms } = state;
  const usual =
    activeAt === null ? entryBy(state) : earlier(agreedDeadline(state), plusHours(activeAt, terms.resumeWindowHours));
  const granted = later(usual, state.openUntil ?? usual);
  const paused = pausedSince(state);
  return paused === null ? granted : later(granted, plusHours(paused, limits.pauseHours));
}

/**
 * What the candidate has to keep, and is told: a slot's beginning, or the last moment to do it. More time to enter, and
 * trouble that waits for HR, do not move a slot.
 */
export const appointedAt = (state: Windowed): string =>
  state.appointment?.slotId ? state.appointment.startsAt : closesAt({ ...state, tickets: [] });

/** What was under way at the closing instant may still be ended until here, flagged as late. */
export const graceEndsAt = (closing: string, terms: Terms): string => plusMinutes(closing, terms.graceMinutes);
