import { afterAll, beforeAll, expect, it } from 'vitest';
import { decline } from '#functions/interview/decline.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import type { CalendarEntry } from '#shared/messaging/email.ts';
import { type StoreStage, startStoreStage } from './store-stage.ts';

let stage: StoreStage;
beforeAll(async () => {
  stage = await startStoreStage({ rebookings: 2, quiet: null, reminders: [], deadlineHours: 2000 });
});
afterAll(() => stage.store.stop());

async function booked(more: Parameters<StoreStage['invite']>[0] = {}): Promise<InterviewState> {
  const me = await stage.invite(more);
  expect((await stage.book(me, (await stage.slotIn(300, 50)).slotId)).ok).toBe(true);
  await stage.settle(me);
  return me;
}
async function withdraw(me: InterviewState, reason: 'withdrawn' | 'human_route' = 'withdrawn'): Promise<void> {
  const done = await decline(stage.deps, stage.by(me, { operationId: stage.newOperation(), reason }));
  expect(done.ok).toBe(true);
  await stage.settle(me);
}
const entryIn = (text: string): CalendarEntry => JSON.parse(text.slice(text.indexOf('{')));
const entries = (me: InterviewState, kind: string) =>
  stage
    .said(me, kind)
    .filter(({ channel }) => channel === 'email')
    .map(({ text }) => entryIn(text));

it.each(['withdrawn', 'human_route'] as const)(
  '%s takes the time out of the calendar that it was put into',
  async (reason) => {
    const me = await booked();
    await stage.book(me, (await stage.slotIn(400, 50)).slotId);
    await stage.settle(me);
    const [, moved] = entries(me, 'booked');
    await withdraw(me, reason);
    const [cancelled, ...more] = entries(me, 'cancelled');
    expect(more).toEqual([]);
    expect(cancelled).toMatchObject({ cancelled: true, uid: moved?.uid, startsAt: moved?.startsAt });
    expect(cancelled?.sequence).toBeGreaterThan(moved?.sequence ?? Number.NaN);
    await stage.settle(me);
    expect(entries(me, 'cancelled')).toHaveLength(1);
  },
);

it('where no mail put it there, none takes it out, and nothing was in vain', async () => {
  const withoutMail = await booked({ mail: false });
  const neverBooked = await stage.invite();
  stage.fake.modes.email = 'refused';
  const refused = await booked();
  stage.fake.heal();
  for (const me of [withoutMail, neverBooked, refused]) {
    await withdraw(me);
    expect(stage.said(me, 'cancelled')).toEqual([]);
  }
  expect(stage.outcomes.filter(({ job }) => job.kind === 'cancelled').map(({ outcome }) => outcome)).not.toContain(
    'undelivered',
  );
});

it('a time that is over stays in the calendar', async () => {
  const me = await booked();
  stage.clock.advance('PT7H');
  await stage.minuteTick(me);
  expect((await stage.load(me)).status).toBe('no_show');
  await withdraw(me);
  expect(stage.said(me, 'cancelled')).toEqual([]);
});
