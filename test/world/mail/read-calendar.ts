import type { OutboxMessage } from '../outbox.ts';

type Entry = NonNullable<OutboxMessage['calendar']>;

/** An entry as a phone's calendar takes it from a mail: its method, one event, times in UTC. Throws what it misses. */
export function readCalendar(text: string): Entry {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const value = (name: string, from = 0): string => {
    const line = lines.find((one, at) => at >= from && new RegExp(`^${name}[;:]`).test(one));
    if (line === undefined) throw new Error(`the calendar has no ${name}`);
    return line.slice(line.indexOf(':') + 1);
  };
  const method = value('METHOD');
  const event = lines.indexOf('BEGIN:VEVENT');
  if (event < 0 || lines.filter((line) => line === 'BEGIN:VEVENT').length > 1) throw new Error('not one event');
  if (/^END:VALARM\r?\n(?!BEGIN:VALARM|END:VEVENT)/m.test(text)) throw new Error('a property after an alarm');
  for (const needed of ['DTSTAMP', 'ORGANIZER', 'ATTENDEE']) value(needed, event);
  return {
    uid: value('UID', event),
    sequence: Number(value('SEQUENCE', event)),
    cancelled: method === 'CANCEL' && value('STATUS', event) === 'CANCELLED',
    startsAt: instant(value('DTSTART', event)),
    endsAt: instant(value('DTEND', event)),
    summary: plain(value('SUMMARY', event)),
    description: plain(value('DESCRIPTION', event)),
  };
}

/** `20260105T070000Z` */
function instant(text: string): string {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  if (year === undefined) throw new Error(`${text} is no instant in UTC`);
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`).toISOString();
}

const plain = (text: string): string => text.replace(/\\n/gi, '\n').replace(/\\([\\;,])/g, '$1');
