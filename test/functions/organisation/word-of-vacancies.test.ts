import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { decideOutcome, undoDecision } from '#functions/application/decide.ts';
import { deliver } from '#functions/delivery/deliver.ts';
import { absence } from '#functions/organisation/people.ts';
import { sweep } from '#functions/schedule/sweep.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { hr, type OrganisationStage, startOrganisation } from './stage.ts';

let stage: OrganisationStage;
beforeAll(async () => {
  stage = await startOrganisation({ quiet: null });
});
afterAll(() => stage.store.stop());

const decide = (one: InterviewState, outcome: 'onboarding' | 'reject') =>
  decideOutcome(stage.deps, stage.hr({ interviewId: one.interviewId }, { outcome }));
const undo = (one: InterviewState) => undoDecision(stage.deps, stage.hr({ interviewId: one.interviewId }, {}));

/** So much later; what was heard meanwhile of the opening of these. */
async function pass(duration: string, ...all: InterviewState[]): Promise<{ to: string; text: string }[]> {
  for (const { interviewId } of all) await stage.react(interviewId);
  stage.clock.advance(duration);
  await sweep(stage.deps, (_, error) => {
    throw error;
  });
  const from = stage.fake.handed.length;
  for (const { job } of stage.queued.splice(0)) {
    if (job.kind === 'vacancies_left') await stage.fake.doing(job, () => deliver(stage.deps, job));
  }
  const ids = all.map(({ interviewId }) => interviewId);
  const heard = stage.fake.handed.slice(from).filter(({ job }) => ids.includes(job?.interviewId ?? ''));
  return heard.map(({ to, text }) => ({ to, text }));
}

/** Of an opening that stands in the directory, with this owner. */
async function opening(vacancies: number, more: object = {}) {
  const requisitionId = await stage.opening(vacancies);
  const found = await stage.deps.directory.requisition(stage.company, requisitionId);
  await stage.put({ ...keys.requisition(stage.company, requisitionId), ...found, ...more });
  return requisitionId;
}
const onStage = async (requisitionId: string) => {
  const one = await stage.submitted(requisitionId);
  const person = await stage.deps.directory.candidate(stage.company, one.candidateId);
  if (person === undefined) {
    const known = stage.people.get(one.candidateId);
    await stage.put({ ...keys.candidate(stage.company, one.candidateId), ...known });
  }
  return one;
};

describe('what a requisition still lacks', () => {
  it('is told to its owner once nobody can take the decision back, and every week until it is full', async () => {
    const req = await opening(2);
    const [one, two] = [await onStage(req), await onStage(req)];
    await decide(one, 'onboarding');
    expect(await pass('PT2M', one)).toEqual([]);
    expect(await pass('PT9M', one)).toEqual([{ to: 'wangmin', text: expect.stringContaining('已完成1/2面试') }]);
    expect(await pass('P6D', one)).toEqual([]);
    expect(await pass('P2D', one)).toEqual([{ to: 'wangmin', text: expect.stringContaining('还缺 1 人') }]);
    await decide(two, 'onboarding');
    expect(await pass('PT30M', two)).toEqual([]);
    expect(await pass('P30D', one, two)).toEqual([]);
  });

  it('says nothing of a hire that was taken back, nor twice of two hires', async () => {
    const req = await opening(3);
    const all = [await onStage(req), await onStage(req)];
    const [one, two] = all as [InterviewState, InterviewState];
    await decide(one, 'onboarding');
    await pass('PT2M', one);
    await undo(one);
    expect(await pass('PT30M', one)).toEqual([]);
    await decide(one, 'onboarding');
    await pass('PT2M', one);
    await decide(two, 'onboarding');
    expect(await pass('PT2M', one, two)).toEqual([]);
    expect(await pass('PT12M', one, two)).toHaveLength(1);
    expect(await pass('PT1M', one, two)).toEqual([]);
    const week = [...(await pass('P8D', one, two)), ...(await pass('PT1M', one, two))];
    expect(week).toHaveLength(1);
    expect(week[0]?.text).toContain('还缺 1 人');
  });

  it('reaches the deputy as well while the owner is away', async () => {
    const req = await opening(2, { deputyId: 'usr_linyue' });
    const one = await onStage(req);
    const away = (awayUntil: string | null) => absence(stage.deps, stage.ask({}, { userId: hr.userId, awayUntil }));
    await away('2099-01-01');
    await decide(one, 'onboarding');
    await pass('PT2M', one);
    expect((await pass('PT12M', one)).map(({ to }) => to).sort()).toEqual(['linyue', 'wangmin']);
    await away(null);
    expect((await pass('P8D', one)).map(({ to }) => to)).toEqual(['wangmin']);
  });
});
