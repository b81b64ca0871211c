import type { DraftContent } from '#shared/interview/draft.ts';
import type { KeyValue } from './storage.ts';
import type { Timers } from './timers.ts';

/**
 * An answer as it stands on this device. Every change takes a new `number`; the server has confirmed everything up to
 * `acknowledged`. Equal: nothing here that the server lacks.
 */
export type Entry = {
  number: number;
  content: DraftContent;
  acknowledged: number;
  /** Fingerprints of what the server may hold from this device: what it confirmed last, and what was sent since. */
  seen: string[];
};

/** An end asked for but not confirmed by the server yet: it is sent as soon as there is a network, even after a restart. */
export type PendingEnd = {
  interviewId: string;
  attempt: number;
  epoch: number;
  operationId: string;
  /** Last number of every question. A new set of numbers is a new intention and takes a new operation id. */
  numbers: Record<string, number>;
};

export type Journal = {
  read(interviewId: string, attempt: number, questionId: string): Entry | undefined;
  /** Every answer of one attempt. */
  entries(interviewId: string, attempt: number): Record<string, Entry>;
  /** Reaches storage within a frame; `sync` makes it at once. */
  write(interviewId: string, attempt: number, questionId: string, entry: Entry): void;
  sync(): void;
  drop(interviewId: string, attempt: number, questionId: string): void;
  /** Forgets every attempt before `attempt`, or all of them. */
  forget(interviewId: string, before?: number): void;
  pendingEnds(): PendingEnd[];
  queueEnd(end: PendingEnd): void;
  settleEnd(interviewId: string): void;
};

/** Half a frame: what was typed is on the device before the next one is drawn. */
const soonMs = 8;
const draftPrefix = (interviewId: string) => `draft/${interviewId}/`;
const endPrefix = 'end/';

/** Drafts and ends on the device, written before anything is sent. Never throws: `onFull` is told when storage refuses. */
export function createJournal(storage: KeyValue, timers: Timers, onFull: () => void = () => {}): Journal {
  const waiting = new Map<string, Entry>();
  let timer: unknown;
  const keyOf = (interviewId: string, attempt: number, questionId: string) =>
    `${draftPrefix(interviewId)}${attempt}/${questionId}`;

  function put(key: string, value: unknown) {
    try {
      storage.set(key, value);
    } catch {
      onFull();
    }
  }

  function sync() {
    if (timer !== undefined) timers.clear(timer);
    timer = undefined;
    const due = [...waiting];
    waiting.clear();
    for (const [key, entry] of due) put(key, entry);
  }

  return {
    read(interviewId, attempt, questionId) {
      const key = keyOf(interviewId, attempt, questionId);
      return waiting.get(key) ?? storage.get<Entry>(key);
    },
    entries(interviewId, attempt) {
      sync();
      const prefix = keyOf(interviewId, attempt, '');
      const found: Record<string, Entry> = {};
      for (const key of storage.keys().filter((one) => one.startsWith(prefix))) {
        const entry = storage.get<Entry>(key);
        if (entry) found[key.slice(prefix.length)] = entry;
      }
      return found;
    },
    write(interviewId, attempt, questionId, entry) {
      waiting.set(keyOf(interviewId, attempt, questionId), entry);
      timer ??= timers.set(sync, soonMs);
    },
    sync,
    drop(interviewId, attempt, questionId) {
      const key = keyOf(interviewId, attempt, questionId);
      waiting.delete(key);
      storage.remove(key);
    },
    forget(interviewId, before = Number.POSITIVE_INFINITY) {
      sync();
      const prefix = draftPrefix(interviewId);
      const old = storage
        .keys()
        .filter((key) => key.startsWith(prefix) && Number.parseInt(key.slice(prefix.length), 10) < before);
      for (const key of old) storage.remove(key);
    },
    pendingEnds: () =>
      storage
        .keys()
        .filter((key) => key.startsWith(endPrefix))
        .flatMap((key) => storage.get<PendingEnd>(key) ?? []),
    queueEnd: (end) => put(`${endPrefix}${end.interviewId}`, end),
    settleEnd: (interviewId) => storage.remove(`${endPrefix}${interviewId}`),
  };
}
