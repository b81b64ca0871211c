import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { EmailMessage } from '#shared/messaging/email.ts';
import { oneLine } from './one-line.ts';

export type Invitation = { method: 'REQUEST' | 'CANCEL'; text: string };
type People = { organizer: { name: string; address: string }; attendee: string };

const alarmSeconds = 30 * 60;

/**
 * An appointment as RFC 5545 writes it, its times in UTC. The same `uid` with a higher `sequence` moves it, cancelled it
 * disappears. Without an organizer and an attendee no mail program offers to enter it.
 */
export function calendarOf(
  event: NonNullable<EmailMessage['calendar']>,
  { organizer, attendee }: People,
  now: Date,
): Invitation {
  const method = event.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ prodId: { company: 'Mianliao', product: 'Mianliao', language: 'ZH' }, method });
  const entry = calendar.createEvent({
    id: oneLine(event.uid),
    sequence: event.sequence,
    stamp: now,
    start: new Date(event.startsAt),
    end: new Date(event.endsAt),
    summary: event.summary,
    description: event.description,
    url: oneLine(event.url),
    status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: oneLine(organizer.name), email: organizer.address },
    attendees: [{ email: attendee, rsvp: false }],
  });
  if (!event.cancelled) {
    entry.createAlarm({ type: ICalAlarmType.display, trigger: alarmSeconds, description: event.summary });
  }
  return { method, text: alarmsLast(calendar.toString()) };
}

/** RFC 5545 has an event's alarms after its properties; the library writes some of those later. */
const alarmsLast = (text: string): string =>
  text.replace(/(BEGIN:VALARM\r\n.*?END:VALARM\r\n)(.*?)(END:VEVENT)/s, '$2$1$3');
