import { NodeHttpHandler } from '@smithy/node-http-handler';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bedrockComplete } from '#functions/adapters/llm/bedrock-complete.ts';
import type { Complete } from '#functions/adapters/llm/complete.ts';
import { openAiComplete } from '#functions/adapters/llm/openai-complete.ts';
import { promptFor } from '#functions/adapters/llm/prompt.ts';
import { replyJsonSchema } from '#functions/adapters/llm/rating.ts';
import { startFakeLlm } from '#test/world/llm/start-fake-llm.ts';
import { competencies, type FakeLlm, input, refusalAnswer, scorerFor } from './setting.ts';

let llm: FakeLlm;
beforeEach(async () => {
  llm = await startFakeLlm({ retryAfterSeconds: 7 });
});
afterEach(() => llm.stop());

const mischief = (errcode: string | number) => llm.faults.set([{ provider: 'llm', kind: 'errcode', errcode }]);

function request(signal = AbortSignal.timeout(10_000)): Parameters<Complete>[0] {
  const [, item] = input().items;
  const [competency] = competencies;
  if (!item || !competency) throw new Error('no question');
  const prompt = promptFor({ question: item.question, competency, answer: refusalAnswer, sample: 0 });
  return { ...prompt, schema: replyJsonSchema, temperature: 0.4, maxTokens: 800, signal };
}

const openAi = (over: Partial<Parameters<typeof openAiComplete>[0]> = {}) =>
  openAiComplete({ baseUrl: llm.baseUrl, apiKey: llm.apiKey, model: 'fake-1', ...over });

describe('OpenAI’s chat completions', () => {
  it('asks for the schema and gives the text and its tokens', async () => {
    const completed = await openAi()(request());
    expect(llm.calls).toMatchObject([{ model: 'fake-1', format: 'json_schema', temperature: 0.4 }]);
    expect(completed).toMatchObject({ ok: true, value: { inputTokens: expect.any(Number) } });
    expect(completed.ok && JSON.parse(completed.value.text).level).toBe(5);
    expect(completed.ok && completed.value.outputTokens).toBeGreaterThan(20);
  });

  it('asks for less where the schema is refused, and remembers', async () => {
    const complete = openAi();
    mischief('no_json_schema');
    expect((await complete(request())).ok).toBe(true);
    expect(llm.requests()).toBe(2);
    expect((await complete(request())).ok).toBe(true);
    expect(llm.requests()).toBe(3);
    expect(llm.calls.map(({ format }) => format)).toEqual(['json_object', 'json_object']);
  });

  it('asks in words alone where no format is known', async () => {
    mischief('no_json');
    expect((await openAi()(request())).ok).toBe(true);
    expect(llm.calls.map(({ format }) => format)).toEqual(['text']);
  });

  it.each([
    [429, { kind: 'limited', cause: 'http 429', retryAfterMs: 7000 }],
    [500, { kind: 'unavailable', cause: 'http 500' }],
    [408, { kind: 'unavailable', cause: 'http 408' }],
    [400, { kind: 'refused', cause: 'http 400' }],
    [403, { kind: 'refused', cause: 'http 403' }],
  ])('says of a %i what it means', async (status, error) => {
    mischief(status);
    expect(await openAi()(request())).toEqual({ ok: false, error });
  });

  it('gives up when told to', async () => {
    llm.faults.set([{ provider: 'llm', kind: 'timeout' }]);
    const error = { kind: 'unavailable', cause: 'timeout' };
    expect(await openAi()(request(AbortSignal.timeout(30)))).toEqual({ ok: false, error });
  });

  it('takes what is no completion for nobody there, and never tells an address or a key', async () => {
    const nowhere = await openAi({ baseUrl: llm.baseUrl.replace('/v1', '') })(request());
    expect(nowhere).toEqual({ ok: false, error: { kind: 'refused', cause: 'http 404' } });
    await llm.stop();
    const gone = await openAi()(request());
    expect(gone).toEqual({ ok: false, error: { kind: 'unavailable', cause: 'ECONNREFUSED' } });
    llm = await startFakeLlm();
  });

  it('sends the fields a server wants besides', async () => {
    const bodies: string[] = [];
    const spying: typeof fetch = (url, init) => {
      bodies.push(String(init?.body));
      return fetch(url, init);
    };
    await openAi({ extra: { enable_thinking: false }, fetch: spying })(request());
    expect(JSON.parse(bodies[0] ?? '{}')).toMatchObject({ enable_thinking: false, model: 'fake-1' });
  });
});

describe('Bedrock’s Converse', () => {
  const bedrock = () =>
    bedrockComplete({
      model: 'vendor.model-1:0',
      region: 'us-east-1',
      endpoint: llm.bedrockEndpoint,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      // The SDK speaks HTTP/2 to Bedrock; the fake does not.
      requestHandler: new NodeHttpHandler(),
    });

  it('asks through a tool and gives its input', async () => {
    const completed = await bedrock()(request());
    expect(llm.calls).toMatchObject([{ model: 'vendor.model-1:0', format: 'tool', temperature: 0.4 }]);
    expect(completed.ok && JSON.parse(completed.value.text).level).toBe(5);
    expect(completed.ok && completed.value.inputTokens).toBeGreaterThan(100);
  });

  it('asks in words where the model knows no tools, and remembers', async () => {
    mischief('no_json');
    const complete = bedrock();
    expect((await complete(request())).ok).toBe(true);
    await complete(request());
    expect(llm.requests()).toBe(3);
    expect(llm.calls.map(({ format }) => format)).toEqual(['text', 'text']);
  });

  it.each([
    [429, { kind: 'limited', cause: 'ThrottlingException' }],
    [500, { kind: 'unavailable', cause: 'InternalServerException' }],
  ])('says of a %i what it means, once', async (status, error) => {
    mischief(status);
    expect(await bedrock()(request())).toEqual({ ok: false, error });
    expect(llm.requests()).toBe(1);
  });

  it('gives up when told to', async () => {
    llm.faults.set([{ provider: 'llm', kind: 'timeout' }]);
    const completed = await bedrock()(request(AbortSignal.timeout(50)));
    expect(completed).toEqual({ ok: false, error: { kind: 'unavailable', cause: 'timeout' } });
  });

  it('scores as the other does', async () => {
    expect((await scorerFor(llm, { complete: bedrock() }).judge(input())).overall).toBe(86);
  });
});
