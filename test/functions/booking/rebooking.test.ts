import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendar } from '#functions/booking/calendar.ts';
import { confirm } from '#functions/booking/confirm.ts';
import { slots } from '#functions/booking/slots.ts';
import { decline } from '#functions/interview/decline.ts';
import { start } from '#functions/interview/start.ts';
import { list } from '#functions/message/list.ts';
import { read } from '#functions/message/read.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { type StoreStage, startStoreStage } from './store-stage.ts';

let stage: StoreStage;
beforeAll(async () => {
  stage = await startStoreStage({ rebookings: 1, quiet: null });
});
afterAll(() => stage.store.stop());

const consents = [{ purpose: 'ai_evaluation' as const, version: '1', granted: true }];
const enter = async (state: InterviewState) => {
  const done = await start(stage.deps, stage.by(state, { operationId: stage.newOperation(), consents }));
  return done.ok ? 'ok' : done.error.code;
};
const codeOf = (done: { ok: boolean; error?: { code: string } }) => (done.ok ? 'ok' : done.error?.code);

describe('an appointment', () => {
  it('is entered from a little before its time until its grace is over, and not without having been made', async () => {
    const me = await stage.invite();
    expect(await enter(me)).toBe('booking_required');
    const slot = await stage.slotIn(120);
    await stage.book(me, slot.slotId);
    expect(await enter(me)).toBe('too_early');
    const late = await stage.invite();
    const same = await stage.slotIn(121);
    await stage.book(late, same.slotId);
    stage.clock.advance('PT1H45M');
    expect(await enter(me)).toBe('ok');
    stage.clock.advance('PT32M');
    expect(await enter(late)).toBe('slot_passed');
    expect(await stage.holders(slot.slotId)).toEqual([me.interviewId]);
  });

  it('may be moved as often as was agreed; the past and what is not asked for cannot be booked', async () => {
    const me = await stage.invite();
    const [one, two, three] = [await stage.slotIn(300), await stage.slotIn(330), await stage.slotIn(360)];
    expect(codeOf(await stage.book(me, null))).toBe('booking_not_asked');
    expect(codeOf(await stage.book(me, one.slotId))).toBe('ok');
    expect(codeOf(await stage.book(me, two.slotId))).toBe('ok');
    expect(codeOf(await stage.book(me, three.slotId))).toBe('rebooking_limit');
    const gone = await stage.slotIn(10);
    const other = await stage.invite();
    stage.clock.advance('PT11M');
    const passed = await stage.book(other, gone.slotId);
    expect(passed).toMatchObject({ ok: false, error: { code: 'slot_passed' } });
    expect(passed.ok ? [] : passed.error.details?.slots).not.toEqual([]);
    const shown = await slots(stage.deps, stage.by(other, {}));
    expect(shown.ok && shown.value.slots.some(({ slotId }) => slotId === gone.slotId)).toBe(false);
  });

  it('that was moved makes its reminder impossible, also one that was on its way (SCENARIOS 14)', async () => {
    const me = await stage.invite();
    const [old, next] = [await stage.slotIn(200), await stage.slotIn(2000)];
    await stage.book(me, old.slotId);
    await stage.settle(me);
    stage.clock.advance('PT2H24M');
    await stage.tick();
    await stage.react(me.interviewId);
    expect(stage.queued.map(({ job }) => job.kind)).toEqual(['reminder']);
    await stage.book(me, next.slotId);
    await stage.settle(me);
    expect(
      stage.outcomes
        .filter(({ job }) => job.interviewId === me.interviewId && job.kind === 'reminder')
        .map(({ outcome }) => outcome),
    ).toEqual(['stale']);
    expect(stage.said(me, 'reminder')).toEqual([]);
    // Nor is anything due of the old one.
    stage.clock.advance('PT1H');
    await stage.minuteTick(me);
    expect(await stage.types(me)).toEqual(['invited', 'booked', 'reminder_due', 'booked']);
  });

  it('is confirmed once, and its calendar entry says when, what and by which version', async () => {
    const me = await stage.invite();
    const slot = await stage.slotIn(3000);
    const entry = async () => {
      const done = await calendar(stage.deps, stage.by(me, {}));
      return done.ok ? done.value.ics : done.error.code;
    };
    expect(await entry()).toBe('interview_not_started');
    await stage.book(me, slot.slotId);
    for (let n = 0; n < 2; n += 1) {
      expect((await confirm(stage.deps, stage.by(me, { operationId: stage.newOperation() }))).ok).toBe(true);
    }
    expect((await stage.types(me)).filter((type) => type === 'confirmed')).toHaveLength(1);
    const stamp = slot.startsAt.replace(/[-:]|\.000/g, '');
    const text = await entry();
    expect(text).toContain('BEGIN:VCALENDAR');
    expect(text).toContain(`DTSTART:${stamp}`);
    expect(text).toContain(`UID:${me.interviewId}`);
    expect(text).toContain('SEQUENCE:2');
    expect(text).toContain('400-000-0000');
    await decline(stage.deps, stage.by(me, { operationId: stage.newOperation(), reason: 'withdrawn' as const }));
    expect(await entry()).toBe('interview_not_started');
  });
});

describe('消息中心', () => {
  it('keeps each message once, whatever the channels do, and when it was first read', async () => {
    const me = await stage.invite();
    const slot = await stage.slotIn(4000);
    await stage.settle(me);
    stage.clock.advance('PT1M');
    stage.fake.modes.sms = 'refused';
    stage.fake.modes.email = 'down';
    await stage.book(me, slot.slotId);
    await stage.settle(me);
    stage.clock.advance('PT6M');
    await stage.deliverAll();
    stage.fake.heal();
    stage.clock.advance('PT6M');
    await stage.deliverAll();
    const actor = { role: 'candidate' as const, company: 'co_huadong', candidateId: me.candidateId };
    const mine = async () => {
      const done = await list(stage.deps, { actor, query: {} });
      return done.value;
    };
    const before = await mine();
    expect(before.messages.map(({ kind }) => kind)).toEqual(['booked', 'invitation']);
    expect(before).toMatchObject({ unread: 2, cursor: null });
    expect(before.messages[0]?.text).toContain('您的面试时间为');
    const mark = (messageIds: string[] | null) =>
      read(stage.deps, { actor, params: {}, query: {}, input: { messageIds }, bodyHash: '' });
    const first = before.messages[0]?.messageId ?? '';
    expect((await mark([first])).value).toEqual({ unread: 1 });
    const readAt = (await mine()).messages[0]?.readAt;
    expect(readAt).not.toBeNull();
    stage.clock.advance('PT1M');
    expect((await mark([first, 'not-there'])).value).toEqual({ unread: 1 });
    expect((await mark(null)).value).toEqual({ unread: 0 });
    expect((await mine()).messages[0]?.readAt).toBe(readAt);
  });
});
