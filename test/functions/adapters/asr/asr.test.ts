import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAiRecogniser } from '#functions/adapters/asr/openai-recogniser.ts';
import { type Audio, mayPass } from '#functions/adapters/asr/recogniser.ts';
import { tencentRecogniser } from '#functions/adapters/asr/tencent-recogniser.ts';
import { transcribeRecogniser } from '#functions/adapters/asr/transcribe-recogniser.ts';
import type { EndpointLimits } from '#functions/adapters/endpoint/endpoint-policy.ts';
import { startFakeAsr } from '#test/world/asr/start-fake-asr.ts';
import { mp3 } from './tone-mp3.ts';

const quick: EndpointLimits = { firstWaitMs: 1, timeoutMs: 5000 };
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

let asr: Awaited<ReturnType<typeof startFakeAsr>>;
beforeEach(async () => {
  asr = await startFakeAsr({ retryAfterSeconds: 0.05 });
});
afterEach(() => asr.stop());

const fault = (errcode: string | number, next?: number) =>
  asr.faults.set([{ provider: 'asr', kind: 'errcode', errcode, ...(next !== undefined && { next }) }]);

const clip = (over: Partial<Audio> = {}): Audio => ({
  bytes: new TextEncoder().encode('a short recording'),
  mime: 'audio/mpeg',
  seconds: 4,
  key: 'c/co_1/interview/itv_1/clip/1/q1/1-1/whole',
  ...over,
});

const text = '我先道歉,再去现场看。';
const heard = { text, confidence: 0.8 };

const openAi = (over: Partial<Parameters<typeof openAiRecogniser>[0]> = {}) =>
  openAiRecogniser({ baseUrl: asr.baseUrl, apiKey: asr.apiKey, model: 'whisper-1', limits: quick, ...over });
const tencent = (over: Partial<Parameters<typeof tencentRecogniser>[0]> = {}) =>
  tencentRecogniser({ endpoint: asr.endpoint, ...asr.tencent, clock: asr.clock, limits: quick, ...over });
const transcribe = (over: Partial<Parameters<typeof transcribeRecogniser>[0]> = {}) =>
  transcribeRecogniser({
    region: 'us-east-1',
    endpoint: asr.endpoint,
    credentials,
    bucket: 'recordings',
    outputPrefix: 'asr/',
    readObject: async (key) => asr.objects.get(key) ?? '',
    pollMs: 1,
    tries: 1,
    ...over,
  });

describe('OpenAI’s transcriptions', () => {
  it('sends the recording under a name of its kind and gives words, times and how sure it is', async () => {
    asr.hear(clip().bytes, heard);
    const said = await openAi().recognise(clip({ mime: 'audio/webm;codecs=opus', language: 'zh-CN' }));
    expect(said).toMatchObject({
      state: 'ready',
      text,
      words: expect.arrayContaining([{ text: '我', start: 0, end: 0.25 }]),
    });
    expect(said.state === 'ready' && said.confidence).toBeCloseTo(0.8, 5);
    expect(asr.calls).toEqual([
      { api: 'audio/transcriptions', bytes: clip().bytes.length, format: 'recording.webm', language: 'zh' },
    ]);
  });

  it('reports how unsure it is as it is', async () => {
    fault('unsure');
    const said = await openAi().recognise(clip());
    expect(said.state === 'ready' && said.confidence).toBeCloseTo(0.3, 5);
  });

  it('silence is a transcript without words', async () => {
    asr.say({ text: '' });
    expect(await openAi().recognise(clip())).toEqual({ state: 'ready', text: '', confidence: null, words: [] });
  });

  it('asks for the words alone where a model gives no more, and remembers', async () => {
    asr.say(heard);
    fault('no_verbose');
    const recogniser = openAi();
    expect(await recogniser.recognise(clip())).toEqual({ state: 'ready', text, confidence: null });
    await recogniser.recognise(clip());
    expect(asr.requests()).toBe(3);
  });

  it.each([
    ['a 500', 500],
    ['a 429', 429],
  ])('tries again after %s', async (_, errcode) => {
    asr.say(heard);
    fault(errcode, 1);
    expect(await openAi().recognise(clip())).toMatchObject({ state: 'ready', text });
    expect(asr.requests()).toBe(2);
  });

  it.each([
    ['down', { kind: 'down' }, 'unavailable'],
    ['limited', { kind: 'errcode', errcode: 429 }, 'limited'],
    ['silent', { kind: 'timeout' }, 'timeout'],
    ['talking of other things', { kind: 'errcode', errcode: 'garbage' }, 'unreadable'],
    ['refusing', { kind: 'errcode', errcode: 403 }, 'refused'],
  ] as const)('%s: failed, said why', async (_, one, code) => {
    asr.faults.set([{ provider: 'asr', ...one }]);
    const recogniser = openAi({ limits: { ...quick, timeoutMs: code === 'timeout' ? 60 : 5000 } });
    expect(await recogniser.recognise(clip())).toEqual({ state: 'failed', code });
    expect(mayPass(code)).toBe(!['unreadable', 'refused'].includes(code));
  });

  it('slow beyond the budget: failed, in time', async () => {
    fault('slow');
    const started = performance.now();
    expect(await openAi({ budgetMs: 100, limits: { timeoutMs: 10_000 } }).recognise(clip())).toEqual({
      state: 'failed',
      code: 'timeout',
    });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('does not send what it cannot take', async () => {
    expect(await openAi().recognise(clip({ mime: 'application/pdf' }))).toEqual({
      state: 'failed',
      code: 'unsupported',
    });
    expect(await openAi({ maxBytes: 3 }).recognise(clip())).toEqual({ state: 'failed', code: 'too_large' });
    expect(asr.requests()).toBe(0);
  });
});

describe('Tencent’s short audio', () => {
  it('signs, sends and gives words with their times, and no confidence', async () => {
    asr.hear(clip().bytes, heard);
    const said = await tencent().recognise(clip());
    expect(said).toMatchObject({ state: 'ready', text, confidence: null });
    expect(said.state === 'ready' && said.words?.[1]).toEqual({ text: '先', start: 0.25, end: 0.5 });
    expect(asr.calls).toMatchObject([{ api: 'SentenceRecognition', format: 'mp3', language: '16k_zh' }]);
  });

  it('cuts a long MP3 and puts the words together, with the times of the whole', async () => {
    const bytes = mp3(125);
    asr.say({ text: '一二' });
    const said = await tencent().recognise(clip({ bytes, seconds: 125 }));
    expect(asr.calls).toHaveLength(3);
    expect(asr.calls.reduce((sum, one) => sum + one.bytes, 0)).toBe(bytes.length);
    expect(said).toMatchObject({ state: 'ready', text: '一二一二一二' });
    expect(said.state === 'ready' && said.words?.[2]?.start).toBeCloseTo(58, 0);
    expect(said.state === 'ready' && said.words?.[4]?.start).toBeCloseTo(116, 0);
  });

  it('one piece that fails makes the whole fail', async () => {
    fault('InvalidParameterValue.ErrorVoicedataTooLong', 1);
    const said = await tencent().recognise(clip({ bytes: mp3(70), seconds: 70 }));
    expect(said).toEqual({ state: 'failed', code: 'refused' });
  });

  it('does not send what it cannot take, unless a cut makes it fit', async () => {
    const long = clip({ mime: 'audio/amr', seconds: 61 });
    const webm = clip({ mime: 'audio/webm' });
    const big = clip({ mime: 'audio/wav', bytes: new Uint8Array(3_000_001) });
    expect(await tencent().recognise(long)).toEqual({ state: 'failed', code: 'too_long' });
    expect(await tencent().recognise(webm)).toEqual({ state: 'failed', code: 'unsupported' });
    expect(await tencent().recognise(big)).toEqual({ state: 'failed', code: 'too_large' });
    expect(await tencent().recognise(clip({ seconds: 61 }))).toEqual({ state: 'failed', code: 'too_long' });
    expect(asr.requests()).toBe(0);

    asr.say({ text: '好。' });
    const cut = async (audio: Audio) => [{ bytes: audio.bytes, mime: 'audio/wav', from: 0, seconds: audio.seconds }];
    expect(await tencent({ cut }).recognise(webm)).toMatchObject({ state: 'ready', text: '好。' });
    expect(asr.calls).toMatchObject([{ format: 'wav' }]);
  });

  it.each([
    ['InternalError.FailAccessRedis', 'unavailable', 3],
    ['RequestLimitExceeded.UinLimitExceeded', 'limited', 3],
    ['FailedOperation.UserHasNoAmount', 'refused', 1],
    ['garbage', 'unreadable', 1],
  ])('%s: %s, after %i tries', async (errcode, code, tries) => {
    fault(errcode);
    expect(await tencent().recognise(clip())).toEqual({ state: 'failed', code });
    expect(asr.requests()).toBe(tries);
  });

  it('a wrong key is refused', async () => {
    expect(await tencent({ secretKey: 'wrong' }).recognise(clip())).toEqual({ state: 'failed', code: 'refused' });
  });
});

describe('Amazon Transcribe', () => {
  it('starts a job on the key, waits for it and reads its result', async () => {
    asr.hearAt(clip().key, heard);
    const said = await transcribe().recognise(clip({ language: 'en-US' }));
    expect(said).toMatchObject({ state: 'ready', text });
    expect(said.state === 'ready' && said.confidence).toBeCloseTo(0.8, 5);
    expect(said.state === 'ready' && said.words?.[0]).toEqual({ text: '我', start: 0, end: 0.25, confidence: 0.8 });
    expect(asr.calls).toMatchObject([{ api: 'StartTranscriptionJob', format: 'mp3', language: 'en-US' }]);
    expect([...asr.objects.keys()]).toEqual([`asr/${asr.jobs()[0]}.json`]);
  });

  it('who comes back finds the same job', async () => {
    asr.say(heard);
    await asr.stop();
    asr = await startFakeAsr({ looksNeeded: 3, otherwise: heard });
    // Out of time at the second look.
    let looks = 0;
    const wait = () => new Promise<void>((resolve) => setTimeout(resolve, looks++ === 0 ? 1 : 200));
    expect(await transcribe({ wait, budgetMs: 100 }).recognise(clip())).toEqual({ state: 'failed', code: 'timeout' });
    expect(await transcribe().recognise(clip())).toMatchObject({ state: 'ready', text });
    expect(asr.jobs()).toHaveLength(1);
  });

  it('another recording under the same key is another job', async () => {
    await transcribe().recognise(clip());
    await transcribe().recognise(clip({ bytes: new TextEncoder().encode('made again') }));
    expect(asr.jobs()).toHaveLength(2);
  });

  it('a job that fails, a result that is none, a refusal, a limit', async () => {
    asr.faults.set([{ provider: 'asr', kind: 'errcode', api: 'StartTranscriptionJob', errcode: 'fails' }]);
    expect(await transcribe().recognise(clip())).toEqual({ state: 'failed', code: 'refused' });
    asr.faults.set([]);
    const other = clip({ key: 'other' });
    expect(await transcribe({ readObject: async () => '{}' }).recognise(other)).toEqual({
      state: 'failed',
      code: 'unreadable',
    });
    expect(await transcribe({ language: 'zh' }).recognise(clip({ key: 'x' }))).toEqual({
      state: 'failed',
      code: 'refused',
    });
    fault(429);
    expect(await transcribe().recognise(clip({ key: 'y' }))).toEqual({ state: 'failed', code: 'limited' });
  });

  it('is unsure when it is', async () => {
    asr.faults.set([{ provider: 'asr', kind: 'errcode', api: 'GetTranscriptionJob', errcode: 'unsure' }]);
    const said = await transcribe().recognise(clip());
    expect(said.state === 'ready' && said.confidence).toBeCloseTo(0.3, 5);
  });
});
