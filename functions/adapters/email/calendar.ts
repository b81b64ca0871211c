import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { CalendarEntry } from '#shared/messaging/email.ts';
import { oneLine } from './one-line.ts';

type Calendar = { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; text: string };
type People = { organizer: { name: string; address: string }; attendee: string };

const alarmSeconds = 30 * 60;

/**
 * An appointment as RFC 5545 writes it, its times in UTC. The same `uid` with a higher `sequence` moves it, cancelled it
 * disappears. Without an organizer and an attendee it is a file for one's own calendar: no mail program offers to enter
 * that, and nobody is invited by it.
 */
export function calendarOf(entry: CalendarEntry, now: Date, people?: People): Calendar {
  const method = methodOf(entry, people);
  const prodId = { company: 'Mianliao', product: 'Mianliao', language: 'ZH' };
  const calendar = ical({ prodId, method: ICalCalendarMethod[method] });
  const event = calendar.createEvent({
    id: oneLine(entry.uid),
    sequence: entry.sequence,
    stamp: now,
    start: new Date(entry.startsAt),
    end: new Date(entry.endsAt),
    summary: entry.summary,
    description: entry.description,
    ...(people && {
      url: oneLine(entry.url),
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      organizer: { name: oneLine(people.organizer.name), email: people.organizer.address },
      attendees: [{ email: people.attendee, rsvp: false }],
    }),
  });
  if (people && !entry.cancelled) {
    event.createAlarm({ type: ICalAlarmType.display, trigger: alarmSeconds, description: entry.summary });
  }
  return { method, text: alarmsLast(calendar.toString()) };
}

function methodOf({ cancelled }: CalendarEntry, people: People | undefined): Calendar['method'] {
  if (people === undefined) return 'PUBLISH';
  return cancelled ? 'CANCEL' : 'REQUEST';
}

/** RFC 5545 has an event's alarms after its properties; the library writes some of those later. */
const alarmsLast = (text: string): string =>
  text.replace(/(BEGIN:VALARM\r\n.*?END:VALARM\r\n)(.*?)(END:VEVENT)/s, '$2$1$3');
