import type { Call } from '../api/caller.ts';
import type { Blobs } from '../platform/blobs.ts';
import type { UploadOne } from '../platform/upload.ts';
import { type ClipJournal, type ClipRecord, clipKey, partKey } from './clip-journal.ts';
import { createSendClip } from './send-clip.ts';
import type { Timers } from './timers.ts';
import { type ClipState, type Lane, laneOf, stateOf } from './upload-lane.ts';

type Parts = {
  call: Call;
  clips: ClipJournal;
  blobs: Blobs;
  upload: UploadOne;
  timers: Timers;
  random?: () => number;
  /** The device has no room for a part. */
  onFull?: () => void;
};

const mostPlayable = 2;

export type Uploads = ReturnType<typeof createUploads>;

/**
 * Recordings on their way to the store. A part is kept on the device before it is sent, sent in order with a signed form,
 * and the clip is handed in when all are up. Outlives the page that recorded, and a restart of the app.
 */
export function createUploads({ call, clips, blobs, upload, timers, random = Math.random, onFull = () => {} }: Parts) {
  const lanes = new Map<string, Lane>();
  const listeners = new Set<() => void>();
  const looking = new Set<() => void>();
  /** Handed in a moment ago: played from here until the server has put them together. */
  const playable: ClipRecord[] = [];
  for (const record of clips.all()) lanes.set(clipKey(record), laneOf(record));

  function changed() {
    for (const look of [...looking]) look();
    for (const tell of [...listeners]) tell();
  }

  function note(lane: Lane, change: Partial<ClipRecord>) {
    lane.record = { ...lane.record, ...change };
    if (lanes.get(clipKey(lane.record)) === lane) clips.write(lane.record);
  }

  async function dropBytes(record: ClipRecord) {
    for (const key of await blobs.keys(`${clipKey(record)}/`)) await blobs.remove(key);
  }

  const push = createSendClip({
    call,
    upload,
    timers,
    random,
    note,
    changed,
    onClosed(record) {
      playable.push(record);
      for (const old of playable.splice(0, playable.length - mostPlayable)) void dropBytes(old);
    },
  });

  const find = (key: string): Lane => {
    const lane = lanes.get(key);
    if (!lane) throw new Error(`no such clip: ${key}`);
    return lane;
  };
  const of = (interviewId: string) => [...lanes.values()].filter(({ record }) => record.interviewId === interviewId);
  const isUnderWay = ({ record, failed }: Lane) => record.stage === 'whole' && failed === undefined;

  return {
    begin(record: ClipRecord) {
      const lane = laneOf(record);
      lanes.set(clipKey(record), lane);
      clips.write(record);
      changed();
    },

    /** The next part: on the device first, then under way. Answers when the device has it. */
    add(key: string, bytes: ArrayBuffer, seconds: number): Promise<void> {
      const lane = find(key);
      lane.writing = lane.writing.then(async () => {
        if (lane.record.stage !== 'open') return;
        const part = lane.record.parts.length;
        if (!(await blobs.put(partKey(lane.record, part), bytes))) {
          lane.memory.set(part, bytes);
          onFull();
        }
        note(lane, { parts: [...lane.record.parts, bytes.byteLength], seconds });
        void push(lane);
      });
      return lane.writing;
    },

    interrupted(key: string) {
      const lane = find(key);
      note(lane, { interruptions: lane.record.interruptions + 1 });
    },

    /** Nothing more will come. Answers the record, whole; with no parts there was nothing to keep. */
    async finish(key: string, seconds: number): Promise<ClipRecord> {
      const lane = find(key);
      await lane.writing;
      if (lane.record.stage === 'open') {
        note(lane, { stage: 'whole', seconds });
        void push(lane);
      }
      return lane.record;
    },

    discard(key: string, retaken = false) {
      const lane = lanes.get(key);
      if (!lane || lane.record.stage === 'discarded') return;
      timers.clear(lane.timer);
      note(lane, { stage: 'discarded', ...(retaken ? { retaken } : {}) });
      void lane.writing.then(() => dropBytes(lane.record));
      changed();
    },

    /**
     * On coming back. Of recordings that the end of the app broke off, what the device has: a part may have been kept that was not
     * written down any more.
     */
    async recover(interviewId: string): Promise<void> {
      for (const lane of of(interviewId)) {
        const { stage } = lane.record;
        if (stage === 'discarded' || (stage === 'closed' && !playable.includes(lane.record)))
          void dropBytes(lane.record);
        if (stage !== 'open') continue;
        const keys = new Set(await blobs.keys(`${clipKey(lane.record)}/`));
        const parts = [...lane.record.parts];
        for (let part = parts.length; keys.has(partKey(lane.record, part)); part++) {
          const bytes = await blobs.get(partKey(lane.record, part));
          if (!bytes) break;
          parts.push(bytes.byteLength);
        }
        if (parts.length > lane.record.parts.length) note(lane, { parts });
        void push(lane);
      }
    },

    records: (interviewId: string, attempt: number): ClipRecord[] =>
      of(interviewId).flatMap(({ record }) => (record.attempt === attempt ? [record] : [])),
    state(key: string): ClipState | undefined {
      const lane = lanes.get(key);
      return lane && stateOf(lane);
    },
    /** The bytes while the device has them all. */
    async bytes(key: string): Promise<ArrayBuffer[] | undefined> {
      const lane = lanes.get(key);
      if (!lane || lane.record.parts.length === 0) return undefined;
      const found = await Promise.all(
        lane.record.parts.map(async (_, part) => lane.memory.get(part) ?? blobs.get(partKey(lane.record, part))),
      );
      const there = found.filter((one) => one !== undefined);
      return there.length === found.length ? there : undefined;
    },
    retry(key: string) {
      const lane = lanes.get(key);
      if (!lane) return;
      lane.failed = undefined;
      lane.refusals = 0;
      lane.tries = 0;
      void push(lane);
    },
    /** Clips of an interview that are still to be handed in, and how far they are together. */
    pending(interviewId: string): { clips: number; done: number } {
      const open = of(interviewId).filter(isUnderWay);
      const states = open.map(stateOf);
      const done = states.reduce((sum, state) => sum + ('done' in state ? state.done : 0), 0);
      return { clips: open.length, done: open.length === 0 ? 1 : done / open.length };
    },
    /**
     * Settles when every clip of the interview is handed in, or when each of the others was tried and has to wait. An end
     * does not hang on them: they may be handed in after it.
     */
    async settle(interviewId: string): Promise<void> {
      await Promise.all(of(interviewId).map((lane) => lane.writing));
      for (const lane of of(interviewId).filter(isUnderWay)) {
        lane.tries = 0;
        void push(lane);
      }
      await new Promise<void>((done) => {
        const look = () => {
          if (of(interviewId).some((lane) => isUnderWay(lane) && !lane.waiting)) return;
          looking.delete(look);
          done();
        };
        looking.add(look);
        look();
      });
    },
    /** On launch, on return, when the network is back: everything that waits, at once. */
    wake() {
      for (const lane of lanes.values()) {
        const { stage, up, parts } = lane.record;
        if (stage !== 'whole' && (stage !== 'open' || up >= parts.length)) continue;
        lane.tries = 0;
        void push(lane);
      }
    },
    /** Forgets what belongs to attempts before `before`; of later ones what is handed in or thrown away if `done`. */
    forget(interviewId: string, before: number, done = false) {
      for (const lane of of(interviewId)) {
        const { stage, attempt } = lane.record;
        const over = attempt < before || (done && (stage === 'closed' || stage === 'discarded'));
        if (!over) continue;
        timers.clear(lane.timer);
        lane.record = { ...lane.record, stage: 'discarded' };
        lanes.delete(clipKey(lane.record));
        clips.remove(lane.record);
        void lane.writing.then(() => dropBytes(lane.record));
      }
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
