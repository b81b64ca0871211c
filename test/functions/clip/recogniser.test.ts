import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newOperation } from '#test/functions/journeys/candidate.ts';
import { startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { cut, played, type Recorder, recorder, voiceFile } from './recorder.ts';

const said = '嗯我会先问问他们现在用的是哪一家,然后再谈价格。';

let world: TestWorld;
let me: Recorder;
let voice: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  world = await startTestWorld();
  voice = new Uint8Array(await readFile(voiceFile));
  me = await recorder(world);
  world.asr.say({ text: said, confidence: 0.9 });
});
afterEach(() => world.asr.faults.set([]));
afterAll(() => world.stop());

describe('the recogniser', () => {
  it('is down for a while: tried again', async () => {
    world.asr.faults.set([{ provider: 'asr', kind: 'down', next: 4 }]);
    const clip = me.newClip();
    const parts = cut(voice, 1);
    await me.send(clip, parts);
    await me.close(clip, parts);
    await world.idle();
    expect(await me.look(clip)).toMatchObject({ state: 'ready', transcript: { text: said } });
  }, 60_000);

  it('is not sure', async () => {
    world.asr.faults.set([{ provider: 'asr', kind: 'errcode', errcode: 'unsure' }]);
    const clip = me.newClip();
    const parts = cut(voice, 1);
    await me.send(clip, parts);
    await me.close(clip, parts);
    await world.idle();
    expect(await me.look(clip)).toMatchObject({ state: 'ready', transcript: { text: said, sure: false } });
    expect((await me.record(clip)).flags).toEqual(['unsure_transcript']);
  });

  it.each<[string, () => Uint8Array<ArrayBuffer>]>([
    ['bytes that are no sound', () => crypto.getRandomValues(new Uint8Array(20_000))],
    ['a page instead of a recording', () => new Uint8Array(Buffer.from('<script>alert(1)</script>'.repeat(100)))],
    ['an hour of sound in few bytes', () => wavOfHours(2)],
  ])('is not sent %s: flagged, and the service goes on', async (_, make) => {
    const asked = world.asr.calls.length;
    const bytes = make();
    const clip = me.newClip();
    const parts = cut(bytes, Math.ceil(bytes.length / 900_000));
    await me.send(clip, parts);
    await me.close(clip, parts);
    await world.idle();
    expect(await me.look(clip)).toMatchObject({ state: 'failed', transcript: null });
    expect((await me.record(clip)).flags).toContain('recording_unreadable');
    expect(world.asr.calls.length).toBe(asked);
  });

  // Last: the circuit breaker stays open for a while.
  it('stays down: the recording is there meanwhile and afterwards, and the end does not wait', async () => {
    const other = await recorder(world);
    world.asr.faults.set([{ provider: 'asr', kind: 'down' }]);
    const clip = other.newClip();
    const parts = cut(voice, 1);
    await other.send(clip, parts);
    await other.close(clip, parts);
    await expect.poll(async () => (await other.look(clip)).url, { timeout: 20_000 }).not.toBeNull();
    expect((await other.look(clip)).state).toBe('transcribing');
    const numbers = Object.fromEntries(
      (await other.view()).drafts.map(({ questionId, number }) => [questionId, number]),
    );
    const input = { operationId: newOperation(), attempt: 1, numbers };
    const ended = await world.must('interview.end', { token: other.token, params: other.params, input });
    expect(ended.status).toBe('incomplete');
    await world.idle();
    expect(await other.look(clip)).toMatchObject({ state: 'failed', transcript: null });
    expect((await played((await other.look(clip)).url)).length).toBe(voice.length);
    const [record] = await other.records();
    expect(record?.speech?.speakingSeconds).toBeGreaterThan(1);
    expect(world.queue.store.counts('transcribe-dead').visible).toBe(0);
  }, 120_000);
});

/** Eight bits, 4 kHz: silence at 4 KB a second is the least a WAV can do; 16 MB are more than an hour. */
function wavOfHours(hours: number): Uint8Array<ArrayBuffer> {
  const rate = 4000;
  const length = Math.min(rate * 3600 * hours, 16_000_000);
  const wav = Buffer.alloc(44 + length, 128);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + length, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(length, 40);
  return new Uint8Array(wav);
}
