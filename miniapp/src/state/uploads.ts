import type { Output } from '#shared/contract/operations.ts';
import { mediaLimits } from '#shared/interview/media.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { type CallError, isRefused, isWaitable } from '../api/call-error.ts';
import type { Call } from '../api/caller.ts';
import { backoffMs } from '../api/retry.ts';
import type { Blobs } from '../platform/blobs.ts';
import type { UploadOne } from '../platform/upload.ts';
import { type ClipJournal, type ClipRecord, clipKey, partKey } from './clip-journal.ts';
import type { Timers } from './timers.ts';

/** `done`: 0 to 1 of the bytes there are so far. `lost`: the device no longer has the bytes. */
export type ClipState =
  | { kind: 'recording' | 'uploading' | 'waiting'; done: number }
  | { kind: 'saved' }
  | { kind: 'refused'; error: CallError }
  | { kind: 'lost' };

type Form = Output<'clip.forms'>['forms'][number];
type Lane = {
  record: ClipRecord;
  /** Parts that the device had no room for: they live as long as the app. */
  memory: Map<number, ArrayBuffer>;
  forms: Map<number, Form>;
  /** Of the part under way. */
  partDone: number;
  writing: Promise<void>;
  busy: boolean;
  waiting: boolean;
  failed: CallError | 'lost' | undefined;
  tries: number;
  refusals: number;
  timer: unknown;
};

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

/** A form may be too old; one that is refused this often is refused for good. */
const mostRefusals = 4;
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

  function later(lane: Lane) {
    lane.waiting = true;
    timers.clear(lane.timer);
    lane.timer = timers.set(() => void push(lane), backoffMs(lane.tries++, random));
  }

  async function formFor(lane: Lane, part: number): Promise<Result<Form, CallError>> {
    const kept = lane.forms.get(part);
    if (kept) return ok(kept);
    const { interviewId, clipId, questionId, kind, mime, parts, stage } = lane.record;
    const wanted = stage === 'open' ? mediaLimits.parts[kind] - part : parts.length - part;
    const count = Math.max(1, Math.min(mediaLimits.forms, wanted));
    const got = await call('clip.forms', {
      params: { interviewId },
      input: { clipId, questionId, kind, mime, from: part, count },
    });
    if (!got.ok) return got;
    lane.forms = new Map(got.value.forms.map((form) => [form.part, form]));
    const form = lane.forms.get(part);
    return form ? ok(form) : refuse({ kind: 'unknown' });
  }

  /** True: it is up, go on. */
  async function sendPart(lane: Lane, part: number): Promise<boolean> {
    const form = await formFor(lane, part);
    if (!form.ok) return fail(lane, form.error);
    const held = lane.memory.get(part);
    const content = held ? { bytes: held } : { key: partKey(lane.record, part) };
    const onProgress = (done: number) => {
      const before = lane.partDone;
      lane.partDone = done;
      if (Math.floor(before * 10) !== Math.floor(done * 10)) changed();
    };
    const { url, fields } = form.value;
    const sent = await upload({ url, fields, content, mime: lane.record.mime, onProgress });
    lane.partDone = 0;
    if (sent.ok) {
      lane.tries = 0;
      lane.refusals = 0;
      lane.forms.delete(part);
      lane.memory.delete(part);
      note(lane, { up: part + 1 });
      return true;
    }
    lane.forms.clear();
    if (sent.kind === 'missing') {
      // What was up before it can still be heard: a recording cut short is better than none.
      if (part > 0) note(lane, { parts: lane.record.parts.slice(0, part) });
      else lane.failed = 'lost';
      return part > 0;
    }
    if (sent.kind === 'refused' && ++lane.refusals >= mostRefusals)
      return fail(lane, { kind: 'refused', code: 'media_not_allowed', message: '', status: sent.status });
    later(lane);
    return false;
  }

  function fail(lane: Lane, error: CallError): false {
    if (isWaitable(error)) later(lane);
    else lane.failed = error;
    return false;
  }

  async function close(lane: Lane): Promise<boolean> {
    const { interviewId, attempt, clipId, questionId, kind, mime, name, seconds, parts, interruptions } = lane.record;
    const bytes = parts.reduce((sum, size) => sum + size, 0);
    const answer = await call('clip.close', {
      params: { interviewId, clipId },
      input: {
        attempt,
        questionId,
        kind,
        mime,
        seconds,
        parts: parts.length,
        bytes,
        interruptions,
        ...(name === undefined ? {} : { name }),
      },
    });
    // A conflict: it was handed in before, by an app that was killed in the middle. It is there.
    if (!answer.ok && !isRefused(answer.error, 'clip_conflict')) return fail(lane, answer.error);
    if (lane.record.stage === 'whole') note(lane, { stage: 'closed' });
    playable.push(lane.record);
    for (const old of playable.splice(0, playable.length - mostPlayable)) void dropBytes(old);
    return false;
  }

  async function dropBytes(record: ClipRecord) {
    for (const key of await blobs.keys(`${clipKey(record)}/`)) await blobs.remove(key);
  }

  async function push(lane: Lane): Promise<void> {
    if (lane.busy || lane.failed !== undefined) return;
    lane.busy = true;
    lane.waiting = false;
    timers.clear(lane.timer);
    changed();
    for (let more = true; more; ) {
      const { stage, up, parts } = lane.record;
      if (stage === 'discarded' || stage === 'closed') more = false;
      else if (up < parts.length) more = await sendPart(lane, up);
      else if (stage === 'whole') more = await close(lane);
      else more = false;
      changed();
    }
    lane.busy = false;
    changed();
  }

  const find = (key: string): Lane => {
    const lane = lanes.get(key);
    if (!lane) throw new Error(`no such clip: ${key}`);
    return lane;
  };
  const of = (interviewId: string) => [...lanes.values()].filter(({ record }) => record.interviewId === interviewId);
  const isUnderWay = ({ record, failed }: Lane) => record.stage === 'whole' && failed === undefined;

  function stateOf(lane: Lane): ClipState {
    const { record, failed, waiting, partDone } = lane;
    if (record.stage === 'closed') return { kind: 'saved' };
    if (failed !== undefined) return failed === 'lost' ? { kind: 'lost' } : { kind: 'refused', error: failed };
    const all = record.parts.reduce((sum, size) => sum + size, 0);
    const up = record.parts.slice(0, record.up).reduce((sum, size) => sum + size, 0);
    const done = all === 0 ? 0 : Math.min(1, (up + partDone * (record.parts[record.up] ?? 0)) / all);
    return { kind: waiting ? 'waiting' : record.stage === 'open' ? 'recording' : 'uploading', done };
  }

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

const laneOf = (record: ClipRecord): Lane => ({
  record,
  memory: new Map(),
  forms: new Map(),
  partDone: 0,
  writing: Promise.resolve(),
  busy: false,
  waiting: false,
  failed: undefined,
  tries: 0,
  refusals: 0,
  timer: undefined,
});
