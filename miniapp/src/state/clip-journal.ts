import type { MediaKind } from '#shared/interview/media.ts';
import type { KeyValue } from './storage.ts';

/**
 * A recording or file as this device knows it. Its bytes lie with `blobs`, a part each; this is written after them, so
 * that a part it names is there.
 */
export type ClipRecord = {
  interviewId: string;
  attempt: number;
  questionId: string;
  clipId: string;
  kind: MediaKind;
  mime: string;
  name?: string;
  /** Bytes of every part, in order. */
  parts: number[];
  /** So many parts the store has. */
  up: number;
  /** Recorded so far. */
  seconds: number;
  interruptions: number;
  /**
   * `open`: being recorded, or broken off by the end of the app. `whole`: nothing more will come. `closed`: the server
   * has it. `discarded`: taken again or cancelled; kept so that its id is never used twice.
   */
  stage: 'open' | 'whole' | 'closed' | 'discarded';
  /** It had been in the answer. */
  retaken?: boolean;
};

export type ClipJournal = {
  all(): ClipRecord[];
  write(record: ClipRecord): void;
  remove(record: ClipRecord): void;
};

const prefix = 'clip/';

export const clipKey = ({ interviewId, attempt, clipId }: Pick<ClipRecord, 'interviewId' | 'attempt' | 'clipId'>) =>
  `${prefix}${interviewId}/${attempt}/${clipId}`;

export const partKey = (record: Pick<ClipRecord, 'interviewId' | 'attempt' | 'clipId'>, part: number): string =>
  `${clipKey(record)}/${String(part).padStart(5, '0')}`;

/** What is recorded and not handed in yet, on the device. Never throws: `onFull` is told when storage refuses. */
export function createClipJournal(storage: KeyValue, onFull: () => void = () => {}): ClipJournal {
  return {
    all: () =>
      storage
        .keys()
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => storage.get<ClipRecord>(key) ?? []),
    write(record) {
      try {
        storage.set(clipKey(record), record);
      } catch {
        onFull();
      }
    },
    remove: (record) => storage.remove(clipKey(record)),
  };
}
