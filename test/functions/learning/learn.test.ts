import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { gather } from '#functions/learning/gather.ts';
import { learn } from '#functions/learning/learn.ts';
import { overview } from '#functions/learning/overview.ts';
import { run } from '#functions/learning/run.ts';
import { approveWeights, rollBackWeights } from '#functions/learning/set-weights.ts';
import { askLearning } from '#functions/learning/turns.ts';
import { enterOutcomes } from '#functions/outcome/enter.ts';
import { listOutcomes } from '#functions/outcome/list.ts';
import type { Job } from '#functions/ports.ts';
import { bringUpToDate } from '#functions/sync/bring-up-to-date.ts';
import { saveVoluntary } from '#functions/voluntary/save.ts';
import type { LearnedValue } from '#shared/contract/learned.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { voluntaryConsent } from '#shared/learning/voluntary.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import { ask, hr, newOperation } from '#test/functions/evaluation/stage.ts';
import { type Learning, startLearning } from './stage.ts';

let stage: Learning;
const people: InterviewState[] = [];
beforeAll(async () => {
  stage = await startLearning();
  for (const outcome of ['onboarding', 'pool', null] as const) {
    const reported = await stage.reported();
    const { requisitionId, positionId } = reported;
    const opening = { positionId, department: '', position: '', headcount: 1, inPost: 0, vacancies: 1 };
    const Item = { ...keys.requisition(company, requisitionId), requisitionId, ...opening };
    await stage.put({ ...Item, ownerId: hr.userId, openedAt: reported.invitedAt });
    const done = outcome === null ? reported : await stage.after(reported, { type: 'decide', by: hr.userId, outcome });
    await bringUpToDate(stage.deps, company, done.interviewId);
    people.push(done);
  }
});
afterAll(() => stage.stop());

const lessons = async () =>
  (await Promise.all(people.map((one) => stage.job.lessons.of(company, one.requisitionId)))).flat();
describe('a turn of learning', () => {
  it('draws a lesson from every interview, of figures and ids only', async () => {
    expect(await learn(stage.job, company)).toBe('learned from 3');
    const [hired, pooled, waiting] = await Promise.all(
      people.map(async ({ requisitionId: own }) => (await stage.job.lessons.of(company, own))[0]),
    );
    expect(hired).toMatchObject({ came: true, finished: true, passed: true, hired: true, pooled: false });
    expect(pooled).toMatchObject({ passed: false, hired: false, pooled: true });
    expect(waiting).toMatchObject({ finished: true, passed: null, hired: null });
    expect(hired?.asked.every(({ score }) => score === null || score >= 0)).toBe(true);
    expect(hired?.dimensions.length).toBeGreaterThan(2);
    expect(JSON.stringify(await lessons())).not.toMatch(/[\u4e00-\u9fff]{6}/);
  });

  it('reads anew only what has changed since', async () => {
    const read: string[] = [];
    const interviews = {
      ...stage.job.interviews,
      history: (own: string, id: string) => {
        read.push(id);
        return stage.job.interviews.history(own, id);
      },
    };
    const deps = { ...stage.job, interviews };
    expect(await gather(deps, company)).toHaveLength(3);
    expect(read).toEqual([]);
    const [, , waiting] = people;
    if (waiting === undefined) throw new Error('nobody');
    await stage.after(await stage.load(waiting), { type: 'decide', by: hr.userId, outcome: 'pool' });
    await gather(deps, company);
    expect(new Set(read)).toEqual(new Set([waiting.interviewId]));
  });

  it('keeps every version, and says how much is missing', async () => {
    await learn(stage.job, company);
    const past = await stage.hr.learning.past(company, 'fairness', 10);
    expect(past.map(({ version }) => version)).toEqual([2, 1]);
    expect((await stage.hr.learning.newest(company, 'no_show'))?.value).toMatchObject({ state: 'insufficient' });
    const weights = await stage.hr.learning.newest(company, 'weights', stage.positionId);
    expect(weights?.value).toMatchObject({ state: 'insufficient', people: 0, missing: 250 });
    const seen = await overview(stage.hr, ask(hr, {}));
    expect(seen).toMatchObject({ ok: true, value: { noShow: { state: 'insufficient' }, weights: { proposals: 0 } } });
  });

  it('counts groups by what people said, and shows none that is small', async () => {
    for (const [at, { candidateId }] of people.entries()) {
      const input = {
        sex: at === 0 ? ('female' as const) : ('male' as const),
        bornFrom: null,
        consent: { version: voluntaryConsent },
      };
      const actor = { role: 'candidate' as const, company, candidateId };
      await saveVoluntary(stage.candidate, { actor, params: {}, query: {}, input, bodyHash: '' });
    }
    await learn(stage.job, company);
    const pack = (await stage.hr.learning.newest(company, 'fairness'))?.value;
    expect(pack).toMatchObject({ people: 3, said: 3 });
    const passed = pack?.parts.find(({ name }) => name === 'passed');
    expect(passed?.tables[0]).toMatchObject({ dimensions: ['sex'], categories: [], hidden: 2 });
  });

  it('comes once a week, and at the next tick where somebody asks for it', async () => {
    const jobs: Job[] = [];
    const queue = { send: async (sent: Job[]) => void jobs.push(...sent) };
    const boards = { due: async () => [{ company, asked: 1 }] };
    const tick = () => askLearning({ turns: stage.hr.turns, boards, queue, clock: stage.clock });
    expect(await tick()).toBe(0);
    stage.clock.advance('PT24H1S');
    expect(await tick()).toBe(1);
    expect(await tick()).toBe(0);
    await run(stage.hr, ask(hr, {}));
    expect(await tick()).toBe(1);
    stage.clock.advance('PT168H1S');
    expect(await tick()).toBe(1);
    expect(jobs).toEqual([1, 2, 3].map(() => ({ queue: 'learn', company })));
  });
});

describe('how it went with those who were hired', () => {
  const enter = (applicationId: string, version: number, performance: number | null) =>
    enterOutcomes(
      stage.hr,
      ask(
        hr,
        {},
        {
          from: 'entered' as const,
          outcomes: [
            { applicationId, version, retention: 'there' as const, leftOn: null, probation: null, performance },
          ],
        },
      ),
    );

  it('is entered, corrected and kept version by version; of nobody else', async () => {
    const [hired, pooled] = people;
    if (hired === undefined || pooled === undefined) throw new Error('nobody');
    const { applicationId } = hired;
    expect(await enter(applicationId, 0, 4)).toMatchObject({ value: { written: [applicationId] } });
    expect(await enter(applicationId, 0, 4)).toMatchObject({ value: { same: [applicationId] } });
    expect(await enter(applicationId, 0, 2)).toMatchObject({ value: { refused: [applicationId] } });
    expect(await enter(applicationId, 1, 2)).toMatchObject({ value: { written: [applicationId] } });
    expect(await enter(pooled.applicationId, 0, 5)).toMatchObject({ value: { refused: [pooled.applicationId] } });
    const versions = await stage.hr.outcomes.versions(company, applicationId);
    expect(versions.map(({ performance }) => performance)).toEqual([4, 2]);
    const listed = await listOutcomes(stage.hr, ask(hr, {}));
    expect(listed).toMatchObject({ ok: true, value: { outcomes: [{ applicationId, performance: 2, version: 2 }] } });
  });
});

describe('weights that are proposed', () => {
  it('take a named person to become a version, and can be taken back', async () => {
    const { position, made } = await stage.read();
    const skills = position.plan.competencies.filter(({ kind }) => kind !== 'culture');
    const [first, second] = skills;
    if (first === undefined || second === undefined) throw new Error('no competencies');
    const wanted = new Map([
      [first.name, first.weight * 100 - 5],
      [second.name, second.weight * 100 + 5],
    ]);
    const impact = { before: [], after: [], judged: false };
    const range = { ratio: null, restricted: false };
    const value: LearnedValue<'weights'> = {
      state: 'proposal',
      family: skills.map(({ name }) => name),
      planVersion: made.version,
      points: skills.map(({ name, weight }) => ({ name, now: weight * 100, wanted: wanted.get(name) ?? weight * 100 })),
      evidence: { people: 300, gain: { mean: 0.1, low: 0.05, high: 0.15 }, before: null, after: null, range, impact },
    };
    const at = stage.clock.now().toISOString();
    const report = await stage.hr.learning.keep(company, 'weights', { subject: stage.positionId, at, value });
    const approve = (input: { report: number; version: number; operationId?: string }) =>
      approveWeights(stage.hr, ask(hr, stage.params, { operationId: newOperation(), ...input }));
    expect(await approve({ report: report - 1, version: made.version })).toMatchObject({ ok: false });
    const operationId = newOperation();
    const approved = await approve({ report, version: made.version, operationId });
    expect(approved).toMatchObject({ ok: true, value: { version: made.version + 1 } });
    expect(await approve({ report, version: made.version, operationId })).toEqual(approved);
    const weightsNow = async () => (await stage.read()).position.plan.competencies.map(({ weight }) => weight);
    const before = position.plan.competencies.map(({ weight }) => weight);
    expect((await weightsNow())[0]).toBeCloseTo((before[0] ?? 0) - 0.05);
    const back = await rollBackWeights(
      stage.hr,
      ask(hr, stage.params, { operationId: newOperation(), version: made.version + 1 }),
    );
    expect(back).toMatchObject({ ok: true, value: { version: made.version + 2 } });
    expect(await weightsNow()).toEqual(before);
  });
});
