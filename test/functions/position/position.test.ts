import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { acceptParaphrase } from '#functions/position/accept-paraphrase.ts';
import { calibration } from '#functions/position/calibration.ts';
import { paraphrases } from '#functions/position/paraphrases.ts';
import { withdrawParaphrase } from '#functions/position/withdraw-paraphrase.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { limits } from '#shared/limits.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import { ask, hr, newOperation, type Stage, startStage, strangers } from '#test/functions/evaluation/stage.ts';

let stage: Stage;
let state: InterviewState;
beforeAll(async () => {
  stage = await startStage();
  state = await stage.reported();
});
afterEach(() => stage.faults.clear());
afterAll(() => stage.stop());

const notFound = { ok: false, error: { code: 'not_found' } };
const input = (over: object = {}) => ({
  operationId: newOperation(),
  interviewId: state.interviewId,
  questionId: 'qclose',
  keyPoint: '持续跟进',
  phrase: '我每周三固定跟进一次',
  ...over,
});
const params = () => ({ positionId: stage.positionId });
const accept = (over: object = {}, actor = hr) => acceptParaphrase(stage.deps, ask(actor, params(), input(over)));
const accepted = async (over: object = {}) => {
  const answer = await accept(over);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};
const listed = async () => {
  const answer = await paraphrases(stage.deps, ask(hr, params()));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};
const withdraw = (paraphraseId: string, actor = hr) =>
  withdrawParaphrase(stage.deps, ask(actor, { ...params(), paraphraseId }));

describe('a phrase that HR accepts', () => {
  it('is listed with its author, counts in the next judgement, and can be taken back and given again', async () => {
    expect(await listed()).toEqual({ version: 0, paraphrases: [] });
    const one = await accepted();
    expect(one).toMatchObject({ by: '王敏', withdrawnAt: null, at: stage.clock.now().toISOString() });
    expect(await listed()).toEqual({ version: 1, paraphrases: [one] });
    stage.clock.advance('PT1H');
    const gone = await withdraw(one.paraphraseId);
    expect(gone).toEqual({ ok: true, value: { ...one, withdrawnAt: stage.clock.now().toISOString() } });
    expect(await withdraw(one.paraphraseId)).toEqual(gone);
    expect((await listed()).version).toBe(2);
    const again = await accepted();
    expect(again.paraphraseId).not.toBe(one.paraphraseId);
    expect(await listed()).toMatchObject({
      version: 3,
      paraphrases: [{ paraphraseId: one.paraphraseId }, { paraphraseId: again.paraphraseId, withdrawnAt: null }],
    });
  });

  it('is one however often it is asked for', async () => {
    const request = ask(hr, params(), input({ phrase: '最后六周成交' }));
    const first = await acceptParaphrase(stage.deps, request);
    const { version } = await listed();
    expect(await acceptParaphrase(stage.deps, request)).toEqual(first);
    expect(await accept({ phrase: '最后六周成交' })).toEqual(first);
    expect((await listed()).version).toBe(version);
    const conflicting = ask(hr, params(), { ...request.input, phrase: '首单 48 万' });
    expect(await acceptParaphrase(stage.deps, conflicting)).toEqual({
      ok: false,
      error: { code: 'operation_conflict' },
    });
  });

  it('whose reply was lost is answered with itself (SCENARIOS 8)', async () => {
    const request = ask(hr, params(), input({ phrase: '首单 48 万' }));
    stage.faults.add({ kind: 'lostReply', next: 1, operations: ['TransactWriteItems'] });
    const first = await acceptParaphrase(stage.deps, request);
    expect(first).toMatchObject({ ok: true });
    expect(await acceptParaphrase(stage.deps, request)).toEqual(first);
    const same = (await listed()).paraphrases.filter(({ phrase }) => phrase === '首单 48 万');
    expect(same).toHaveLength(1);
    stage.faults.add({ kind: 'lostReply', next: 1, operations: ['TransactWriteItems'] });
    const { version } = await listed();
    expect(await withdraw(same[0]?.paraphraseId ?? '')).toMatchObject({ ok: true });
    expect((await listed()).version).toBe(version + 1);
  });

  it('many at once each have a version of their own', async () => {
    const { version } = await listed();
    const phrases = ['质量部不敢签字', '先去现场待了半天', '谁来拍板'];
    await Promise.all(phrases.map((phrase) => accepted({ phrase })));
    expect((await listed()).version).toBe(version + phrases.length);
  });

  it.each([
    ['stands nowhere in the answer', { phrase: '我每周四固定跟进一次' }, 'phrase'],
    ['says a key point that the question does not have', { keyPoint: '会唱歌' }, 'keyPoint'],
  ])('and %s is refused with a sentence', async (_, over, field) => {
    expect(await accept(over)).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', details: { fields: [field], sentence: expect.any(String) } },
    });
  });

  it('of another question, interview, position or company is not found (SCENARIOS 20)', async () => {
    expect(await accept({ questionId: 'qnone' })).toEqual(notFound);
    expect(await accept({ interviewId: 'itv_none' })).toEqual(notFound);
    expect(await accept({}, strangers)).toEqual(notFound);
    const elsewhere = { positionId: 'pos_none' };
    expect(await acceptParaphrase(stage.deps, ask(hr, elsewhere, input()))).toEqual(notFound);
    expect(await paraphrases(stage.deps, ask(hr, elsewhere))).toEqual(notFound);
    expect(await paraphrases(stage.deps, ask(strangers, params()))).toEqual(notFound);
    expect(await calibration(stage.deps, ask(strangers, params()))).toEqual(notFound);
    const { paraphrases: all, version } = await listed();
    const open = all.find(({ withdrawnAt }) => withdrawnAt === null)?.paraphraseId ?? '';
    expect(await withdraw(open, strangers)).toEqual(notFound);
    expect(await withdraw('par_none')).toEqual(notFound);
    expect((await listed()).version).toBe(version);
  });
});

describe('calibration', () => {
  it('is nothing at first, then agreement of people with the scorer and with one another', async () => {
    const of = async () => calibration(stage.deps, ask(hr, params()));
    expect(await of()).toMatchObject({
      ok: true,
      value: { pairs: 0, needed: limits.calibrationPairs, calibrated: false, withScorer: null, betweenPeople: null },
    });
    for (let i = 0; i < limits.calibrationPairs; i += 1) {
      const level = 1 + (i % 5);
      const rating = {
        interviewId: `itv_rated${i}`,
        questionId: 'qclose',
        level,
        score: 20 * Math.min(5, level + (i % 3 === 0 ? 1 : 0)),
        scorer: 'rubric@1',
        report: 1,
        at: stage.clock.now().toISOString(),
      };
      await stage.deps.ratings.put(company, stage.positionId, { ...rating, userId: 'usr_a' });
      const second = Math.max(1, level - (i % 2));
      if (i < 20)
        await stage.deps.ratings.put(company, stage.positionId, { ...rating, userId: 'usr_b', level: second });
    }
    const answer = await of();
    if (!answer.ok) throw new Error(answer.error.code);
    const { withScorer, betweenPeople, ...rest } = answer.value;
    expect(rest).toEqual({ pairs: limits.calibrationPairs, needed: limits.calibrationPairs, calibrated: true });
    for (const one of [withScorer, betweenPeople]) {
      expect(one?.kappa).toBeGreaterThan(0.7);
      expect(one?.low).toBeLessThan(one?.kappa ?? 0);
      expect(one?.high).toBeGreaterThan(one?.kappa ?? 1);
    }
    expect(betweenPeople?.pairs).toBe(20);
    expect(await of()).toEqual(answer);
  });
});
