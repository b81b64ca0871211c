import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DeliverJob, deliver } from '#functions/delivery/deliver.ts';
import type { Channel, Delivery } from '#functions/ports.ts';
import { company } from '#test/functions/booking/people.ts';
import { type StoreStage, startStoreStage } from '#test/functions/booking/store-stage.ts';

let stage: StoreStage;
beforeAll(async () => {
  stage = await startStoreStage({ quiet: null, reminders: [60], deadlineHours: 2000 });
});
afterEach(() => stage.fake.heal());
afterAll(() => stage.store.stop());

/** Booked for an hour from now, the reminder asked for and not yet sent. */
async function reminded(more: Parameters<StoreStage['invite']>[0] = {}) {
  const me = await stage.invite(more);
  const slot = await stage.slotIn(70, 50);
  await stage.book(me, slot.slotId);
  await stage.settle(me);
  stage.clock.advance('PT10M');
  await stage.tick();
  await stage.react(me.interviewId);
  const at = stage.queued.findIndex(({ job }) => job.interviewId === me.interviewId && job.kind === 'reminder');
  const [one] = stage.queued.splice(at, 1);
  if (one === undefined) throw new Error('no reminder');
  return { me, job: one.job };
}
const send = (job: DeliverJob, last = false) => stage.fake.doing(job, () => deliver(stage.deps, job, last));
const claimed = (job: DeliverJob, channel: Channel) =>
  stage.ports.deliveries.claim(company, job.interviewId, {
    kind: job.kind,
    generation: job.generation,
    channel,
    state: 'claimed',
    at: stage.clock.now().toISOString(),
  } satisfies Delivery);
const channels = (interviewId: string) => stage.said({ interviewId }, 'reminder').map(({ channel }) => channel);

describe('a handler that died between its claim and the outcome', () => {
  it('is waited for, then replaced by the next channel and never repeated on its own', async () => {
    const { job } = await reminded({ credits: 1 });
    await claimed(job, 'wechat');
    // Somebody may be at it: one more channel is enough for now.
    expect(await send(job)).toBe('sent');
    expect(channels(job.interviewId)).toEqual(['sms']);
    stage.clock.advance('PT6M');
    expect(await send(job)).toBe('sent');
    expect(channels(job.interviewId)).toEqual(['sms', 'email']);
    expect(await send(job)).toBe('already');
  });

  it('on every channel there is: HR hears of it', async () => {
    const { me, job } = await reminded({ mail: false, wechat: false });
    await claimed(job, 'sms');
    // The queue gives the job out again after six minutes.
    stage.clock.advance('PT6M');
    expect(await send(job)).toBe('undelivered');
    await stage.settle(me);
    expect(await stage.types(me)).toContain('reminder_failed');
    expect(stage.said(me, 'reminder_failed')).toHaveLength(1);
  });

  it('says so again when other writers kept the failure from being recorded', async () => {
    const { me, job } = await reminded({ mail: false, wechat: false });
    stage.fake.modes.sms = 'refused';
    stage.store.faults.add({ kind: 'conflict', operations: ['TransactWriteItems'] });
    await expect(send(job)).rejects.toThrow();
    stage.store.faults.clear();
    expect(await send(job)).toBe('undelivered');
    expect(await stage.types(me)).toContain('reminder_failed');
  });
});

describe('a reminder goes by two channels where two can take it', () => {
  it.each([
    ['all of them', { credits: 1 }, {}, ['wechat', 'sms'], 'sent'],
    ['no subscription', {}, {}, ['sms', 'email'], 'sent'],
    ['refused on one', { credits: 1 }, { wechat: 'refused' }, ['sms', 'email'], 'sent'],
    ['unknown on one', { credits: 1 }, { wechat: 'unknown' }, ['wechat', 'sms'], 'sent'],
    ['only a telephone', { mail: false, wechat: false }, {}, ['sms'], 'fewer'],
    ['one down', { mail: false, credits: 1 }, { sms: 'down' }, ['wechat'], 'later'],
  ] as const)('%s', async (_, person, modes, expected, outcome) => {
    const { job } = await reminded(person);
    Object.assign(stage.fake.modes, modes);
    expect(await send(job)).toBe(outcome);
    expect(channels(job.interviewId)).toEqual(expected);
  });

  it('job after job, however often and at the same time', async () => {
    const { job } = await reminded({ credits: 1 });
    await Promise.all([send(job), send(job), send(job)]);
    await send(job);
    const all = channels(job.interviewId);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(2);
  });
});
