import type { InterviewState, Terms } from './state.ts';

const hour = 3_600_000;
const minute = 60_000;

export const plusHours = (at: string, hours: number): string => new Date(Date.parse(at) + hours * hour).toISOString();
export const plusMinutes = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * minute).toISOString();
const earlier = (a: string, b: string): string => (Date.parse(a) <= Date.parse(b) ? a : b);
export const later = (a: string, b: string): string => (Date.parse(a) >= Date.parse(b) ? a : b);

/** The last instant the interview can be worked on: the deadline, or the resume window's end if that comes first. */
export function closesAt(state: Pick<InterviewState, 'terms' | 'activeAt'>, activeAt = state.activeAt): string {
  if (activeAt === null) return state.terms.deadlineAt;
  return earlier(state.terms.deadlineAt, plusHours(activeAt, state.terms.resumeWindowHours));
}

/** What was under way at the closing instant may still be ended until here, flagged as late. */
export const graceEndsAt = (closing: string, terms: Terms): string => plusMinutes(closing, terms.graceMinutes);
