import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { type PersonnelLimits, personnelSource } from '#functions/adapters/personnel/personnel-source.ts';
import { learn } from '#functions/learning/learn.ts';
import { pullOutcomes } from '#functions/learning/pull-outcomes.ts';
import { enterOutcomes } from '#functions/outcome/enter.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { plusHours } from '#shared/interview/windows.ts';
import { limits } from '#shared/limits.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import { ask, hr } from '#test/functions/evaluation/stage.ts';
import { startFakePersonnel } from '#test/world/personnel/start-fake-personnel.ts';
import { type Learning, startLearning } from './stage.ts';

let stage: Learning;
let hired: InterviewState;
let pooled: InterviewState;
const phone = '13800000077';
beforeAll(async () => {
  stage = await startLearning();
  const reported = await stage.reported();
  const { requisitionId, positionId } = reported;
  const opening = { positionId, department: '', position: '', headcount: 1, inPost: 0, vacancies: 1 };
  const own = { requisitionId, ownerId: hr.userId, openedAt: reported.invitedAt };
  await stage.put({ ...keys.requisition(company, requisitionId), ...opening, ...own });
  hired = await stage.after(reported, { type: 'decide', by: hr.userId, outcome: 'onboarding' });
  pooled = await stage.after(await stage.reported(), { type: 'decide', by: hr.userId, outcome: 'pool' });
  const { candidateId } = hired;
  await stage.put({ ...keys.personByPhone(company, phone), value: phone, candidateId, key: 'one' });
});
afterAll(() => stage.stop());

let personnel: Awaited<ReturnType<typeof startFakePersonnel>>;
beforeEach(async () => {
  personnel = await startFakePersonnel({ pageRows: 2, slowMs: 30_000 });
});
afterEach(() => personnel.stop());

const small: PersonnelLimits = { ...limits.analytics.outcomeSource, tryMs: 2000, pages: 20, pageBytes: 100_000 };
const pull = (more: Partial<PersonnelLimits> = {}, system = personnel.system) =>
  pullOutcomes(
    { ...stage.job, outcomeSource: personnelSource({ [company]: system }, { ...small, ...more }, 1) },
    company,
  );
const versions = () => stage.hr.outcomes.versions(company, hired.applicationId);
const newest = () => stage.hr.outcomes.newest(company, hired.applicationId);
/** Minutes from now on by the stage's clock. */
const inMinutes = (minutes: number) => plusHours(stage.clock.now().toISOString(), minutes / 60);
const said = (more: Record<string, unknown>) => ({ phone, changedAt: inMinutes(-1), ...more });
const strangers = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    phone: String(13_900_000_000 + i),
    retention: 'there',
    changedAt: inMinutes(-1),
  }));

describe('a connected system', () => {
  it('is asked for everything once, by phone or application, and says nothing twice', async () => {
    const { applicationId } = hired;
    personnel.say(...strangers(3), said({ retention: 'there' }), {
      ...said({ performance: 4 }),
      phone: null,
      applicationId,
    });
    const first = await pull();
    expect(first).toMatchObject({ pages: 3, written: 2, same: 0, others: 3, where: [] });
    expect(first).not.toHaveProperty('cause');
    expect(personnel.calls).toEqual([
      { since: '1970-01-01T00:00:00.000Z', cursor: null },
      { since: '1970-01-01T00:00:00.000Z', cursor: 'row-2' },
      { since: '1970-01-01T00:00:00.000Z', cursor: 'row-4' },
    ]);
    // What a row leaves out stays as it was known.
    expect(await newest()).toMatchObject({
      retention: 'there',
      performance: 4,
      from: 'connector',
      by: 'system',
      version: 2,
    });
    expect(await pull()).toMatchObject({ written: 0, same: 2, others: 3 });
    expect(await versions()).toHaveLength(2);
  });

  it('counts nothing twice where pages come twice', async () => {
    personnel.say(...strangers(3), said({ probation: 'passed' }));
    personnel.faults.set([{ provider: 'personnel', kind: 'errcode', errcode: 'repeats' }]);
    expect(await pull()).toMatchObject({ pages: 4, written: 1, same: 1, others: 6 });
  });

  it('leaves out a bad row, names it without what it holds, and takes the rest', async () => {
    const before = (await versions()).length;
    personnel.say(
      said({ retention: 'gone fishing' }),
      said({ performance: 9, name: '李婷' }),
      said({ leftOn: '31.1.2027' }),
      said({ probation: 'passed', changedAt: 'yesterday' }),
      said({ probation: 'failed', changedAt: inMinutes(60) }),
      { retention: 'there', changedAt: inMinutes(-1) },
      said({ phone: '12', retention: 'there' }),
      said({}),
      'not a row',
      said({ performance: 5 }),
    );
    const done = await pull();
    expect(done).toMatchObject({ pages: 5, written: 1 });
    expect(done?.bad).toEqual({
      retention_unknown: 1,
      performance_invalid: 1,
      day_invalid: 1,
      changed_invalid: 2,
      who_missing: 1,
      phone_invalid: 1,
      nothing_said: 1,
      unreadable: 1,
    });
    expect(done?.where.slice(0, 2)).toEqual(['1:1 retention_unknown', '1:2 performance_invalid']);
    expect(JSON.stringify(done)).not.toMatch(/李婷|fishing|138|2027/);
    expect(await versions()).toHaveLength(before + 1);
  });

  it('says nothing of people who were not hired', async () => {
    const { applicationId } = pooled;
    personnel.say({ applicationId, retention: 'there', changedAt: inMinutes(-1) });
    expect(await pull()).toMatchObject({ written: 0, others: 1 });
    expect(await stage.hr.outcomes.newest(company, applicationId)).toBeUndefined();
  });

  it('does not write over what a person corrected after it, until it is told something later', async () => {
    personnel.say(said({ performance: 3 }));
    await pull();
    stage.clock.advance('PT1H');
    const known = await newest();
    if (known === undefined) throw new Error('nothing known');
    const { applicationId, retention, leftOn, probation, version } = known;
    const outcomes = [{ applicationId, version, retention, leftOn, probation, performance: 1 }];
    expect(await enterOutcomes(stage.hr, ask(hr, {}, { from: 'entered' as const, outcomes }))).toMatchObject({
      ok: true,
    });
    expect(await pull()).toMatchObject({ written: 0, older: 1 });
    expect(await newest()).toMatchObject({ performance: 1, from: 'entered' });
    stage.clock.advance('PT1H');
    personnel.say(said({ performance: 2 }));
    expect(await pull()).toMatchObject({ written: 1, older: 1 });
    expect(await newest()).toMatchObject({ performance: 2, from: 'connector' });
    // What it said before comes again within the days that are asked for once more.
    expect(await pull()).toMatchObject({ written: 0, older: 1, same: 1 });
  });
});

describe('a connected system in trouble', () => {
  const asked = () => new Set(personnel.calls.map(({ since }) => since));
  const troubles = [
    ['is down', { kind: 'down' as const }, 'http 503'],
    ['hangs up', { kind: 'unknown' as const }, /UND_ERR|ECONNRESET|TypeError/],
    ['refuses the key', { kind: 'errcode' as const, errcode: 401 }, 'http 401'],
    ['is too slow', { kind: 'errcode' as const, errcode: 'slow' }, 'timeout'],
    ['sends us elsewhere', { kind: 'errcode' as const, errcode: 'elsewhere' }, 'http 302'],
    ['answers without an end', { kind: 'errcode' as const, errcode: 'huge' }, 'page too large'],
    ['answers something else', { kind: 'errcode' as const, errcode: 'garbage' }, 'unreadable page'],
    ['leads in circles', { kind: 'errcode' as const, errcode: 'loop' }, 'cursor leads back'],
    ['has no last page', { kind: 'errcode' as const, errcode: 'endless' }, 'too many pages'],
  ] as const;
  it.each(troubles)('%s: the turn goes on, and the next one asks from the same instant', async (_, fault, cause) => {
    await pull();
    const last = await stage.job.pulls.last(company);
    expect(last).toMatchObject({ at: expect.any(String), failedAt: null });
    stage.clock.advance('PT168H');
    personnel.say(...strangers(3));
    personnel.calls.length = 0;
    personnel.faults.set([{ provider: 'personnel', ...fault }]);
    const outcomeSource = personnelSource({ [company]: personnel.system }, { ...small, tryMs: 300 }, 1);
    const heard: unknown[] = [];
    expect(await learn({ ...stage.job, outcomeSource }, company, (one) => heard.push(one))).toMatch('learned from');
    expect(heard).toMatchObject([{ cause: typeof cause === 'string' ? cause : expect.stringMatching(cause) }]);
    const failedAt = stage.clock.now().toISOString();
    expect(await stage.job.pulls.last(company)).toEqual({ at: last?.at, failedAt });
    expect(personnel.requests).not.toContain('/world/personnel/elsewhere');
    personnel.faults.set([]);
    expect(await pull()).not.toHaveProperty('cause');
    expect([...asked()]).toEqual([plusHours(last?.at ?? '', -24 * 30)]);
    const at = stage.clock.now().toISOString();
    expect(await stage.job.pulls.last(company)).toEqual({ at, failedAt: null });
  });

  it('gets its time in all and no more', async () => {
    personnel.say(...strangers(3));
    personnel.faults.set([{ provider: 'personnel', kind: 'timeout' }]);
    const begun = Date.now();
    expect(await pull({ tryMs: 60_000, wholeMs: 300 })).toHaveProperty('cause');
    expect(Date.now() - begun).toBeLessThan(10_000);
  });

  it('gives what it gave before it broke, once', async () => {
    personnel.say(said({ retention: 'left', leftOn: '2027-01-31' }), ...strangers(3));
    personnel.faults.set([{ provider: 'personnel', kind: 'errcode', errcode: 'loop' }]);
    expect(await pull()).toMatchObject({ written: 1, cause: 'cursor leads back' });
    personnel.faults.set([]);
    expect(await pull()).toMatchObject({ written: 0, same: 1 });
  });

  it('of another company is not asked', async () => {
    const outcomeSource = personnelSource({ co_another: personnel.system }, small);
    expect(await pullOutcomes({ ...stage.job, outcomeSource }, company)).toBeUndefined();
    expect(personnel.requests).toEqual([]);
  });
});
