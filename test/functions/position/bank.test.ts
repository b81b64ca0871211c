import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create } from '#functions/position/create.ts';
import { adopt } from '#functions/question/adopt.ts';
import { history } from '#functions/question/history.ts';
import { list } from '#functions/question/list.ts';
import { save } from '#functions/question/save.ts';
import type { Output } from '#shared/contract/operations.ts';
import { ask, hr, newOperation, strangers } from '#test/functions/evaluation/stage.ts';
import { salesPosition } from '#test/world/seeds/positions.ts';
import { type Editing, saying, startEditing } from './editing-stage.ts';

type Entry = Output<'question.list'>['questions'][number];
let stage: Editing;
beforeAll(async () => {
  stage = await startEditing();
});
afterAll(() => stage.stop());

const found = async (query: { text?: string; kind?: 'scenario' } = {}): Promise<Entry[]> => {
  const answer = await list(stage.deps, ask(hr, {}, {}, query));
  if (!answer.ok) throw new Error('refused');
  return answer.value.questions;
};
const entry = async (prompt: string) => {
  const one = (await found()).find(({ question }) => question.prompt === prompt);
  if (one === undefined) throw new Error(`not in the bank: ${prompt}`);
  return one;
};
const saving = (
  of: Entry,
  prompt: string,
  operationId = newOperation(),
  version = of.bankId === null ? 0 : of.version,
) => {
  const { bankId, question, uses } = of;
  const from = bankId === null && uses[0] ? { positionId: uses[0].positionId, questionId: uses[0].questionId } : null;
  const input = { operationId, bankId, version, question: { ...question, prompt }, from };
  return save(stage.deps, ask(hr, {}, input));
};
const adopting = (bankId: string, positionIds: string[]) =>
  adopt(stage.deps, ask(hr, { bankId }, { operationId: newOperation(), positionIds }));
const first = salesPosition.plan.questions[0];
const asked = first?.prompt ?? '';

describe('the question bank', () => {
  it('shows the questions of all positions, found by words and kind', async () => {
    expect(await found()).toHaveLength(salesPosition.plan.questions.length);
    const scenarios = await found({ kind: 'scenario' });
    expect(scenarios.map(({ question }) => question.kind)).toEqual(['scenario', 'scenario']);
    expect((await found({ text: '李经理' })).map(({ uses }) => uses[0]?.questionId)).toEqual(['qprice']);
    expect(await found({ text: '没有人这样问' })).toEqual([]);
  });

  it('takes a question in, linked with where it stands, and once', async () => {
    const operationId = newOperation();
    const before = await entry(asked);
    expect(before).toMatchObject({ bankId: null, uses: [{ positionId: 'pos_salesrep', questionId: 'qclose' }] });
    const kept = await saving(before, asked, operationId);
    expect(kept).toMatchObject({
      ok: true,
      value: { version: 1, by: '王敏', uses: [{ state: 'current', version: 1 }] },
    });
    expect(await saving(before, asked, operationId)).toEqual(kept);
    expect((await found()).filter(({ question }) => question.prompt === asked)).toHaveLength(1);
    expect((await stage.read()).made).toMatchObject({ version: 2, kind: 'bank' });
  });

  it('never changes a position by itself: it says who is on an older version, and updates by choice', async () => {
    const kept = await entry(asked);
    const bankId = kept.bankId ?? '';
    const other = await create(
      stage.deps,
      ask(
        hr,
        {},
        { operationId: newOperation(), templateId: 'sales', language: 'zh', title: '渠道销售', department: '销售部' },
      ),
    );
    if (!other.ok) throw new Error(other.error.code);
    await stage.edited((draft) => draft);
    const changed = await saving(kept, '新的问法');
    expect(changed).toMatchObject({ ok: true, value: { version: 2, uses: [{ state: 'older', version: 1 }] } });
    expect((await stage.read()).position.plan.questions[0]?.prompt).toBe(asked);
    const { made } = await stage.read();
    expect(await adopting(bankId, [stage.positionId])).toEqual({
      ok: true,
      value: { adopted: [stage.positionId], busy: [] },
    });
    const now = await stage.read();
    expect(now.made).toMatchObject({ version: made.version + 1, kind: 'bank' });
    expect(now.position.plan.questions[0]).toMatchObject({
      id: 'qclose',
      prompt: '新的问法',
      required: true,
      competencies: first?.competencies,
      bank: { bankId, version: 2 },
    });
    expect((await entry('新的问法')).uses).toMatchObject([{ state: 'current', version: 2 }]);
    // Again: there is nothing to do.
    expect(await adopting(bankId, [stage.positionId])).toMatchObject({ ok: true });
    expect((await stage.read()).made.version).toBe(made.version + 1);
  });

  it('tells where a position changed its copy', async () => {
    await stage.edited(saying('我们自己的问法'));
    expect((await entry('新的问法')).uses).toMatchObject([{ state: 'own', version: 2 }]);
  });

  it('keeps every version; the second of two savers is told', async () => {
    const kept = await entry('新的问法');
    const both = await Promise.all([saving(kept, '甲'), saving(kept, '乙')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'version_conflict' } });
    const all = await history(stage.deps, ask(hr, { bankId: kept.bankId ?? '' }));
    expect(all.ok && all.value.versions.map(({ version, by }) => [version, by])).toEqual([
      [3, '王敏'],
      [2, '王敏'],
      [1, '王敏'],
    ]);
  });

  it('takes no improper question', async () => {
    const [any] = await found();
    if (any === undefined) throw new Error('empty');
    expect(await saving(any, '您打算什么时候要孩子？')).toMatchObject({ error: { code: 'invalid_input' } });
  });

  it('is another company’s business nowhere (SCENARIOS 20)', async () => {
    const kept = (await found()).find(({ bankId }) => bankId !== null);
    const bankId = kept?.bankId ?? '';
    const notFound = { ok: false, error: { code: 'not_found' } };
    expect(await history(stage.deps, ask(strangers, { bankId }))).toEqual(notFound);
    const input = { operationId: newOperation(), positionIds: [stage.positionId] };
    expect(await adopt(stage.deps, ask(strangers, { bankId }, input))).toEqual(notFound);
    const theirs = await list(stage.deps, ask(strangers, {}));
    expect(theirs.ok && theirs.value.questions).toEqual([]);
  });
});
