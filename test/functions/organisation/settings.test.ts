import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get } from '#functions/settings/get.ts';
import { save } from '#functions/settings/save.ts';
import type { Input } from '#shared/contract/operations.ts';
import { limits } from '#shared/limits.ts';
import { as, newOperation, type OrganisationStage, pos, startOrganisation } from './stage.ts';

let stage: OrganisationStage;
beforeAll(async () => {
  stage = await startOrganisation({ quiet: null });
});
afterAll(() => stage.store.stop());

const admin = as('admin');
const contact = { name: '招聘组', phone: '400-000-0000', hours: '工作日 9:00-18:00' };
const read = async () => {
  const answer = await get(stage.deps, { ...stage.ask({}, {}, admin), input: {} });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};
type Own = Input<'settings.save'>['own'];
const saving = (version: number, own: Own, operationId = newOperation()) =>
  save(stage.deps, stage.ask({}, { operationId, version, own, contact }, admin));

describe('what a company decides', () => {
  it('holds from the next read on; what it does not decide is the default', async () => {
    const before = await read();
    expect(before).toMatchObject({ version: 0, made: null, own: {}, effective: before.defaults });
    const operationId = newOperation();
    const done = await saving(0, { deadlineHours: 48, owners: { reminder: 'hr' } }, operationId);
    expect(done).toMatchObject({
      ok: true,
      value: {
        version: 1,
        made: { by: '林悦' },
        own: { deadlineHours: 48 },
        effective: { deadlineHours: 48, attempts: 2 },
      },
    });
    expect(await saving(0, { deadlineHours: 48, owners: { reminder: 'hr' } }, operationId)).toEqual(done);
    expect(await read()).toMatchObject({ version: 1, contact });
    const cleared = await saving(1, {});
    expect(cleared).toMatchObject({ ok: true, value: { version: 2, own: {}, effective: { deadlineHours: 72 } } });
  });

  it('the second of two who save is told', async () => {
    const { version } = await read();
    const both = await Promise.all([saving(version, { attempts: 3 }), saving(version, { attempts: 4 })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'version_conflict' } });
  });

  it('cannot be what would break an invitation', async () => {
    const { version, own } = await read();
    expect(await saving(version, { timeZone: 'Asia/Nowhere', deadlineHours: 9999 })).toMatchObject({
      error: { code: 'invalid_input', details: { fields: ['own.deadlineHours', 'own.timeZone'] } },
    });
    expect((await read()).own).toEqual(own);
  });

  it('lets rules turn people down only where a calibrated language model judges', async () => {
    const { version } = await read();
    expect(await saving(version, { rulesTurnDown: true })).toMatchObject({ error: { code: 'not_calibrated' } });
    const rate = async (scorer: string) => {
      for (let n = 0; n <= limits.calibrationPairs; n += 1) {
        const interviewId = `itv_rated${String(n).padStart(4, '0')}`;
        const rating = { interviewId, questionId: 'q1', userId: 'usr_wangmin', level: 4, score: 80, scorer, report: 1 };
        await stage.deps.ratings.put(stage.company, pos, { ...rating, at: stage.clock.now().toISOString() });
      }
    };
    // As calibrated as may be: the embedded one never does.
    await rate('rubric@1');
    expect(await saving(version, { rulesTurnDown: true })).toMatchObject({ error: { code: 'not_calibrated' } });
    await rate('qwen-plus@3');
    expect((await read()).turnDown).toEqual({ allowed: true, calibrated: ['销售代表'] });
    const done = await saving(version, { rulesTurnDown: true });
    expect(done).toMatchObject({ ok: true, value: { effective: { rulesTurnDown: true } } });
  });
});
