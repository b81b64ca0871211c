import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { dynamoScoreCache } from '#functions/adapters/llm/dynamo-cache.ts';
import { type InterviewStore, startInterviewStore } from '#test/functions/adapters/dynamo/store.ts';
import { startFakeLlm } from '#test/world/llm/start-fake-llm.ts';
import {
  complaintAnswer,
  createMemoryCache,
  type FakeLlm,
  input,
  ratingsAsked,
  refusalAnswer,
  scorerFor,
} from './setting.ts';

let llm: FakeLlm;
let store: InterviewStore;
beforeAll(async () => {
  store = await startInterviewStore();
});
afterAll(() => store.stop());
beforeEach(async () => {
  llm = await startFakeLlm();
});
afterEach(() => llm.stop());

it('the second time nothing is asked and the same is said', async () => {
  const cache = dynamoScoreCache(store.table);
  const first = await scorerFor(llm, { cache }).judge(input());
  expect(llm.requests()).toBe(ratingsAsked);
  const { usage, ...second } = await scorerFor(llm, { cache }).judge(input());
  expect(llm.requests()).toBe(ratingsAsked);
  expect(usage).toMatchObject({ calls: 0, cached: ratingsAsked, inputTokens: 0, outputTokens: 0 });
  expect(second).toEqual({ ...first, usage: undefined });
});

it('another answer, model or temperature is asked anew', async () => {
  const cache = createMemoryCache();
  await scorerFor(llm, { cache }).judge(input());
  const changed = await scorerFor(llm, { cache }).judge(input({ refusal: `${refusalAnswer}我会带上报价单。` }));
  expect(changed.usage).toMatchObject({ calls: 3, cached: 6 });
  expect((await scorerFor(llm, { cache, model: 'fake-2' }).judge(input())).usage?.calls).toBe(ratingsAsked);
  expect((await scorerFor(llm, { cache, temperature: 0.9 }).judge(input())).usage?.calls).toBe(ratingsAsked);
});

it('holds positions in an answer and none of its words', async () => {
  const cache = createMemoryCache();
  await scorerFor(llm, { cache }).judge(input());
  const held = JSON.stringify([...cache.held]);
  expect(cache.held.size).toBe(ratingsAsked);
  for (const answer of [complaintAnswer, refusalAnswer])
    for (const piece of answer.match(/[\u4e00-\u9fff]{2}/g) ?? []) expect(held).not.toContain(piece);
});

it('keeps nothing that did not pass the checks', async () => {
  const cache = createMemoryCache();
  llm.faults.set([{ provider: 'llm', kind: 'errcode', errcode: 'out_of_range' }]);
  await scorerFor(llm, { cache }).judge(input());
  expect(cache.held.size).toBe(0);
});

it('holds nothing when it fails, or holds what fits no answer', async () => {
  const broken = { get: () => Promise.reject(new Error('down')), put: () => Promise.reject(new Error('down')) };
  expect((await scorerFor(llm, { cache: broken }).judge(input())).overall).toBe(86);
  const level = { level: 5, dropped: 0 };
  for (const stored of [{}, { ...level, quotes: [{ keyPoint: 1, start: 0, end: 9999 }] }, { ...level, level: 7 }]) {
    const wrong = { get: async () => stored, put: async () => {} };
    expect(await scorerFor(llm, { cache: wrong }).judge(input())).toMatchObject({ overall: 86, usage: { cached: 0 } });
  }
});

it('what the table keeps goes away by itself', async () => {
  const cache = dynamoScoreCache(store.table, { days: 7 });
  await cache.put('0'.repeat(64), { level: 3, quotes: [], dropped: 0 });
  const { Item } = await readRaw('0'.repeat(64));
  expect(Item?.expires).toBe(Math.floor(store.clock.now().getTime() / 1000) + 7 * 24 * 3600);
  expect(await cache.get('1'.repeat(64))).toBeUndefined();
});

const readRaw = (hash: string) =>
  store.table.send(new GetCommand({ TableName: store.table.name, Key: { pk: `llm#${hash}`, sk: 'RATING' } }));
