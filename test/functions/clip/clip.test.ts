import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { composeStream } from '#functions/compose.ts';
import { streamHandler } from '#functions/handlers/stream-handler.ts';
import { company, startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { cut, played, type Recorder, recorder, voiceFile } from './recorder.ts';
import { refusedWith, upload } from './upload.ts';

const said = '嗯我会先问问他们现在用的是哪一家,然后再谈价格。';

let world: TestWorld;
let me: Recorder;
let voice: Uint8Array<ArrayBuffer>;

/** How often a job of this clip was given out. */
const jobsOf = (of: Recorder, { clipId }: { clipId: string }) =>
  world.backstage.list().filter(({ text }) => text.includes(`"${of.interviewId}","clipId":"${clipId}"`)).length;

beforeAll(async () => {
  world = await startTestWorld();
  voice = new Uint8Array(await readFile(voiceFile));
  me = await recorder(world);
  world.asr.say({ text: said, confidence: 0.9 });
});
afterEach(() => {
  world.s3.faults.clear();
  world.dynamo.faults.clear();
});
afterAll(() => world.stop());

describe('a recording', () => {
  it('goes up in parts, is put together, written down and can be played', async () => {
    const clip = me.newClip();
    const parts = cut(voice, 3);
    await me.send(clip, parts);
    expect(await me.ask(clip)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await me.close(clip, parts)).toMatchObject({ clipId: clip.clipId, state: 'transcribing', transcript: null });
    await world.idle();
    const seen = await me.look(clip);
    expect(seen).toMatchObject({
      kind: 'voice',
      mime: 'audio/webm',
      state: 'ready',
      transcript: { text: said, sure: true },
    });
    expect((await played(seen.url)).equals(Buffer.from(voice))).toBe(true);
    const record = await me.record(clip);
    expect(record).toMatchObject({
      flags: [],
      recogniser: 'openai/whisper-1',
      assembled: { bytes: voice.length, missing: [] },
    });
    expect(record.transcript?.words[0]).toMatchObject({ text: '嗯', start: 0 });
    expect(record.speech?.seconds).toBeGreaterThan(6);
    expect(record.speech?.fillers.count).toBe(1);
    world.clock.advance('PT16M');
    expect(await refusedWith(fetch(seen.url ?? ''))).toBe('403 AccessDenied');
    expect((await played((await me.look(clip)).url)).length).toBe(voice.length);
  });

  it('resumes by part: what was cut off or lost its answer is sent again', async () => {
    const clip = me.newClip();
    const parts = cut(voice, 4);
    const [first, second, third, fourth] = await me.forms(clip);
    if (!first || !second || !third || !fourth) throw new Error('four forms');
    await upload(first, parts[0] ?? voice);
    world.s3.faults.add({ kind: 'cutUpload', methods: ['POST'], afterBytes: 100 });
    await expect(upload(second, parts[1] ?? voice)).rejects.toThrow();
    world.s3.faults.add({ kind: 'lostReply', methods: ['POST'] });
    await expect(upload(third, parts[2] ?? voice)).rejects.toThrow();
    // Another hour, other forms: the phone sends what it has no answer for.
    world.clock.advance('PT2H');
    const [, again, andAgain, last] = await me.forms(clip);
    for (const [i, form] of [again, andAgain, last].entries()) if (form) await upload(form, parts[i + 1] ?? voice);
    await me.close(clip, parts);
    await world.idle();
    const seen = await me.look(clip);
    expect((await played(seen.url)).equals(Buffer.from(voice))).toBe(true);
    expect((await me.record(clip)).flags).toEqual([]);
  });

  it('handed in twice is one; another one under its id is refused', async () => {
    const clip = me.newClip();
    const parts = cut(voice, 2);
    await me.send(clip, parts);
    world.dynamo.faults.add({ kind: 'lostReply', operations: ['TransactWriteItems'], next: 1 });
    const [one, two] = await Promise.all([me.close(clip, parts), me.close(clip, parts)]);
    expect(two).toEqual(one);
    expect(await me.askClose({ ...clip, seconds: 8 }, parts)).toMatchObject({ ok: false, code: 'clip_conflict' });
    await world.idle();
    expect(await me.close(clip, parts)).toMatchObject({ state: 'ready' });
    expect(await me.askClose({ ...clip, interruptions: 1 }, parts)).toMatchObject({ code: 'clip_conflict' });
    expect((await me.records()).filter(({ clipId }) => clipId === clip.clipId)).toHaveLength(1);
  });

  it('a job that comes twice does its work once', async () => {
    const clip = me.newClip();
    const parts = cut(voice, 2);
    await me.send(clip, parts);
    await me.close(clip, parts);
    await world.idle();
    const before = await me.record(clip);
    const asked = world.asr.calls.length;
    const body = JSON.stringify({ queue: 'transcribe', company, interviewId: me.interviewId, clipId: clip.clipId });
    for (let i = 0; i < 3; i += 1) world.queue.store.send('transcribe', { body, attributes: {} });
    await world.idle();
    expect(jobsOf(me, clip)).toBe(4);
    expect(world.asr.calls.length).toBe(asked);
    expect(await me.record(clip)).toEqual(before);
  });

  it('a stream that comes twice changes nothing; one whose queue is away is read again from there', async () => {
    const clip = me.newClip();
    const parts = cut(voice, 1);
    await me.send(clip, parts);
    await me.close(clip, parts);
    await world.idle();
    const before = await me.record(clip);
    const version = (await me.view()).version;
    const { pk, sk } = keys.clip(company, me.interviewId, clip.clipId);
    const record = (SequenceNumber: string) => ({
      dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber },
    });
    const deps = composeStream(world.config, world.clock);
    const twice = { Records: [record('1'), record('2')] };
    expect(await streamHandler(deps)(twice)).toEqual({ batchItemFailures: [] });
    await world.idle();
    expect(await me.record(clip)).toEqual(before);
    expect((await me.view()).version).toBe(version);
    const away = { ...deps, queue: { send: () => Promise.reject(new Error('away')) } };
    expect(await streamHandler(away)(twice)).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
  });

  it('parts that arrive after the end and after the clip was closed are waited for', async () => {
    const other = await recorder(world);
    const clip = other.newClip();
    const parts = cut(voice, 3);
    await other.send(clip, parts, [1]);
    const forms = await other.forms(clip);
    await other.close(clip, parts);
    // The job has failed at least once by now.
    await expect.poll(() => jobsOf(other, clip), { timeout: 5000 }).toBeGreaterThan(0);
    if (forms[1] && parts[1]) await upload(forms[1], parts[1]);
    await world.idle();
    const seen = await other.look(clip);
    expect(seen.state).toBe('ready');
    expect((await played(seen.url)).equals(Buffer.from(voice))).toBe(true);
  });

  it('a part that never comes: what is there is kept and flagged', async () => {
    const clip = me.newClip();
    const parts = cut(voice, 4);
    await me.send(clip, parts, [3]);
    await me.close(clip, parts);
    await world.idle();
    const record = await me.record(clip);
    expect(record).toMatchObject({ flags: ['recording_incomplete'], assembled: { missing: [3] } });
    const rest = Buffer.concat(parts.slice(0, 3));
    expect((await played((await me.look(clip)).url)).equals(rest)).toBe(true);
    expect(world.queue.store.counts('transcribe-dead').visible).toBe(0);
    // What counts does not change any more.
    await me.send(clip, parts);
    const body = JSON.stringify({ queue: 'transcribe', company, interviewId: me.interviewId, clipId: clip.clipId });
    world.queue.store.send('transcribe', { body, attributes: {} });
    await world.idle();
    expect(await me.record(clip)).toEqual(record);
  });

  it('nothing of it ever came', async () => {
    const clip = me.newClip();
    await me.close(clip, cut(voice, 2));
    await world.idle();
    expect(await me.look(clip)).toMatchObject({ state: 'failed', url: null, transcript: null });
    expect(await me.record(clip)).toMatchObject({
      flags: ['recording_incomplete'],
      assembled: { bytes: 0, missing: [0, 1] },
    });
  });
});
