import { useState } from 'react';
import { Icon } from './icons.tsx';
import { dayText, timeText } from './use-clock.ts';
import type { OutboxMessage } from './world-client.ts';

type Entry = NonNullable<OutboxMessage['calendar']>;

/** The appointment in a mail. Of the mails about one appointment the newest counts, as a phone's calendar has it. */
export function CalendarEntry({ entry, all, zone }: { entry: Entry; all: OutboxMessage[]; zone: string }) {
  const [added, setAdded] = useState(false);
  const versions = all.flatMap(({ calendar }) => (calendar?.uid === entry.uid ? [calendar.sequence] : []));
  const outdated = Math.max(...versions) > entry.sequence;
  const from = new Date(entry.startsAt);
  const until = new Date(entry.endsAt);
  return (
    <section className="calendar" data-over={outdated || entry.cancelled || undefined}>
      <Icon name="calendar" />
      <div>
        <b>{entry.summary}</b>
        <time dateTime={entry.startsAt}>
          {dayText(from, zone)} {timeText(from, zone)}–{timeText(until, zone)}
        </time>
        <small>interview.ics</small>
      </div>
      {entry.cancelled ? (
        <p>日程已取消</p>
      ) : outdated ? (
        <p>有更新的时间，以最新一封为准</p>
      ) : added ? (
        <p role="status">
          已添加到日历：{dayText(from, zone)} {timeText(from, zone)} 开始，{timeText(until, zone)} 结束
        </p>
      ) : (
        <button type="button" onClick={() => setAdded(true)}>
          添加到日历
        </button>
      )}
    </section>
  );
}
