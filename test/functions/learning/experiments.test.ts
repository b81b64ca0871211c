import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endExperiment } from '#functions/experiment/end.ts';
import { planFor } from '#functions/experiment/plan-for.ts';
import { proposeExperiment } from '#functions/experiment/propose.ts';
import { reviewExperiment } from '#functions/experiment/review.ts';
import type { BankVersion } from '#functions/ports/positions.ts';
import type { StaffActor } from '#functions/ports.ts';
import { list } from '#functions/question/list.ts';
import { save } from '#functions/question/save.ts';
import { armOf } from '#shared/learning/arm.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import { ask, hr, newOperation } from '#test/functions/evaluation/stage.ts';
import { type Learning, startLearning } from './stage.ts';

let stage: Learning;
let bank: BankVersion;
beforeAll(async () => {
  stage = await startLearning();
  const found = await list(stage.hr, ask(hr, {}, {}, {}));
  const entry = found.ok ? found.value.questions[0] : undefined;
  const use = entry?.uses[0];
  if (entry === undefined || use === undefined) throw new Error('no question');
  const keep = async (bankId: string | null, version: number, prompt: string) => {
    const from = bankId === null ? { positionId: use.positionId, questionId: use.questionId } : null;
    const question = { ...entry.question, prompt };
    const kept = await save(stage.hr, ask(hr, {}, { operationId: newOperation(), bankId, version, question, from }));
    if (!kept.ok) throw new Error(kept.error.code);
    return kept.value.bankId ?? '';
  };
  const bankId = await keep(null, 0, entry.question.prompt);
  await keep(bankId, 1, '新的问法');
  const newest = await stage.hr.bank.newest(company, bankId);
  if (newest === undefined) throw new Error('nothing kept');
  bank = newest;
});
afterAll(() => stage.stop());

const colleague: StaffActor = { ...hr, userId: 'usr_somebodyelse' };
const asked = async () => {
  const { position } = await stage.read();
  const one = position.plan.questions.find((question) => question.bank?.bankId === bank.bankId);
  if (one === undefined) throw new Error('not asked');
  return { position, one };
};

describe('a trial of two versions of a question', () => {
  it('is proposed, reviewed by somebody else, put by lot in equal parts, and adopted', async () => {
    const { one } = await asked();
    const input = { operationId: newOperation(), questionId: one.id, version: 2, why: '更贴近现场' };
    const proposed = await proposeExperiment(stage.hr, ask(hr, stage.params, input));
    expect(await proposeExperiment(stage.hr, ask(hr, stage.params, input))).toEqual(proposed);
    if (!proposed.ok) throw new Error(proposed.error.code);
    const { experimentId } = proposed.value;
    const params = { ...stage.params, experimentId };
    const second = { ...input, operationId: newOperation() };
    expect(await proposeExperiment(stage.hr, ask(hr, stage.params, second))).toMatchObject({ ok: false });
    const own = await reviewExperiment(stage.hr, ask(hr, params, { accept: true, note: '' }));
    expect(own).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    const plans = async (n: number) => {
      const { position } = await asked();
      const all = [];
      for (let i = 0; i < n; i += 1) all.push(await planFor(stage.hr, company, position));
      return all.map(({ questions }) => questions.find(({ id }) => id === one.id)?.bank?.version);
    };
    expect(await plans(2)).toEqual([1, 1]);
    const review = () => reviewExperiment(stage.hr, ask(colleague, params, { accept: true, note: '可以试' }));
    expect(await review()).toMatchObject({ ok: true, value: { state: 'running' } });
    expect(await review()).toMatchObject({ ok: true, value: { state: 'running' } });
    const against = ask(colleague, params, { accept: false, note: '' });
    expect(await reviewExperiment(stage.hr, against)).toMatchObject({ ok: false, error: { code: 'version_conflict' } });
    const versions = await plans(12);
    expect(versions.filter((version) => version === 1)).toHaveLength(6);
    expect(versions.filter((version) => version === 2)).toHaveLength(6);
    const over = { operationId: newOperation(), adopt: true };
    expect(await endExperiment(stage.hr, ask(hr, params, over))).toMatchObject({
      ok: true,
      value: { state: 'ended', ended: { adopted: true } },
    });
    expect((await asked()).one).toMatchObject({ prompt: '新的问法', bank: { version: 2 } });
    expect(await plans(2)).toEqual([2, 2]);
  });

  it('draws the same lots from the same name, never two people apart', () => {
    const arms = Array.from({ length: 400 }, (_, n) => armOf('exp_one', n));
    expect(arms).toEqual(Array.from({ length: 400 }, (_, n) => armOf('exp_one', n)));
    expect(Array.from({ length: 400 }, (_, n) => armOf('exp_two', n))).not.toEqual(arms);
    let apart = 0;
    for (const arm of arms) {
      apart += arm === 'a' ? 1 : -1;
      expect(Math.abs(apart)).toBeLessThanOrEqual(2);
    }
  });
});
