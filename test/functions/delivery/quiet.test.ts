import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliver } from '#functions/delivery/deliver.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { plusMinutes } from '#shared/interview/windows.ts';
import { type StoreStage, startStoreStage } from '#test/functions/booking/store-stage.ts';

/** It is ten in the morning; nobody is disturbed from ten at night until eight. */
let stage: StoreStage;
beforeAll(async () => {
  stage = await startStoreStage({ reminders: [1440, 60], deadlineHours: 2000 });
});
afterAll(() => stage.store.stop());

const hour = 60;
/** The clock at so many minutes after that morning's ten, or the next day's. */
let morning: string;
beforeAll(() => {
  morning = stage.clock.now().toISOString();
});
const turnTo = (minutes: number) => stage.clock.set(new Date(plusMinutes(morning, minutes)));

async function bookedFor(minutes: number): Promise<InterviewState> {
  const me = await stage.invite();
  const from = (Date.parse(plusMinutes(morning, minutes)) - stage.clock.now().getTime()) / 60_000;
  expect((await stage.book(me, (await stage.slotIn(from)).slotId)).ok).toBe(true);
  await stage.settle(me);
  return me;
}
/** The tick has come, the job is in the queue and stays there. */
async function asked(me: InterviewState) {
  await stage.tick();
  await stage.react(me.interviewId);
  const job = stage.queued.find((one) => one.job.interviewId === me.interviewId && one.job.kind === 'reminder')?.job;
  if (job === undefined) throw new Error('no reminder is in the queue');
  return job;
}

it('a reminder that leaves late in the night waits for the day, and is said once', async () => {
  const me = await bookedFor(28 * hour);
  turnTo(4 * hour);
  const job = await asked(me);
  turnTo(13 * hour);
  await stage.settle(me);
  expect(stage.said(me, 'reminder')).toEqual([]);
  expect((await stage.types(me)).slice(-2)).toEqual(['reminder_due', 'reminder_put_off']);
  turnTo(14 * hour);
  await stage.minuteTick(me);
  expect(stage.said(me, 'reminder')).toEqual([]);
  turnTo(22 * hour + 10);
  await stage.minuteTick(me);
  const channels = stage.said(me, 'reminder').map(({ channel }) => channel);
  expect(new Set(channels).size).toBe(2);
  expect(channels).toHaveLength(2);
  // The job of before, given out once more.
  expect(await deliver(stage.deps, job)).toBe('stale');
  expect(stage.said(me, 'reminder')).toHaveLength(2);
  expect(await stage.types(me)).not.toContain('reminder_failed');
  expect(stage.said(me, 'reminder_failed')).toEqual([]);
});

it('one that would come after its time is dropped, and HR hears of it', async () => {
  morning = stage.clock.now().toISOString().replace(/T.*/, 'T02:00:00.000Z');
  turnTo(2 * hour);
  const me = await bookedFor(22 * hour + 30);
  turnTo(12 * hour - 5);
  await asked(me);
  turnTo(12 * hour + 30);
  await stage.settle(me);
  expect((await stage.types(me)).at(-1)).toBe('reminder_put_off');
  turnTo(22 * hour + 28);
  await stage.minuteTick(me);
  expect(stage.said(me, 'reminder')).toEqual([]);
  expect((await stage.types(me)).at(-1)).toBe('reminder_dropped');
  expect(stage.said(me, 'reminder_failed')).toHaveLength(1);
});
