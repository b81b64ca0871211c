import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gather } from '#functions/clip/assemble.ts';
import { mediaKey, partName } from '#functions/clip/media-key.ts';
import { deliveries, type TranscribeDeps, transcribe } from '#functions/clip/transcribe.ts';
import type { ClipOutcome, ClipRecord, Clips, MediaFiles, Recogniser } from '#functions/ports/clip.ts';

const place = { company: 'co_test', interviewId: 'itv_0001' };
const job = { ...place, clipId: '1-1' };

const closed = (over: Partial<ClipRecord> = {}): ClipRecord => ({
  clipId: '1-1',
  questionId: 'qone',
  attempt: 1,
  kind: 'voice',
  mime: 'audio/mpeg',
  seconds: 5,
  parts: 1,
  bytes: 1,
  name: null,
  interruptions: 0,
  closedAt: '2026-03-01T08:00:00.000Z',
  state: 'transcribing',
  assembled: null,
  transcript: null,
  speech: null,
  flags: [],
  recogniser: null,
  settledAt: null,
  ...over,
});

function memoryFiles(
  parts: (Uint8Array | undefined)[],
  clip: ClipRecord,
): MediaFiles & { objects: Map<string, Uint8Array> } {
  const objects = new Map<string, Uint8Array>();
  const at = { ...place, ...clip };
  for (const [i, bytes] of parts.entries()) if (bytes) objects.set(mediaKey.part(at, i), bytes);
  return {
    objects,
    list: async (folder) =>
      [...objects]
        .filter(([key]) => key.startsWith(folder))
        .map(([key, bytes]) => ({ name: key.slice(folder.length), bytes: bytes.length })),
    async read(key) {
      const found = objects.get(key);
      if (!found) throw new Error('NoSuchKey');
      return found;
    },
    async putOnce(key, { bytes }) {
      if (!objects.has(key)) objects.set(key, bytes);
    },
  };
}

/** One clip, and how often it was settled. */
function memoryClips(first: ClipRecord | undefined) {
  let record = first;
  const settled: ClipOutcome[] = [];
  const open = () => record !== undefined && record.settledAt === null;
  const clips: Clips = {
    get: async () => record,
    ofInterview: async () => (record ? [record] : []),
    putOnce: async (_company, _itv, clip) => {
      record ??= clip;
      return record;
    },
    async assembled(_company, _itv, _clipId, assembled) {
      if (record && open()) record = { ...record, assembled };
    },
    async settle(_company, _itv, _clipId, outcome) {
      if (!record || !open()) return false;
      settled.push(outcome);
      record = { ...record, ...outcome, settledAt: '2026-03-01T08:01:00.000Z' };
      return true;
    },
  };
  const remove = () => {
    record = undefined;
  };
  return { clips, settled, record: () => record, remove };
}

const heard = { seconds: 1, energies: new Float32Array(50), incomplete: false };
const says = (text: string, confidence: number | null = 0.9): Recogniser => ({
  name: 'test',
  recognise: async () => ({ state: 'ready', text, confidence, words: [] }),
});
const depsOf = (files: MediaFiles, clips: Clips, over: Partial<TranscribeDeps> = {}): TranscribeDeps => ({
  clips,
  files,
  sound: async () => ({ ok: true, sound: heard }),
  recogniser: says('说了'),
  config: { asr: { sureFrom: 0.6 } },
  ...over,
});

test('whatever parts are there, the whole is those in their order, and the others are named', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(fc.uint8Array({ minLength: 1, maxLength: 40 })), { minLength: 1, maxLength: 40 }),
      async (drawn) => {
        const parts = drawn.map((bytes) => bytes ?? undefined);
        const clip = closed({ parts: parts.length });
        const files = memoryFiles(parts, clip);
        // What no form was given for does not count.
        files.objects.set(mediaKey.part({ ...place, ...clip }, parts.length), Buffer.from('more'));
        const { bytes, missing, kept } = await gather(files, place, clip);
        expect(Buffer.from(bytes).equals(Buffer.concat(parts.filter((one) => one !== undefined)))).toBe(true);
        expect(missing).toEqual(parts.flatMap((one, i) => (one ? [] : [i])));
        expect(kept).toBe(false);
      },
    ),
  );
});

test('parts are named so that a listing has them in order', () => {
  const names = Array.from({ length: 300 }, (_, part) => partName(part));
  expect(names.toSorted()).toEqual(names);
});

test('one that is larger than a job can hold is kept as far as it fits', async () => {
  const clip = closed({ kind: 'video', mime: 'video/mp4', parts: 3 });
  const sizes = [150_000_000, 150_000_000, 10];
  const files: MediaFiles = {
    list: async () => sizes.map((bytes, i) => ({ name: partName(i), bytes })),
    read: async (key) => new Uint8Array(sizes[Number(key.slice(-1))] ?? 0),
    putOnce: async () => undefined,
  };
  const { bytes, missing } = await gather(files, place, clip);
  expect([bytes.length, missing]).toEqual([150_000_010, [1]]);
});

test('a part that changes while it is read fails the job, and nothing is written', async () => {
  const clip = closed();
  const files = memoryFiles([Buffer.from('long')], clip);
  const changing = { ...files, read: async () => Buffer.from('longer') };
  const { clips, record } = memoryClips(clip);
  await expect(transcribe(depsOf(changing, clips), job, 1)).rejects.toThrow('changed');
  expect(record()).toEqual(clip);
  expect(files.objects.size).toBe(1);
});

test('two deliveries at once, and any number after: one whole, one outcome', async () => {
  const clip = closed({ parts: 2 });
  const files = memoryFiles([Buffer.from('a'), Buffer.from('b')], clip);
  const { clips, settled } = memoryClips(clip);
  const outcomes = await Promise.all([1, 1, 2].map((delivery) => transcribe(depsOf(files, clips), job, delivery)));
  outcomes.push(await transcribe(depsOf(files, clips), job, 3));
  expect(outcomes.toSorted()).toEqual(['already', 'already', 'already', 'ready']);
  expect(settled).toHaveLength(1);
  const whole = files.objects.get(mediaKey.whole({ ...place, ...clip }));
  expect(Buffer.from(whole ?? []).toString()).toBe('ab');
});

test('a clip that was deleted meanwhile does not come back', async () => {
  const clip = closed();
  const files = memoryFiles([Buffer.from('a')], clip);
  const { clips, remove, record } = memoryClips(clip);
  const recogniser: Recogniser = {
    name: 'slow',
    async recognise() {
      remove();
      return { state: 'ready', text: '晚了', confidence: 1, words: [] };
    },
  };
  expect(await transcribe(depsOf(files, clips, { recogniser }), job, 1)).toBe('already');
  expect(record()).toBeUndefined();
  expect(await transcribe(depsOf(files, clips), job, 2)).toBe('absent');
});

test('what was put together when the recogniser was down is what is heard later, whatever arrived since', async () => {
  const clip = closed({ parts: 2 });
  const files = memoryFiles([Buffer.from('a'), undefined], clip);
  const { clips, record } = memoryClips(clip);
  const down: Recogniser = {
    name: 'down',
    recognise: async () => ({ state: 'failed', code: 'unavailable', passing: true }),
  };
  const dies: Recogniser = {
    name: 'dies',
    async recognise() {
      throw new Error('out of memory');
    },
  };
  for (let delivery = 1; delivery < deliveries; delivery += 1) {
    await expect(transcribe(depsOf(files, clips, { recogniser: down }), job, delivery)).rejects.toThrow('on their way');
  }
  await expect(transcribe(depsOf(files, clips, { recogniser: dies }), job, deliveries)).rejects.toThrow('memory');
  files.objects.set(mediaKey.part({ ...place, ...clip }, 1), Buffer.from('late'));
  expect(await transcribe(depsOf(files, clips), job, deliveries + 1)).toBe('ready');
  expect(record()).toMatchObject({ assembled: { bytes: 1, missing: [1] }, flags: ['recording_incomplete'] });
});

test.each<[string, Partial<ClipRecord>, Partial<TranscribeDeps>, Partial<ClipOutcome>]>([
  ['sure by the threshold', {}, { recogniser: says('说', 0.6) }, { state: 'ready', flags: [] }],
  ['sure where nobody says', {}, { recogniser: says('说', null) }, { state: 'ready', flags: [] }],
  ['unsure below it', {}, { recogniser: says('说', 0.59) }, { state: 'ready', flags: ['unsure_transcript'] }],
  ['silence', {}, { recogniser: says('') }, { state: 'ready', flags: [] }],
  ['no recogniser any more', {}, { recogniser: undefined }, { state: 'none', transcript: null, flags: [] }],
  ['closed without one', { state: 'none' }, {}, { state: 'none', transcript: null, recogniser: null, flags: [] }],
  [
    'a recording that breaks off',
    {},
    { sound: async () => ({ ok: true, sound: { ...heard, incomplete: true } }) },
    { state: 'ready', flags: ['recording_incomplete'] },
  ],
  [
    'what cannot be listened to',
    {},
    { sound: async () => ({ ok: false, code: 'too_long' }) },
    { state: 'failed', transcript: null, speech: null, flags: ['recording_unreadable'] },
  ],
  ['a file', { kind: 'file', state: 'none' }, {}, { state: 'none', speech: null, flags: [] }],
])('%s', async (_, over, deps, outcome) => {
  const clip = closed(over);
  const { clips, settled } = memoryClips(clip);
  await transcribe(depsOf(memoryFiles([Buffer.from('a')], clip), clips, deps), job, 1);
  expect(settled).toEqual([expect.objectContaining(outcome)]);
});

test('a transcript of any length and any words fits the table', async () => {
  const clip = closed();
  const { clips, record } = memoryClips(clip);
  const words = Array.from({ length: 9000 }, (_, i) => ({ text: '字', start: i, end: i + 1 }));
  const recogniser: Recogniser = {
    name: 'long',
    recognise: async () => ({ state: 'ready', text: `${'字'.repeat(19_999)}😀字`, confidence: 1, words }),
  };
  await transcribe(depsOf(memoryFiles([Buffer.from('a')], clip), clips, { recogniser }), job, 1);
  const { transcript } = record() ?? {};
  expect(transcript?.text.isWellFormed()).toBe(true);
  expect(Buffer.byteLength(JSON.stringify(record()))).toBeLessThan(400_000);
});
