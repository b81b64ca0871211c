import { afterAll, beforeAll, expect, it } from 'vitest';
import { invite } from '#test/functions/journeys/candidate.ts';
import { startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

type Time = { now: string; nextReminder: string | null };
const clock = async (body?: object): Promise<Time> => {
  const posted = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return (await (await fetch(`${world.origin}/world/clock`, posted)).json()) as Time;
};

it('names the next reminder of anybody, and a turn to that instant brings it', async () => {
  expect((await clock()).nextReminder).toBeNull();
  const me = await invite(world);
  await world.idle();
  const { now, nextReminder } = await clock();
  if (nextReminder === null) throw new Error('no reminder is ahead');
  expect(nextReminder > now).toBe(true);
  const sms = () => world.sms(me.person).length;
  const before = sms();
  const after = await clock({ to: nextReminder });
  expect(sms()).toBe(before + 1);
  expect(after.nextReminder === null || after.nextReminder > nextReminder).toBe(true);
});
