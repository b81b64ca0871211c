import type { Call } from '../../miniapp/src/api/caller.ts';
import { newOperationId } from '../../miniapp/src/api/operation-id.ts';
import type { Blobs } from '../../miniapp/src/platform/blobs.ts';
import type { CaptureEvents } from '../../miniapp/src/platform/capture.ts';
import type { UploadOne, UploadResult } from '../../miniapp/src/platform/upload.ts';
import { createClipJournal } from '../../miniapp/src/state/clip-journal.ts';
import { createEndings } from '../../miniapp/src/state/endings.ts';
import { createJournal } from '../../miniapp/src/state/journal.ts';
import type { Mimed } from '../../miniapp/src/state/recordings.ts';
import type { Room } from '../../miniapp/src/state/room.ts';
import { createSitting, type Sitting } from '../../miniapp/src/state/sitting.ts';
import { deviceTimers, type Timers } from '../../miniapp/src/state/timers.ts';
import { createUploads } from '../../miniapp/src/state/uploads.ts';
import { interviewId as fakeInterview } from './fake-server.ts';
import { memoryBlobs } from './memory-blobs.ts';
import { memoryStorage } from './memory-storage.ts';

type Server = { call: Call; receive(key: string, bytes: ArrayBuffer): Promise<UploadResult> };
/** Whose interview, and by which clock; the fake server's and the process's own where it says nothing. */
type Place = { interviewId?: string; timers?: Timers; now?: () => number; newId?: () => string };

const never = () => new Promise<never>(() => {});

/** A microphone that says what it is told to. */
export function createMicrophone(now: () => number = Date.now) {
  let events: CaptureEvents | undefined;
  let startedAt = 0;
  const seconds = () => (now() - startedAt) / 1000;
  return {
    make(told: CaptureEvents): Mimed {
      return {
        mime: 'audio/mpeg',
        levels: true,
        start() {
          events = told;
          startedAt = now();
          told.onStarted?.();
        },
        stop() {
          const ended = events;
          events = undefined;
          ended?.onChunk(new ArrayBuffer(0), true);
          ended?.onStop({ seconds: seconds() });
        },
        cancel() {
          events = undefined;
        },
        resume() {},
      };
    },
    say: (...bytes: number[]) => events?.onChunk(new Uint8Array(bytes).buffer, false),
    interrupt: () => events?.onInterrupted?.(),
    fail: () => {
      const failed = events;
      events = undefined;
      failed?.onError('failed');
    },
  };
}

/** A phone with the app on it. `kill` forgets everything but storage; timers of the killed app fire into nothing. */
export function createDevice({ call, receive }: Server, place: Place = {}) {
  const { interviewId = fakeInterview, timers: clock = deviceTimers, now = Date.now, newId = newOperationId } = place;
  const storage = memoryStorage();
  const blobs = memoryBlobs(clock);
  let generation = 0;
  let app = launch();

  function launch() {
    const mine = ++generation;
    const alive = () => mine === generation;
    /** What a dead app had begun goes on without it; it hears of nothing any more. */
    const hears = async <T>(work: Promise<T>): Promise<T> => {
      const answer = await work;
      return alive() ? answer : never();
    };
    const timers = {
      set: (run: () => void, ms: number) => clock.set(() => alive() && run(), ms),
      clear: clock.clear,
    };
    const guarded = {
      ...storage,
      set: (key: string, value: unknown) => void (alive() && storage.set(key, value)),
      remove: (key: string) => void (alive() && storage.remove(key)),
    };
    const living = (async (...given: Parameters<Call>) => (alive() ? hears(call(...given)) : never())) as Call;
    const kept: Blobs = {
      put: (key, bytes) => (alive() ? hears(blobs.put(key, bytes)) : never()),
      get: (key) => hears(blobs.get(key)),
      remove: (key) => (alive() ? hears(blobs.remove(key)) : never()),
      keys: (prefix) => hears(blobs.keys(prefix)),
    };
    const upload: UploadOne = async ({ fields, content }) => {
      const bytes = 'bytes' in content ? content.bytes : await kept.get(content.key);
      if (!bytes) return { ok: false, kind: 'missing' };
      return alive() ? hears(receive(fields.key ?? '', bytes)) : never();
    };
    const journal = createJournal(guarded, timers);
    const clips = createClipJournal(guarded);
    const uploads = createUploads({ call: living, clips, blobs: kept, upload, timers });
    const endings = createEndings({ call: living, journal, uploads, timers, newId });
    return { journal, uploads, endings, timers, call: living, sitting: undefined as Sitting | undefined };
  }

  return {
    storage,
    blobs,
    endings: () => app.endings,
    uploads: () => app.uploads,
    sitting(): Sitting {
      if (!app.sitting) throw new Error('the page is not open');
      return app.sitting;
    },
    /** Opens the interview's page. */
    open(opened?: { attempt: number; epoch: number }): Room {
      app.sitting?.leave();
      app.sitting = createSitting({
        interviewId,
        opened,
        call: app.call,
        journal: app.journal,
        endings: app.endings,
        uploads: app.uploads,
        timers: app.timers,
        now,
        newId,
        onChange: () => {},
      });
      return app.sitting.room;
    },
    kill() {
      app = launch();
    },
  };
}
