import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { archive } from '#functions/position/archive.ts';
import { create } from '#functions/position/create.ts';
import { get } from '#functions/position/get.ts';
import { history } from '#functions/position/history.ts';
import { list } from '#functions/position/list.ts';
import { restore } from '#functions/position/restore.ts';
import { save } from '#functions/position/save.ts';
import { draftOf } from '#shared/organisation/position/draft.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import { ask, hr, newOperation, strangers } from '#test/functions/evaluation/stage.ts';
import { salesPosition } from '#test/world/seeds/positions.ts';
import { type Editing, saying, startEditing } from './editing-stage.ts';

let stage: Editing;
beforeAll(async () => {
  stage = await startEditing();
});
afterEach(() => stage.faults.clear());
afterAll(() => stage.stop());

const notFound = { ok: false, error: { code: 'not_found' } };
const versions = async () => {
  const answer = await history(stage.deps, ask(hr, stage.params));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.versions;
};
const creating = (templateId: string | null, operationId = newOperation()) =>
  create(stage.deps, ask(hr, {}, { operationId, templateId, language: 'zh', title: '店员', department: '门店' }));

describe('editing a position', () => {
  it('begins with the imported version and what the company decided', async () => {
    const view = await stage.read();
    expect(view.position).toEqual(salesPosition);
    expect(view.made).toEqual({ version: 1, kind: 'imported', at: null, by: null });
    expect(view.inherited.deadlineHours).toBe(72);
    expect(await versions()).toMatchObject([{ version: 1, kind: 'imported', changes: [] }]);
  });

  it('never moves the goal for who is under way; the next invitation uses the new version', async () => {
    const before = await stage.invited('cand_chensiyuan');
    await stage.edited((draft) => ({ ...saying('新题目')(draft), settings: { attempts: 4, deadlineHours: 24 } }));
    const after = await stage.invited('cand_linxiaotong');
    const plans = await Promise.all([before, after].map((itv) => stage.interviews.plan(company, itv)));
    expect(plans[0]).toEqual(salesPosition.plan);
    expect(plans[1]?.questions[0]?.prompt).toBe('新题目');
    expect(plans.map((plan) => plan?.version)).toEqual([1, 2]);
    const states = await Promise.all([before, after].map((itv) => stage.interviews.load(company, itv)));
    expect(states.map((state) => state?.terms.attempts)).toEqual([2, 4]);
    const hours = (state: (typeof states)[number]) =>
      (Date.parse(state?.terms.deadlineAt ?? '') - Date.parse(state?.invitedAt ?? '')) / 3_600_000;
    expect(states.map(hours)).toEqual([72, 24]);
  });

  it('keeps every version, who made it and when, with what it changed; the imported one too', async () => {
    const [newest, first] = await versions();
    expect(newest).toMatchObject({ version: 2, kind: 'saved', by: '王敏', at: stage.clock.now().toISOString() });
    expect(newest?.changes.map(({ part, name }) => [part, name])).toEqual([
      ['question', '新题目'],
      ['setting', 'attempts'],
      ['setting', 'deadlineHours'],
    ]);
    expect(first).toMatchObject({ version: 1, kind: 'imported', by: null });
  });

  it('leaves what is the company’s alone, and gives a setting back to it', async () => {
    await stage.edited((draft) => ({ ...draft, settings: { channels: ['sms'] } }));
    expect((await stage.read()).position.settings).toEqual({ channels: ['sms'] });
    await stage.edited((draft) => ({ ...draft, settings: {} }));
    expect((await stage.read()).position.settings).toEqual({});
  });

  it('tells the second of two savers who was first, and loses neither', async () => {
    const { position, made } = await stage.read();
    const [one, other] = ['甲的题', '乙的题'].map((prompt) => saying(prompt)(draftOf(position)));
    if (one === undefined || other === undefined) throw new Error('no drafts');
    const both = await Promise.all([stage.saving(made.version, one), stage.saving(made.version, other)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({
      ok: false,
      error: {
        code: 'version_conflict',
        details: { version: made.version + 1, by: '王敏', at: stage.clock.now().toISOString() },
      },
    });
    const now = (await stage.read()).position.plan.questions[0]?.prompt;
    expect(['甲的题', '乙的题']).toContain(now);
    const mine = now === '甲的题' ? other : one;
    expect(await stage.saving(made.version + 1, mine)).toMatchObject({
      ok: true,
      value: { made: { version: made.version + 2 } },
    });
    const kept = (await versions()).slice(0, 2).flatMap(({ changes }) => changes.map(({ name }) => name));
    expect(kept.sort()).toEqual(['乙的题', '甲的题'].sort());
  });

  it('sent twice is saved once, though the reply was lost (SCENARIOS 8)', async () => {
    const { position, made } = await stage.read();
    const operationId = newOperation();
    const draft = saying('只存一次')(draftOf(position));
    stage.faults.add({ kind: 'lostReply', next: 1, operations: ['TransactWriteItems'] });
    const first = await stage.saving(made.version, draft, { operationId });
    expect(first).toMatchObject({ ok: true, value: { made: { version: made.version + 1 } } });
    expect(await stage.saving(made.version, draft, { operationId })).toEqual(first);
    expect((await stage.read()).made.version).toBe(made.version + 1);
    expect(await stage.saving(made.version, saying('另一份')(draft), { operationId })).toEqual({
      ok: false,
      error: { code: 'operation_conflict' },
    });
  });

  it('refuses what could not be an interview, and says where', async () => {
    const { position, made } = await stage.read();
    const draft = draftOf(position);
    const competencies = draft.plan.competencies.slice(1);
    const answer = await stage.saving(made.version, { ...draft, plan: { ...draft.plan, competencies } });
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'invalid_input',
        details: { fields: expect.arrayContaining(['competencies.weights_sum']) },
      },
    });
    expect((await stage.read()).made.version).toBe(made.version);
  });

  it('takes an improper question only from somebody who looked at it, and keeps that', async () => {
    const { position, made } = await stage.read();
    const draft = saying('您结婚了吗？')(draftOf(position));
    expect(await stage.saving(made.version, draft)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(await stage.saving(made.version, draft, { acknowledged: true })).toMatchObject({ ok: true });
    expect((await versions())[0]).toMatchObject({ acknowledged: true, by: '王敏' });
    expect((await versions())[1]).toMatchObject({ acknowledged: false });
  });

  it('brings an earlier version back as the next one', async () => {
    const { made } = await stage.read();
    const request = ask(hr, stage.params, { operationId: newOperation(), version: made.version, to: 1 });
    const answer = await restore(stage.deps, request);
    expect(answer).toMatchObject({ ok: true, value: { made: { version: made.version + 1, kind: 'restored' } } });
    expect(await restore(stage.deps, request)).toEqual(answer);
    const { version: _, ...restored } = (await stage.read()).position.plan;
    const { version: __, ...first } = salesPosition.plan;
    expect(restored).toEqual(first);
    const late = { operationId: newOperation(), version: made.version, to: 2 };
    expect(await restore(stage.deps, ask(hr, stage.params, late))).toMatchObject({
      error: { code: 'version_conflict' },
    });
    const nowhere = { operationId: newOperation(), version: made.version + 1, to: 99 };
    expect(await restore(stage.deps, ask(hr, stage.params, nowhere))).toEqual(notFound);
  });
});

describe('a new position', () => {
  it('comes from a template, once', async () => {
    const operationId = newOperation();
    const first = await creating('store', operationId);
    expect(first).toMatchObject({
      ok: true,
      value: { made: { version: 1, kind: 'created', by: '王敏' }, findings: [], underway: 0, openRequisitions: 0 },
    });
    expect(await creating('store', operationId)).toEqual(first);
    const all = await list(stage.deps, ask(hr, {}));
    if (!all.ok) throw new Error('refused');
    expect(all.value.positions.filter(({ title }) => title === '店员')).toHaveLength(1);
    expect(all.value.templates).toHaveLength(12);
  });

  it('is not made of what is no template', async () => {
    expect(await creating('pilot')).toEqual(notFound);
  });

  it('can be archived and taken out again; one that is hired for cannot', async () => {
    const made = await creating(null);
    if (!made.ok) throw new Error(made.error.code);
    const { positionId } = made.value.position;
    const archiving = (of: string, version: number, archived: boolean) =>
      archive(stage.deps, ask(hr, { positionId: of }, { operationId: newOperation(), version, archived }));
    const away = await archiving(positionId, 1, true);
    expect(away).toMatchObject({ ok: true, value: { made: { version: 2, kind: 'archived' } } });
    expect((await stage.read(positionId)).position.archivedAt).toBe(stage.clock.now().toISOString());
    expect(await archiving(positionId, 2, false)).toMatchObject({ ok: true, value: { made: { kind: 'reopened' } } });
    expect((await stage.read(positionId)).position.archivedAt).toBeUndefined();
    const { made: newest } = await stage.read();
    expect(await archiving(stage.positionId, newest.version, true)).toEqual({
      ok: false,
      error: { code: 'requisition_open' },
    });
  });
});

it('is another company’s business nowhere (SCENARIOS 20)', async () => {
  const { position, made } = await stage.read();
  expect(await get(stage.deps, ask(strangers, stage.params))).toEqual(notFound);
  expect(await history(stage.deps, ask(strangers, stage.params))).toEqual(notFound);
  const input = { operationId: newOperation(), version: made.version, acknowledged: false, draft: draftOf(position) };
  expect(await save(stage.deps, ask(strangers, stage.params, input))).toEqual(notFound);
  const all = await list(stage.deps, ask(strangers, {}));
  expect(all.ok && all.value.positions).toEqual([]);
});
