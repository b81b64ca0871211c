import { afterAll, beforeAll, expect, it } from 'vitest';
import { changes } from '#functions/figures/changes.ts';
import { save as saveRules } from '#functions/rule/save.ts';
import { save as saveSettings } from '#functions/settings/save.ts';
import { limits } from '#shared/limits.ts';
import { ask, hr, newOperation } from '#test/functions/evaluation/stage.ts';
import { type Editing, saying, startEditing } from '#test/functions/position/editing-stage.ts';

let stage: Editing;
beforeAll(async () => {
  stage = await startEditing();
});
afterAll(() => stage.stop());

const days = async () => {
  const answer = await changes(stage.deps, ask(hr, {}));
  return answer.value.changes;
};
const nextDay = () => stage.clock.advance('P1D');
const settingsSaved = async (version: number) => {
  const contact = { name: '招聘组', phone: '400-000-0000', hours: '9:00-18:00' };
  const done = await saveSettings(
    stage.deps,
    ask(hr, {}, { operationId: newOperation(), version, own: { deadlineHours: 24 + version }, contact }),
  );
  expect(done).toMatchObject({ ok: true });
};

it('names each day on which settings, a position or its rules were changed, the newest first', async () => {
  expect(await days()).toEqual([]);
  await settingsSaved(0);
  nextDay();
  await stage.edited(saying('请说说你最近一次成交。'));
  await stage.edited(saying('请说说你最近一次成交的经过。'));
  nextDay();
  const rules = await saveRules(stage.deps, ask(hr, stage.params, { version: 1, rules: [], waitHours: 24 }));
  expect(rules).toMatchObject({ ok: true });
  nextDay();
  await settingsSaved(1);
  const found = await days();
  expect(found.map(({ what }) => what)).toEqual(['settings', 'rules', 'position', 'settings']);
  expect(found.map(({ date }) => date)).toEqual(found.map(({ date }) => date).toSorted((a, b) => b.localeCompare(a)));
  expect(new Set(found.map(({ date }) => date)).size).toBe(4);
  expect(found[1]?.name).toBe(found[2]?.name);
});

it('keeps as many saves of the settings as are named, however often they are saved', async () => {
  for (let version = 2; version < limits.changesNamed + 10; version += 1) {
    nextDay();
    await settingsSaved(version);
  }
  const owner = await stage.deps.directory.company(hr.company);
  expect(owner?.savedBefore).toHaveLength(limits.changesNamed - 1);
  const found = await days();
  expect(found).toHaveLength(limits.changesNamed);
  expect(found.every(({ what }) => what === 'settings')).toBe(true);
});
