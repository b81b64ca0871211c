import ical, { ICalCalendarMethod } from 'ical-generator';
import type { EmailMessage } from '#shared/messaging/email.ts';

/** An appointment as a file to be opened with a calendar; nobody is invited by it. */
export function calendarFile(event: NonNullable<EmailMessage['calendar']>, now: Date): string {
  const calendar = ical({
    prodId: { company: 'Mianliao', product: 'Mianliao', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    stamp: now,
    start: new Date(event.startsAt),
    end: new Date(event.endsAt),
    summary: event.summary,
    description: event.description,
  });
  return calendar.toString();
}
