import { useEffect, useState } from 'react';
import type { Seen } from './use-world.ts';
import { type OutboxMessage, type Person, recipient } from './world-client.ts';

/** What each person has not looked at yet; what lay there before this page was opened counts as read. */
export function useUnread({ messages, people, oldUntil = '' }: Seen) {
  const [readUntil, setReadUntil] = useState<Record<string, string>>({});
  const of = (person: Person) => messages.filter((message) => recipient(people, message)?.id === person.id);
  const unread = (person: Person, channel?: string) =>
    of(person).filter(
      (message) =>
        (channel === undefined || message.channel === channel) &&
        message.id > (readUntil[`${person.id} ${message.channel}`] ?? oldUntil),
    ).length;
  return { of, unread, setReadUntil };
}
export type Unread = ReturnType<typeof useUnread>;

/** The person looks at these messages now. */
export function useReading(
  { setReadUntil }: Unread,
  person: Person | undefined,
  channel: string,
  messages: OutboxMessage[],
  looks: boolean,
): void {
  const last = messages.findLast((message) => message.channel === channel)?.id;
  useEffect(() => {
    if (!looks || last === undefined || person === undefined) return;
    setReadUntil((now) => ({ ...now, [`${person.id} ${channel}`]: last }));
  }, [looks, last, person, channel, setReadUntil]);
}
