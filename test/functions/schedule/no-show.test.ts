import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { explain } from '#functions/booking/explain.ts';
import { nothingMore, perform } from '#functions/interview/perform.ts';
import { copiesOf } from '#shared/application/copies.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { timeView } from '#shared/schedule/appointment-view.ts';
import { company, recruiter } from '#test/functions/booking/people.ts';
import { type StoreStage, startStoreStage } from '#test/functions/booking/store-stage.ts';

let stage: StoreStage;
beforeAll(async () => {
  stage = await startStoreStage({ rebookings: 1, quiet: null, reminders: [60], deadlineHours: 2000 });
});
afterEach(() => {
  stage.fake.heal();
  stage.store.faults.clear();
});
afterAll(() => stage.store.stop());

const codeOf = (done: { ok: boolean; error?: { code: string } }) => (done.ok ? 'ok' : done.error?.code);
const command = async ({ interviewId }: InterviewState, wanted: InterviewCommand) => {
  const base = { company, interviewId, mayAct: () => true, answer: nothingMore };
  return codeOf(await perform(stage.deps, { ...base, prepare: async () => ({ command: wanted }) }));
};
const reason = (state: InterviewState, why: 'forgot' | 'technical') =>
  explain(stage.deps, stage.by(state, { operationId: stage.newOperation(), reason: why }));

const timeOf = async (me: InterviewState) =>
  timeView(await stage.load(me), await stage.ports.interviews.history(company, me.interviewId), 'Asia/Shanghai');

/** Booked for two hours from now, and told of it. */
async function booked(): Promise<InterviewState> {
  const me = await stage.invite();
  const slot = await stage.slotIn(120, 50);
  expect(codeOf(await stage.book(me, slot.slotId))).toBe('ok');
  await stage.settle(me);
  return me;
}
/** The reminder has gone its way, the time and its grace are over, the next tick has come. */
async function missed(me: InterviewState): Promise<InterviewState> {
  stage.clock.advance('PT1H');
  await stage.minuteTick(me);
  stage.clock.advance('PT1H15M');
  await stage.minuteTick(me);
  expect((await stage.load(me)).status).toBe('scheduled');
  stage.clock.advance('PT1M');
  await stage.minuteTick(me);
  const state = await stage.load(me);
  expect(state.status).toBe('no_show');
  return state;
}

describe('not there when the grace is over', () => {
  it('is marked by the next tick, and the candidate is asked and HR told at once', async () => {
    const me = await booked();
    const state = await missed(me);
    expect(state.noShow).toMatchObject({ excuse: null, missed: state.appointment?.startsAt });
    const [asked] = stage.said(me, 'no_show');
    expect(asked?.at).toEqual(stage.clock.now());
    expect(asked?.text).toContain('是忘记、遇到技术问题,还是临时有事');
    expect(stage.said(me, 'no_show_for_hr')).toMatchObject([{ channel: 'wecom', to: recruiter.wecomUserId }]);
    // Another tick says nothing more.
    await stage.minuteTick(me);
    expect(stage.said(me, 'no_show')).toHaveLength(1);
  });

  it('whoever forgot books again without HR, as often as was agreed', async () => {
    const me = await booked();
    const { appointment: first } = await missed(me);
    expect((await timeOf(me)).missedBefore).toBeNull();
    expect(await reason(me, 'forgot')).toMatchObject({ ok: true, value: { mayBook: true } });
    const slot = await stage.slotIn(500);
    expect(codeOf(await stage.book(me, slot.slotId))).toBe('ok');
    expect(await stage.load(me)).toMatchObject({ status: 'scheduled', rebookings: 1, noShow: null });
    expect((await timeOf(me)).missedBefore?.missed).toBe(first?.startsAt);
    expect(codeOf(await stage.book(me, (await stage.slotIn(600)).slotId))).toBe('rebooking_limit');
  });

  it('HR is alarmed once when nobody dealt with it, and not when it was explained', async () => {
    const [silent, explained] = [await booked(), await booked()];
    await missed(silent);
    await stage.minuteTick(explained);
    expect((await stage.load(explained)).status).toBe('no_show');
    await reason(explained, 'technical');
    stage.clock.advance('PT1H59M');
    await stage.minuteTick(silent, explained);
    expect(stage.said(silent, 'no_show_waiting')).toEqual([]);
    stage.clock.advance('PT1M');
    await Promise.all([stage.tick(), stage.tick()]);
    await stage.settle(silent, explained);
    stage.clock.advance('PT1H');
    await stage.minuteTick(silent, explained);
    expect(stage.said(silent, 'no_show_waiting')).toHaveLength(1);
    expect((await stage.types(silent)).filter((type) => type === 'no_show_waiting')).toHaveLength(1);
    expect(stage.said(explained, 'no_show_waiting')).toEqual([]);
  });

  it('a tick that read an item of before alarms nobody', async () => {
    const me = await booked();
    const state = await missed(me);
    await reason(me, 'forgot');
    const ref = { company, interviewId: me.interviewId, kind: 'no_show_waiting' as const, at: state.noShow?.at ?? '' };
    const late = { ...stage.deps, due: { ...stage.deps.due, before: async () => [ref] } };
    stage.clock.advance('PT3H');
    const { sweep } = await import('#functions/schedule/sweep.ts');
    await sweep(late, (_, error) => {
      throw error;
    });
    expect(await stage.types(me)).not.toContain('no_show_waiting');
  });
});

describe('what failed on our side is not held against the candidate', () => {
  const again = async (me: InterviewState) => {
    expect(codeOf(await stage.book(me, (await stage.slotIn(500)).slotId))).toBe('ok');
    return (await stage.load(me)).rebookings;
  };

  it('a reminder that no channel took: HR hears of it before the time, and it excuses', async () => {
    const me = await booked();
    for (const channel of ['wechat', 'sms', 'email'] as const) stage.fake.modes[channel] = 'refused';
    stage.clock.advance('PT1H');
    await stage.minuteTick(me);
    const [alarm] = stage.said(me, 'reminder_failed');
    const state = await stage.load(me);
    expect(alarm?.channel).toBe('wecom');
    expect(alarm?.at.toISOString()).toSatisfy((at: string) => at < (state.appointment?.startsAt ?? ''));
    stage.fake.heal();
    stage.clock.advance('PT1H16M');
    await stage.minuteTick(me);
    expect((await stage.load(me)).noShow).toMatchObject({ excuse: 'not_reminded' });
    expect(await again(me)).toBe(0);
  });

  it('providers that are all down: tried again, then HR hears of it in time', async () => {
    const me = await booked();
    for (const channel of ['wechat', 'sms', 'email'] as const) stage.fake.modes[channel] = 'down';
    stage.clock.advance('PT1H');
    await stage.minuteTick(me);
    expect(stage.said(me, 'reminder_failed')).toEqual([]);
    for (let n = 0; n < 2; n += 1) {
      stage.clock.advance('PT6M');
      await stage.settle(me);
    }
    expect(stage.said(me, 'reminder_failed')).toHaveLength(1);
  });

  it('an outage over the reminder and the time: dropped, said so, excused', async () => {
    const me = await booked();
    stage.clock.advance('PT5H');
    await stage.minuteTick(me);
    expect(await stage.types(me)).toEqual(['invited', 'booked', 'reminder_dropped', 'lapsed']);
    expect((await stage.load(me)).noShow).toMatchObject({ excuse: 'not_reminded' });
    expect(stage.said(me, 'reminder')).toEqual([]);
    expect(stage.said(me, 'no_show')).toHaveLength(1);
  });

  it('a queue that stood still over the reminder: it is failed, not sent late', async () => {
    const me = await booked();
    stage.clock.advance('PT1H');
    await stage.tick();
    await stage.react(me.interviewId);
    stage.clock.advance('PT1H5M');
    await stage.settle(me);
    expect(stage.said(me, 'reminder')).toEqual([]);
    expect((await stage.types(me)).slice(-2)).toEqual(['reminder_due', 'reminder_failed']);
    expect(stage.said(me, 'reminder_failed')).toHaveLength(1);
  });

  it('a queue that stood still beyond the mark: the mark is laid at our door when it is known', async () => {
    const me = await booked();
    stage.clock.advance('PT1H');
    await stage.tick();
    await stage.react(me.interviewId);
    stage.clock.advance('PT1H16M');
    await stage.tick();
    expect((await stage.load(me)).noShow).toMatchObject({ excuse: null });
    await stage.settle(me);
    expect(stage.said(me, 'reminder')).toEqual([]);
    expect((await stage.load(me)).noShow).toMatchObject({ excuse: 'not_reminded' });
    expect(await again(me)).toBe(0);
  });

  it('one that came too late after one that was delivered alarms nobody', async () => {
    const me = await stage.invite({ settings: { reminders: [60, 30] } });
    await stage.book(me, (await stage.slotIn(120, 50)).slotId);
    await stage.settle(me);
    stage.clock.advance('PT1H');
    await stage.minuteTick(me);
    expect(stage.said(me, 'reminder')).toHaveLength(2);
    stage.clock.advance('PT50M');
    await stage.minuteTick(me);
    expect((await stage.types(me)).at(-1)).toBe('reminder_dropped');
    expect(stage.said(me, 'reminder_failed')).toEqual([]);
    const copies = copiesOf(await stage.ports.interviews.history(company, me.interviewId));
    expect(copies?.values.workbench.alarms).toEqual([]);
  });

  it.each([
    [
      'precheck_failed',
      (me: InterviewState) => command(me, { type: 'precheck', by: me.candidateId, failed: ['network'] }),
    ],
    [
      'help_waiting',
      (me: InterviewState) =>
        command(me, {
          type: 'openTicket',
          by: me.candidateId,
          ticketId: 'tkt_help000001',
          kind: 'help',
          category: 'technical',
        }),
    ],
  ] as const)('%s', async (excuse, trouble) => {
    const me = await booked();
    expect(await trouble(me)).toBe('ok');
    // While help waits the time waits as well, a day at most.
    stage.clock.advance('PT1H');
    await stage.minuteTick(me);
    stage.clock.advance(excuse === 'help_waiting' ? 'PT25H' : 'PT1H16M');
    await stage.minuteTick(me);
    const state = await stage.load(me);
    expect(state.noShow).toMatchObject({ excuse, missed: state.appointment?.startsAt });
    expect(await again(me)).toBe(0);
  });

  it('a mark that HR takes back opens a new try, and picking a time in it is free', async () => {
    const me = await booked();
    await missed(me);
    const ticketId = 'tkt_contest0001';
    expect(
      await command(me, { type: 'openTicket', by: me.candidateId, ticketId, kind: 'no_show', category: 'other' }),
    ).toBe('ok');
    expect(
      await command(me, { type: 'closeTicket', by: recruiter.userId, ticketId, resolution: 'granted', fault: 'ours' }),
    ).toBe('ok');
    await stage.settle(me);
    expect(await stage.load(me)).toMatchObject({ status: 'scheduled', appointment: { slotId: null }, noShow: null });
    expect(stage.said(me, 'booked')).toHaveLength(2);
    expect(await again(me)).toBe(0);
    expect((await timeOf(me)).missedBefore).toBeNull();
  });
});

describe('time that HR gave before a time was picked', () => {
  it('does not move the time: reminders and the mark go by the slot', async () => {
    const me = await stage.invite();
    expect(await command(me, { type: 'extend', by: recruiter.userId, reason: 'asked', hours: 48 })).toBe('ok');
    const slot = await stage.slotIn(120, 50);
    await stage.book(me, slot.slotId);
    await stage.settle(me);
    await missed(me);
    expect(stage.said(me, 'reminder')).toHaveLength(2);
  });
});
