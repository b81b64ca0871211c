import { limits } from '../limits.ts';
import type { InterviewState, Terms } from './state.ts';

const hour = 3_600_000;
const minute = 60_000;

export const plusHours = (at: string, hours: number): string => new Date(Date.parse(at) + hours * hour).toISOString();
export const plusMinutes = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * minute).toISOString();
const earlier = (a: string, b: string): string => (Date.parse(a) <= Date.parse(b) ? a : b);
export const later = (a: string, b: string): string => (Date.parse(a) >= Date.parse(b) ? a : b);

type Windowed = Pick<InterviewState, 'terms' | 'activeAt'> & Partial<Pick<InterviewState, 'openUntil' | 'tickets'>>;

/** The last instant of the way as a whole: the deadline, or what HR granted beyond it. */
export const deadlineOf = ({ terms, openUntil }: Pick<Windowed, 'terms' | 'openUntil'>): string =>
  later(terms.deadlineAt, openUntil ?? terms.deadlineAt);

/** Since when trouble reported by the candidate stops the clock; null when nothing does. */
export const pausedSince = ({ tickets = [] }: Pick<Windowed, 'tickets'>): string | null =>
  tickets.find((one) => one.category === 'technical' && one.kind === 'help' && one.closedAt === null)?.openedAt ?? null;

/**
 * The last instant the interview can be worked on: the deadline, or the resume window's end if that comes first; later
 * where HR granted more, and while trouble waits for HR.
 */
export function closesAt(state: Windowed, activeAt = state.activeAt): string {
  const { terms } = state;
  const window = activeAt === null ? terms.deadlineAt : plusHours(activeAt, terms.resumeWindowHours);
  const usual = earlier(terms.deadlineAt, window);
  const granted = later(usual, state.openUntil ?? usual);
  const paused = pausedSince(state);
  return paused === null ? granted : later(granted, plusHours(paused, limits.pauseHours));
}

/** What was under way at the closing instant may still be ended until here, flagged as late. */
export const graceEndsAt = (closing: string, terms: Terms): string => plusMinutes(closing, terms.graceMinutes);
