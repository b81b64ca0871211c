import type { Clip } from '#shared/interview/draft.ts';
import type { Call } from '../../api/caller.ts';
import type { Blobs } from '../../platform/blobs.ts';
import { clipKey, createClipJournal } from '../../state/clip-journal.ts';
import { createRecordings } from '../../state/recordings.ts';
import type { KeyValue } from '../../state/storage.ts';
import { deviceTimers } from '../../state/timers.ts';
import { createUploads } from '../../state/uploads.ts';

export type Tried = string | Clip;
export type Practice = ReturnType<typeof createPractice>;

const place = { interviewId: 'practice', attempt: 1 };
const question = 'practice';

/**
 * The room's own recorder with nothing behind it: what is said here lives in memory and is gone with the page. The server is
 * never asked for a place to put it, so that nothing can leave the device.
 */
export function createPractice(now: () => number, onChange: () => void) {
  const nowhere = () => new Promise<never>(() => {});
  const uploads = createUploads({
    call: nowhere as Call,
    clips: createClipJournal(inMemory()),
    blobs: blobsInMemory(),
    upload: nowhere,
    timers: deviceTimers,
  });
  let tried: Tried[] = [];
  const set = (next: Tried[]) => {
    tried = next;
    onChange();
  };
  const recordings = createRecordings({
    interviewId: place.interviewId,
    uploads,
    now,
    onChange,
    onClip: (_, clip) => set([...tried, clip]),
  });
  recordings.open({ attempt: place.attempt, epoch: 1, known: [] });

  return {
    question,
    recordings,
    tried: () => tried,
    say: (text: string) => set([...tried, text]),
    remove(clipId: string) {
      recordings.discard(clipId);
      set(tried.filter((one) => typeof one === 'string' || one.clipId !== clipId));
    },
    bytes: ({ clipId }: Clip) => uploads.bytes(clipKey({ ...place, clipId })),
    close: () => recordings.cancel(),
  };
}

function inMemory(): KeyValue {
  const kept = new Map<string, unknown>();
  return {
    get: <T>(key: string) => kept.get(key) as T | undefined,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
}

function blobsInMemory(): Blobs {
  const kept = new Map<string, ArrayBuffer>();
  return {
    async put(key, bytes) {
      kept.set(key, bytes);
      return true;
    },
    get: async (key) => kept.get(key),
    async remove(key) {
      kept.delete(key);
    },
    keys: async (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)).sort(),
  };
}
