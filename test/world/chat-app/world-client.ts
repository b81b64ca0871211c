import type { Scene } from '../backstage.ts';
import type { OutboxMessage } from '../outbox.ts';
import type { Person } from '../people.ts';

export type Candidate = Extract<Person, { kind: 'candidate' }>;
export type Staff = Extract<Person, { kind: 'staff' }>;
export type { OutboxMessage, Person, Scene };

/** The page a link leads to inside the mini-program; `query` is ready to stand behind a `?`. */
export type Target = { path: string; query: string };

/** `nextReminder`: null where nobody is to be reminded. */
export type Time = { now: string; nextReminder: string | null };

/** A figure on a member's workbench. */
export type BoardItem = { key?: string; data: string; pagepath?: string };

async function call<T>(path: string, body?: unknown): Promise<T> {
  const reply = await fetch(`/world/${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const said = (await reply.json()) as T & { error?: { message: string } };
  if (!reply.ok) throw new Error(said.error?.message ?? `${reply.status}`);
  return said;
}

export const world = {
  people: () => call<{ people: Person[] }>('people'),
  now: () => call<Time & { timeZone: string }>('clock'),
  advance: (advance: string) => call<Time>('clock', { advance }),
  turnTo: (to: string) => call<Time>('clock', { to }),
  messages: (after: string) =>
    call<{ messages: OutboxMessage[]; done: Record<string, string> }>(`outbox?after=${after}`),
  scenes: (after: number) => call<{ scenes: Scene[] }>(`backstage?after=${after}`),
  openLink: (link: string) => call<Target>('open-link', { link }),
  pressCard: (person: string, taskId: string, key: string) => call('phone/card', { person, taskId, key }),
  board: (person: string) => call<{ items: BoardItem[] }>(`phone/workbench?person=${person}`),
  webCode: (person: string) => call<{ code: string }>('phone/login', { platform: 'wxwork-web', person }),
};

/** Whose message it is: by telephone number (with or without +86), openid or userid. */
export function recipient(people: Person[], { channel, to }: OutboxMessage): Person | undefined {
  return people.find((person) =>
    person.kind === 'staff'
      ? channel === 'wecom' && person.userid.toLowerCase() === to.toLowerCase()
      : (channel === 'sms' && to.endsWith(person.phone)) ||
        (channel === 'wechat' && to === person.openid) ||
        (channel === 'email' && to === person.email),
  );
}
