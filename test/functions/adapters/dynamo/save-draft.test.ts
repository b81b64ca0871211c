import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SaveDraft } from '#functions/ports.ts';
import { draftNumber } from '#shared/interview/answer.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { changeOf, company, type InterviewStore, reopened, started, startInterviewStore } from './store.ts';

let store: InterviewStore;
let state: InterviewState;
beforeAll(async () => {
  store = await startInterviewStore();
});
beforeEach(async () => {
  store.faults.clear();
  state = await started(store);
});
afterAll(() => store.stop());

const save = (number: number, text: string, over: Partial<SaveDraft> = {}) =>
  store.interviews.saveDraft({
    company,
    candidateId: state.candidateId,
    interviewId: state.interviewId,
    attempt: 1,
    questionId: 'qclose',
    number,
    content: { sent: [text], typing: '', done: false },
    ...over,
  });
const draft = async (questionId = 'qclose') =>
  (await store.interviews.drafts(company, state.interviewId, 1)).find((one) => one.questionId === questionId);
const text = async () => (await draft())?.content.sent[0];
const beside = async () =>
  (await store.interviews.beside(company, state.interviewId, 1)).map(({ questionId, number, content }) => [
    questionId,
    number,
    content.sent[0],
  ]);
const n = (epoch: number, i: number) => draftNumber(epoch, i);

/** Ends the interview on the numbers that stand. */
async function end(now: InterviewState): Promise<void> {
  const drafts = await store.interviews.drafts(company, now.interviewId, 1);
  const contents = Object.fromEntries(drafts.map(({ questionId, content }) => [questionId, content]));
  const activeAt = store.clock.now().toISOString();
  const change = changeOf(now, { type: 'end', by: now.candidateId, contents, activeAt }, store.clock.now(), {
    drafts: () => drafts.map(({ questionId, number }) => ({ op: 'seal', attempt: 1, questionId, number })),
  });
  expect(await store.interviews.commit(change)).toEqual({ ok: true, value: undefined });
}

describe('saveDraft', () => {
  it('saves, and says when by the server (SCENARIOS 5)', async () => {
    const savedAt = store.clock.now().toISOString();
    expect(await save(n(1, 1), '一')).toEqual({ kind: 'saved', number: n(1, 1), savedAt });
    expect(await draft()).toEqual({
      questionId: 'qclose',
      number: n(1, 1),
      content: { sent: ['一'], typing: '', done: false },
      savedAt,
      sealed: false,
    });
  });

  it('answers a repeated save as the first time, and keeps what was saved (SCENARIOS 8)', async () => {
    const first = await save(n(1, 1), '一');
    store.clock.advance('PT5S');
    expect(await save(n(1, 1), '一')).toEqual(first);
    expect((await draft())?.savedAt).toBe(first.kind === 'saved' && first.savedAt);
  });

  it('ignores an older save of the same opening and says what stands (SCENARIOS 9)', async () => {
    const later = await save(n(1, 7), '新');
    store.clock.advance('PT5S');
    expect(await save(n(1, 3), '旧')).toEqual({ ...later, kind: 'overtaken' });
    expect(await text()).toBe('新');
    expect(await beside()).toEqual([]);
  });

  it('is told of another device, and keeps what it typed beside, the newest of each opening (SCENARIOS 3)', async () => {
    await save(n(1, 1), '手机');
    state = await reopened(store, state);
    expect(await save(n(1, 2), '手机又写')).toEqual({ kind: 'superseded' });
    expect(await save(n(1, 5), '手机再写')).toEqual({ kind: 'superseded' });
    expect(await save(n(1, 4), '手机迟到')).toEqual({ kind: 'superseded' });
    expect(await save(n(2, 1), '电脑')).toMatchObject({ kind: 'saved' });
    state = await reopened(store, state);
    expect(await save(n(2, 2), '电脑又写')).toEqual({ kind: 'superseded' });
    expect(await text()).toBe('电脑');
    expect(await beside()).toEqual([
      ['qclose', n(1, 5), '手机再写'],
      ['qclose', n(2, 2), '电脑又写'],
    ]);
  });

  it('takes nothing after the end, and keeps beside whatever still arrives', async () => {
    await save(n(1, 1), '一');
    state = await reopened(store, state);
    await save(n(2, 1), '二');
    await end(state);
    expect(await save(n(2, 2), '三')).toEqual({ kind: 'sealed' });
    expect(await save(n(1, 9), '旧设备')).toEqual({ kind: 'sealed' });
    expect(await text()).toBe('二');
    expect(await beside()).toEqual([
      ['qclose', n(1, 9), '旧设备'],
      ['qclose', n(2, 2), '三'],
    ]);
  });

  it('answers the last save of before the end as saved, also when its reply was lost (SCENARIOS 6, 8)', async () => {
    const last = await save(n(1, 4), '最后');
    await end(state);
    store.clock.advance('PT1H');
    expect(await save(n(1, 4), '最后')).toEqual(last);
    expect((await draft())?.sealed).toBe(true);
  });

  it("is absent for another's interview, for none, for another attempt or question (SCENARIOS 19)", async () => {
    await save(n(1, 1), '一');
    const wrong: Partial<SaveDraft>[] = [
      { candidateId: 'cand_other' },
      { company: 'co_other' },
      { interviewId: 'itv_none' },
      { attempt: 2 },
      { questionId: 'qnone' },
      { questionId: '' },
    ];
    for (const over of wrong) expect(await save(n(1, 2), '不该有', over)).toEqual({ kind: 'absent' });
    // A stranger learns nothing by the number either.
    for (const number of [n(0, 5), n(1, 1), n(9, 1)]) {
      expect(await save(number, '不该有', { candidateId: 'cand_other' })).toEqual({ kind: 'absent' });
    }
    expect(await text()).toBe('一');
    expect(await beside()).toEqual([]);
  });

  it('takes no number of an opening that has not been: it would shut out the real one', async () => {
    expect(await save(n(2, 1), '伪造')).toEqual({ kind: 'absent' });
    expect(await save(Number.MAX_SAFE_INTEGER, '伪造')).toEqual({ kind: 'absent' });
    expect((await draft())?.number).toBe(n(1, 0));
    expect(await save(n(1, 1), '真的')).toMatchObject({ kind: 'saved' });
  });

  it('keeps every character', async () => {
    const odd = ['', ' ', '\u0000\u202e', '👩‍👩‍👧', '=1+1', '<script>', '\ud800'.toWellFormed()];
    await save(n(1, 1), '', { content: { sent: odd, typing: '\n\t', done: true } });
    expect((await draft())?.content).toEqual({ sent: odd, typing: '\n\t', done: true });
  });

  it('is one request when it goes well (the hot path)', async () => {
    const wait = store.faults.add({
      kind: 'delay',
      delayMs: 0,
      operations: ['GetItem', 'Query', 'UpdateItem', 'PutItem'],
    });
    await save(n(1, 1), '一');
    expect(store.faults.counts().delay).toBe(1);
    wait();
  });

  it('survives a lost reply, a throttle and both, in the client itself (SCENARIOS 8, 12)', async () => {
    store.faults.add({ kind: 'lostReply', next: 1, operations: ['UpdateItem'] });
    expect(await save(n(1, 1), '一')).toMatchObject({ kind: 'saved', number: n(1, 1) });
    store.faults.add({ kind: 'throttle', next: 2, operations: ['UpdateItem'] });
    expect(await save(n(1, 2), '二')).toMatchObject({ kind: 'saved', number: n(1, 2) });
    expect(await text()).toBe('二');
    expect(store.faults.counts()).toMatchObject({ lostReply: 1, throttle: 2 });
  });

  it('throws when the store does not take it, so that nothing is acknowledged that is not there', async () => {
    store.faults.add({ kind: 'conflict', operations: ['UpdateItem'] });
    await expect(save(n(1, 1), '一')).rejects.toThrow();
    store.faults.clear();
    expect(await text()).toBeUndefined();
    state = await reopened(store, state);
    store.faults.add({ kind: 'conflict', operations: ['TransactWriteItems'] });
    await expect(save(n(1, 2), '旧设备')).rejects.toThrow();
    expect(await beside()).toEqual([]);
  });
});
