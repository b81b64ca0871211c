import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

const outboxMessage = z.object({
  /** `msg_000001`: rises with every message. */
  id: z.string(),
  /** ISO instant by the world's clock. */
  at: z.string(),
  channel: z.enum(['sms', 'wechat', 'wecom', 'email']),
  /** A phone number, an openid, a userid, an address. */
  to: z.string(),
  template: z.string().optional(),
  title: z.string().optional(),
  /** As the person reads it. */
  text: z.string(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
  /** A web address the message opens. */
  link: z.string().optional(),
  /** A mini-program page the message opens, with its query. */
  page: z.string().optional(),
  /** An entry for the reader's calendar that came with it. */
  calendar: z
    .object({
      uid: z.string(),
      sequence: z.number(),
      cancelled: z.boolean(),
      startsAt: z.string(),
      endsAt: z.string(),
      summary: z.string(),
      description: z.string().optional(),
    })
    .optional(),
  /** The markup of a mail. */
  html: z.string().optional(),
  /** A card's buttons; without `key` one that does nothing any more. */
  card: z
    .object({
      taskId: z.string(),
      responseCode: z.string(),
      buttons: z.array(z.object({ key: z.string(), text: z.string(), style: z.number() })),
      /** What the buttons were replaced by. */
      done: z.string().optional(),
    })
    .optional(),
  /** What the vendor was sent. */
  raw: z.unknown(),
});

export type OutboxMessage = z.infer<typeof outboxMessage>;

/** Every message that reached a person, in order. */
export type Outbox = {
  add(message: Omit<OutboxMessage, 'id'>): OutboxMessage;
  /** `since`: an ISO instant, inclusive. `after`: a message id, exclusive. */
  list(filter?: { to?: string; channel?: OutboxMessage['channel']; since?: string; after?: string }): OutboxMessage[];
  /** Changes what a person sees of a message that lies there already. */
  change(id: string, change: Partial<OutboxMessage>): void;
  /** Calls for every message from now on; returns the way to stop. */
  subscribe(listener: (message: OutboxMessage) => void): () => void;
  clear(): void;
};

/** With a file (one JSON a line) the messages survive a restart. */
export function createOutbox({ file }: { file?: string } = {}): Outbox {
  let messages = file ? readMessages(file) : [];
  let last = Number(messages.at(-1)?.id.slice('msg_'.length) ?? 0);
  const listeners = new Set<(message: OutboxMessage) => void>();

  return {
    add(message) {
      last += 1;
      const added = { id: `msg_${String(last).padStart(6, '0')}`, ...message };
      messages.push(added);
      if (file) appendFileSync(file, `${JSON.stringify(added)}\n`);
      for (const listener of listeners) listener(added);
      return added;
    },
    change(id, change) {
      messages = messages.map((message) => (message.id === id ? { ...message, ...change } : message));
      if (file) writeFileSync(file, messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
    },
    list({ to, channel, since, after } = {}) {
      const sinceMs = since === undefined ? undefined : Date.parse(since);
      return messages.filter(
        (message) =>
          (to === undefined || message.to === to) &&
          (channel === undefined || message.channel === channel) &&
          (sinceMs === undefined || Date.parse(message.at) >= sinceMs) &&
          (after === undefined || message.id > after),
      );
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear() {
      messages = [];
      last = 0;
      if (file) rmSync(file, { force: true });
    },
  };
}

/** A last line torn by a kill is dropped, and taken out of the file so that the next line does not grow onto it. */
function readMessages(file: string): OutboxMessage[] {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole !== text) writeFileSync(file, whole);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => outboxMessage.parse(JSON.parse(line)));
}
