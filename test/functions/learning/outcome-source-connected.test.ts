import { afterAll, beforeAll, expect, it } from 'vitest';
import { begin, decide } from '#test/functions/journeys/candidate.ts';
import { startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

const hr = { token: () => world.hr() };
const learned = async () => {
  await world.must('learning.run', { ...hr, input: {} });
  await world.turn('PT1M');
};
const linesOf = (message: string) => world.logs.filter((line) => line.includes(`"message":"${message}"`));

it('what the personnel system says stands on the page of how it went; where it is down the turn goes on and an alarm is told', async () => {
  const me = await begin(world);
  await me.answer();
  await me.end();
  await world.idle();
  await decide(world, me.interviewId, 'onboarding');
  const { applicationId } = me;
  const changedAt = world.clock.now().toISOString();
  world.personnel.say(
    { applicationId, performance: 11, changedAt },
    { applicationId, retention: 'there', performance: 4, changedAt },
  );
  world.personnel.faults.set([{ provider: 'personnel', kind: 'errcode', errcode: 403 }]);
  await learned();
  expect(linesOf('outcomes not pulled')).toEqual([expect.stringContaining('"cause":"http 403"')]);
  expect(linesOf('job').some((line) => line.includes('learned from'))).toBe(true);

  world.personnel.faults.set([]);
  await learned();
  expect(linesOf('outcome rows left out')).toEqual([expect.stringContaining('"where":["1:1 performance_invalid"]')]);
  const { outcomes, pulled } = await world.must('outcome.list', hr);
  expect(pulled).toEqual({ at: expect.any(String), failedAt: null });
  expect(outcomes.filter((one) => one.applicationId === applicationId)).toMatchObject([
    { retention: 'there', performance: 4, from: 'connector', version: 1 },
  ]);
  const said = [...linesOf('outcomes not pulled'), ...linesOf('outcome rows left out')].join();
  expect(said).not.toContain(world.config.outcomeSources?.co_huadong?.key);
  expect(said).not.toContain('/world/');
});
