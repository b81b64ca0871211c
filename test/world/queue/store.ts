import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { WorldClock } from '../clock.ts';
import type { MessageAttributes } from './message-digest.ts';

/** Seconds and bytes as SQS counts them. `deadLetterQueue` is a queue's name. */
export type QueueSettings = {
  visibilityTimeout: number;
  delaySeconds: number;
  maximumMessageSize: number;
  receiveWaitSeconds: number;
  deadLetterQueue?: string;
  maxReceiveCount?: number;
};

/** `sentAt` and `firstReceivedAt` are the world's time, in milliseconds. */
export type Message = {
  id: string;
  body: string;
  attributes: MessageAttributes;
  sentAt: number;
  firstReceivedAt: number;
  receiveCount: number;
  receiptHandle: string;
  deadLetterSource: string | undefined;
};

export type QueueCounts = { visible: number; inFlight: number; delayed: number };

export type QueueStore = {
  settings(queue: string): QueueSettings | undefined;
  names(): string[];
  /** Makes the queue or gives it new settings; messages stay. */
  declare(queue: string, settings: QueueSettings): void;
  send(queue: string, message: { body: string; attributes: MessageAttributes; delaySeconds?: number }): string;
  receive(queue: string, limit: number, visibilitySeconds?: number): Message[];
  /** False when the message is gone, or has been received again since under another handle. */
  remove(queue: string, receiptHandle: string): boolean;
  changeVisibility(queue: string, receiptHandle: string, milliseconds: number): boolean;
  purge(queue: string): void;
  /** Puts the messages of a dead-letter queue back where they came from, or into `target`. Returns how many. */
  redrive(queue: string, target?: string): number;
  counts(queue: string): QueueCounts;
  /** Milliseconds until the next message may be received, if the world's clock runs on; nothing or less: now. */
  nextVisibleIn(queue: string): number | undefined;
  /** The next `count` received messages stay visible, so that they are delivered twice. */
  duplicate(count: number): void;
  onChange(listener: () => void): () => void;
  close(): void;
};

/**
 * The queues' state, in `file` or in memory. Two times rule it: a delay and a message's age are the world's, so that a
 * turned clock makes what was delayed due; a visibility timeout is how long a handler may really take, so it runs in
 * real time also while the world's clock stands still. Retention is not modelled: nothing is ever dropped for its age.
 */
export function openQueueStore({ clock, file = ':memory:' }: { clock: WorldClock; file?: string }): QueueStore {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS queues (name TEXT PRIMARY KEY, settings TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS messages (
      place INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL, queue TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL,
      sent_at INTEGER NOT NULL, due_at INTEGER NOT NULL, hidden_until INTEGER NOT NULL DEFAULT 0,
      receive_count INTEGER NOT NULL DEFAULT 0, first_received_at INTEGER NOT NULL DEFAULT 0,
      receipt TEXT, dead_letter_source TEXT
    );
    CREATE INDEX IF NOT EXISTS by_queue ON messages (queue, place);
  `);
  // Whoever held a message before a restart is gone with it: no reason to wait for its visibility timeout.
  database.exec('UPDATE messages SET hidden_until = 0');
  const listeners = new Set<() => void>();
  let duplicates = 0;
  const worldNow = () => clock.now().getTime();
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  const leaveClock = clock.onTurn(changed);

  const statements = {
    settings: database.prepare('SELECT settings FROM queues WHERE name = ?'),
    names: database.prepare('SELECT name FROM queues ORDER BY name'),
    declare: database.prepare('INSERT OR REPLACE INTO queues (name, settings) VALUES (?, ?)'),
    send: database.prepare(
      'INSERT INTO messages (id, queue, body, attributes, sent_at, due_at) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    receivable: database.prepare(
      'SELECT * FROM messages WHERE queue = ? AND due_at <= ? AND hidden_until <= ? ORDER BY place LIMIT ?',
    ),
    take: database.prepare(
      `UPDATE messages SET receive_count = receive_count + 1, hidden_until = ?, receipt = ?,
       first_received_at = CASE first_received_at WHEN 0 THEN ? ELSE first_received_at END WHERE place = ? RETURNING *`,
    ),
    bury: database.prepare(
      'UPDATE messages SET queue = ?, dead_letter_source = ?, receive_count = 0, first_received_at = 0 WHERE place = ?',
    ),
    remove: database.prepare('DELETE FROM messages WHERE queue = ? AND receipt = ?'),
    hide: database.prepare('UPDATE messages SET hidden_until = ? WHERE queue = ? AND receipt = ?'),
    purge: database.prepare('DELETE FROM messages WHERE queue = ?'),
    redrive: database.prepare(
      `UPDATE messages SET queue = COALESCE(?, dead_letter_source), dead_letter_source = NULL, receive_count = 0,
       first_received_at = 0, hidden_until = 0, receipt = NULL, sent_at = ?
       WHERE queue = ? AND COALESCE(?, dead_letter_source) IS NOT NULL`,
    ),
    counts: database.prepare(
      `SELECT COALESCE(SUM(due_at > :now), 0) AS delayed,
              COALESCE(SUM(due_at <= :now AND hidden_until > :real), 0) AS inFlight,
              COALESCE(SUM(due_at <= :now AND hidden_until <= :real), 0) AS visible
       FROM messages WHERE queue = :queue`,
    ),
    nextVisible: database.prepare(
      // What has become visible since the last look counts too, with a wait of nothing: else nobody would look again.
      'SELECT MIN(MAX(hidden_until - :real, due_at - :now)) AS wait FROM messages WHERE queue = :queue',
    ),
  };

  function settings(queue: string): QueueSettings | undefined {
    const row = statements.settings.get(queue);
    return row ? (JSON.parse(String(row['settings'])) as QueueSettings) : undefined;
  }

  function receive(queue: string, limit: number, visibilitySeconds?: number): Message[] {
    const { visibilityTimeout, deadLetterQueue, maxReceiveCount } = settings(queue) ?? defaultSettings;
    const received: Message[] = [];
    let buried = 0;
    const rows = statements.receivable.all(queue, worldNow(), Date.now(), limit);
    for (const row of rows) {
      const place = Number(row['place']);
      if (deadLetterQueue && maxReceiveCount && Number(row['receive_count']) >= maxReceiveCount) {
        statements.bury.run(deadLetterQueue, queue, place);
        buried += 1;
        continue;
      }
      const twice = duplicates > 0;
      if (twice) duplicates -= 1;
      const hiddenUntil = twice ? 0 : Date.now() + (visibilitySeconds ?? visibilityTimeout) * 1_000;
      const taken = statements.take.get(hiddenUntil, crypto.randomUUID(), worldNow(), place);
      if (taken) received.push(messageOf(taken));
    }
    if (buried > 0) changed();
    // What went to the dead-letter queue must not make a full queue look empty.
    return buried > 0 && received.length === 0 ? receive(queue, limit, visibilitySeconds) : received;
  }

  return {
    settings,
    names: () => statements.names.all().map((row) => String(row['name'])),
    declare(queue, given) {
      statements.declare.run(queue, JSON.stringify(given));
    },
    send(queue, { body, attributes, delaySeconds }) {
      const id = crypto.randomUUID();
      const delay = (delaySeconds ?? settings(queue)?.delaySeconds ?? 0) * 1_000;
      statements.send.run(id, queue, body, JSON.stringify(attributes), worldNow(), worldNow() + delay);
      changed();
      return id;
    },
    receive,
    remove(queue, receiptHandle) {
      const removed = statements.remove.run(queue, receiptHandle).changes > 0;
      if (removed) changed();
      return removed;
    },
    changeVisibility(queue, receiptHandle, milliseconds) {
      const done = statements.hide.run(Date.now() + milliseconds, queue, receiptHandle).changes > 0;
      if (done) changed();
      return done;
    },
    purge(queue) {
      statements.purge.run(queue);
      changed();
    },
    redrive(queue, target) {
      const moved = Number(statements.redrive.run(target ?? null, worldNow(), queue, target ?? null).changes);
      if (moved > 0) changed();
      return moved;
    },
    counts(queue) {
      const row = statements.counts.get({ queue, now: worldNow(), real: Date.now() });
      return {
        visible: Number(row?.['visible']),
        inFlight: Number(row?.['inFlight']),
        delayed: Number(row?.['delayed']),
      };
    },
    nextVisibleIn(queue) {
      const wait = statements.nextVisible.get({ queue, now: worldNow(), real: Date.now() })?.['wait'];
      return typeof wait === 'number' ? wait : undefined;
    },
    duplicate(count) {
      duplicates = count;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      leaveClock();
      listeners.clear();
      database.close();
    },
  };
}

export const defaultSettings: QueueSettings = {
  visibilityTimeout: 30,
  delaySeconds: 0,
  maximumMessageSize: 1_048_576,
  receiveWaitSeconds: 0,
};

function messageOf(row: Record<string, unknown>): Message {
  return {
    id: String(row['id']),
    body: String(row['body']),
    attributes: JSON.parse(String(row['attributes'])) as MessageAttributes,
    sentAt: Number(row['sent_at']),
    firstReceivedAt: Number(row['first_received_at']),
    receiveCount: Number(row['receive_count']),
    receiptHandle: String(row['receipt']),
    deadLetterSource: typeof row['dead_letter_source'] === 'string' ? row['dead_letter_source'] : undefined,
  };
}
