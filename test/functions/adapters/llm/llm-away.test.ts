import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Complete } from '#functions/adapters/llm/complete.ts';
import { openAiComplete } from '#functions/adapters/llm/openai-complete.ts';
import { startFakeLlm } from '#test/world/llm/start-fake-llm.ts';
import { createMemoryCache, type FakeLlm, input, quick, ratingsAsked, scorerFor } from './setting.ts';

let llm: FakeLlm;
beforeEach(async () => {
  llm = await startFakeLlm();
});
afterEach(() => llm.stop());

const evidenceOnly = { mode: 'evidence_only', overall: null, insufficient: true };

async function timed<T>(work: Promise<T>): Promise<{ value: T; ms: number }> {
  const started = performance.now();
  const value = await work;
  return { value, ms: performance.now() - started };
}

describe('limits', () => {
  it('waits as long as a 429 says, then goes on', async () => {
    const busy = await startFakeLlm({ retryAfterSeconds: 0.6 });
    busy.faults.set([{ provider: 'llm', kind: 'errcode', errcode: 429, next: 1 }]);
    const { value, ms } = await timed(scorerFor(busy).judge(input()));
    expect(value.overall).toBe(86);
    expect(ms).toBeGreaterThanOrEqual(590);
    expect(value.usage?.calls).toBe(ratingsAsked + 1);
    await busy.stop();
  });

  it('does not wait for a time beyond its patience', async () => {
    const far = await startFakeLlm({ retryAfterSeconds: 3600 });
    far.faults.set([{ provider: 'llm', kind: 'errcode', errcode: 429 }]);
    const { value, ms } = await timed(scorerFor(far).judge(input()));
    expect(value).toMatchObject(evidenceOnly);
    expect(ms).toBeLessThan(5000);
    expect(far.requests()).toBe(ratingsAsked);
    await far.stop();
  });

  it('reads a Retry-After that is a date, by the server’s own clock', async () => {
    let asked = 0;
    const server = createServer((_, res) => {
      asked += 1;
      const date = new Date('2020-01-01T00:00:00Z');
      const later = new Date(date.getTime() + 3600_000);
      res.writeHead(429, { date: date.toUTCString(), 'retry-after': later.toUTCString() }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const complete = openAiComplete({ baseUrl, apiKey: 'key', model: 'fake-1' });
    expect(await scorerFor(llm, { complete }).judge(input())).toMatchObject(evidenceOnly);
    expect(asked).toBe(ratingsAsked);
    await new Promise((resolve) => server.close(resolve));
  });

  it('never has more calls under way than allowed', async () => {
    const real = openAiComplete({ baseUrl: llm.baseUrl, apiKey: llm.apiKey, model: 'fake-1' });
    let underWay = 0;
    let most = 0;
    const complete: Complete = async (request) => {
      underWay += 1;
      most = Math.max(most, underWay);
      const completed = await real(request);
      underWay -= 1;
      return completed;
    };
    await scorerFor(llm, { complete, limits: { ...quick, concurrency: 2 } }).judge(input());
    expect(most).toBe(2);
  });
});

describe('a model that is away', () => {
  it.each([[500], [502], [529]])('is tried again after a %i', async (errcode) => {
    llm.faults.set([{ provider: 'llm', kind: 'errcode', errcode, next: 2 }]);
    const judgement = await scorerFor(llm).judge(input());
    expect(judgement.overall).toBe(86);
    expect(llm.requests()).toBe(ratingsAsked + 2);
  });

  it('is tried again after a connection that was cut', async () => {
    llm.faults.set([{ provider: 'llm', kind: 'unknown', next: 2 }]);
    expect((await scorerFor(llm).judge(input())).overall).toBe(86);
  });

  it('down: evidence only, and it is left alone after some failures', async () => {
    llm.faults.set([{ provider: 'llm', kind: 'down' }]);
    const scorer = scorerFor(llm, { limits: { ...quick, breakAfter: 4, concurrency: 1, tries: 10 } });
    const judgement = await scorer.judge(input());
    expect(judgement).toMatchObject(evidenceOnly);
    expect(judgement.items.every(({ flags }) => flags.includes('scorer_unavailable'))).toBe(true);
    expect(llm.requests()).toBe(4);
    await scorer.judge(input());
    expect(llm.requests()).toBe(4);
  });

  it('back again: scores again', async () => {
    llm.faults.set([{ provider: 'llm', kind: 'down' }]);
    const scorer = scorerFor(llm, { limits: { ...quick, breakAfter: 4, concurrency: 1, halfOpenAfterMs: 50 } });
    expect(await scorer.judge(input())).toMatchObject(evidenceOnly);
    llm.faults.set([]);
    await vi.waitFor(async () => expect((await scorer.judge(input())).overall).toBe(86), {
      interval: 20,
      timeout: 5000,
    });
  });

  it('nobody listens there: evidence only', async () => {
    const scorer = scorerFor(llm);
    await llm.stop();
    const { value, ms } = await timed(scorer.judge(input()));
    expect(value).toMatchObject(evidenceOnly);
    expect(ms).toBeLessThan(5000);
    llm = await startFakeLlm();
  });

  it('a wrong key is not tried again', async () => {
    const complete = openAiComplete({ baseUrl: llm.baseUrl, apiKey: 'wrong', model: 'fake-1' });
    const judgement = await scorerFor(llm, { complete }).judge(input());
    expect(judgement).toMatchObject(evidenceOnly);
    expect(llm.requests()).toBe(ratingsAsked);
  });

  it('refuses one answer: that one has no score, the others have', async () => {
    const real = openAiComplete({ baseUrl: llm.baseUrl, apiKey: llm.apiKey, model: 'fake-1' });
    const wrong = openAiComplete({ baseUrl: llm.baseUrl, apiKey: 'wrong', model: 'fake-1' });
    const complete: Complete = (request) => (request.user.includes('备机') ? wrong(request) : real(request));
    const judgement = await scorerFor(llm, { complete }).judge(input());
    expect(judgement).toMatchObject({ mode: 'scored', overall: 100 });
    expect(judgement.items[0]).toMatchObject({ score: null, flags: ['scorer_unavailable'] });
    expect(judgement.items[1]).toMatchObject({ score: 100, flags: [] });
  });
});

describe('time', () => {
  it('a try that takes too long is given up and made again', async () => {
    llm.faults.set([{ provider: 'llm', kind: 'timeout', next: 1 }]);
    const { value, ms } = await timed(
      scorerFor(llm, { limits: { ...quick, timeoutMs: 250, tries: 6 } }).judge(input()),
    );
    expect(value.overall).toBe(86);
    expect(ms).toBeLessThan(5000);
  });

  it('what is not answered within the budget was not answered; what was, is not asked again', async () => {
    const cache = createMemoryCache();
    const scorer = scorerFor(llm, { cache, budgetMs: 700, limits: { ...quick, timeoutMs: 10_000, concurrency: 3 } });
    llm.faults.set([{ provider: 'llm', kind: 'errcode', errcode: 'slow', next: 2 }]);
    const { value, ms } = await timed(scorer.judge(input()));
    expect(value).toMatchObject(evidenceOnly);
    expect(ms).toBeLessThan(5000);
    expect(cache.held.size).toBe(ratingsAsked - 2);

    const again = await scorer.judge(input());
    expect(again.overall).toBe(86);
    expect(again.usage).toMatchObject({ calls: 2, cached: ratingsAsked - 2 });
  });

  it('tells of no progress after its end', async () => {
    const seen: number[] = [];
    let release = () => {};
    const complete: Complete = () =>
      new Promise((resolve) => {
        release = () => resolve({ ok: false, error: { kind: 'unavailable', cause: 'late' } });
      });
    const limits = { ...quick, concurrency: 1 };
    const scorer = scorerFor(llm, { complete, budgetMs: 30, limits });
    expect(await scorer.judge(input(), { onProgress: (done) => seen.push(done) })).toMatchObject(evidenceOnly);
    release();
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen).toEqual([]);
  });
});
