import { Temporal } from 'temporal-polyfill';
import type { InterviewState } from '../interview/state.ts';

/**
 * A list of the workbench that an interview stands in, and the instant by which it is sorted there. All of them follow
 * from the events. The copy names its own places, so that a later definition of the lists moves rows and orphans none.
 */
export type Place = { list: string; at: string };

export const lists = {
  /** One a status; with a position, of that position only. */
  status: (status: string, positionId?: string): string =>
    positionId === undefined ? status : `${positionId}#${status}`,
  /** What waits for HR. */
  attention: 'attention',
  /** 「状态异常」: what somebody has to look after, and reports that could not be made. */
  trouble: 'trouble',
  /** Who is booked for a day of the company's calendar, `YYYY-MM-DD`. */
  day: (date: string): string => `day#${date}`,
} as const;

/** Lists of which the company keeps a count; a day's count is kept by itself. */
export const isCounted = (list: string): boolean => list !== lists.attention && !list.startsWith('pos_');
export const dayOfList = (list: string): string | undefined => (list.startsWith('day#') ? list.slice(4) : undefined);

/** The day an instant falls into where the company is. */
export const dateIn = (timeZone: string, at: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The first instant of a day of the company's calendar, so many days later. */
export const startOfDate = (timeZone: string, date: string, daysLater = 0): string =>
  new Date(
    Temporal.PlainDate.from(date).add({ days: daysLater }).toZonedDateTime({ timeZone }).epochMilliseconds,
  ).toISOString();

type Facts = { since: string; waitingSince: string | null; troubleSince: string | null };

/** `since`: when the interview came where it is. */
export function placesOf(state: InterviewState, { since, waitingSince, troubleSince }: Facts): Place[] {
  const { status, positionId, appointment, terms } = state;
  const booked = appointment !== null && appointment.slotId !== null && status !== 'cancelled' ? appointment : null;
  const day = booked && dateIn(terms.appointment?.timeZone ?? 'UTC', booked.startsAt);
  return [
    { list: lists.status(status), at: since },
    { list: lists.status(status, positionId), at: since },
    ...(waitingSince === null ? [] : [{ list: lists.attention, at: waitingSince }]),
    ...(troubleSince === null ? [] : [{ list: lists.trouble, at: troubleSince }]),
    ...(booked === null || day === null ? [] : [{ list: lists.day(day), at: booked.startsAt }]),
  ];
}
