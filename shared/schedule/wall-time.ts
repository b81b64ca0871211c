import { Temporal } from 'temporal-polyfill';

/** The instant of a day (YYYY-MM-DD) and a time (HH:mm) on a zone's clock. */
export const instantOf = (day: string, time: string, timeZone: string): string =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds).toISOString();

/** The day an instant falls on by a zone's clock. */
export const dayOf = (now: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** An instant by a zone's clock: the hour 0-23, and the day of the week 1 (Monday) - 7. */
export function wallClockOf(at: string, timeZone: string): { hour: number; weekday: number } {
  const { hour, dayOfWeek } = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  return { hour, weekday: dayOfWeek };
}

const saturday = 6;

/** The first working day after an instant's own, or so many later, on a zone's clock: YYYY-MM-DD. */
export function workingDayAfter(now: Date, timeZone: string, count = 1): string {
  let day = Temporal.PlainDate.from(dayOf(now, timeZone));
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek < saturday) left -= 1;
  }
  return day.toString();
}
