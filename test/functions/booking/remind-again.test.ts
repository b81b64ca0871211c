import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { remindOnceMore } from '#functions/interview/remind-again.ts';
import { preview } from '#functions/workbench/preview.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { company, recruiter } from './people.ts';
import { type StoreStage, startStoreStage } from './store-stage.ts';

let stage: StoreStage;
beforeAll(async () => {
  stage = await startStoreStage({ booking: false, deadlineHours: 96 });
});
beforeEach(() => stage.fake.heal());
afterAll(() => stage.store.stop());

const actor = { role: 'recruiter' as const, company, userId: recruiter.userId };
const remind = (state: Pick<InterviewState, 'interviewId'>, operationId = stage.newOperation()) => {
  const { interviewId } = state;
  return remindOnceMore(stage.deps, {
    actor,
    params: { interviewId },
    query: {},
    input: { operationId },
    bodyHash: 'h',
  });
};
async function previewed(...states: InterviewState[]) {
  const nameplates = {
    candidates: async () => new Map([...stage.people].map(([id, { name }]) => [id, name])),
    openings: async () => new Map(),
  };
  const interviewIds = states.map(({ interviewId }) => interviewId);
  const input = { action: { type: 'remind' as const }, interviewIds };
  const done = await preview({ ...stage.deps, nameplates }, { actor, params: {}, query: {}, input, bodyHash: '' });
  if (!done.ok) throw new Error('refused');
  return done.value.rows;
}
/** Invited, and the time since then over in which nobody is told again; ten in the morning, four days to go. */
async function waiting(more: Parameters<StoreStage['invite']>[0] = {}) {
  const me = await stage.invite(more);
  await stage.settle(me);
  stage.clock.advance('PT24H');
  return me;
}

describe('a reminder that HR asks for', () => {
  it('is previewed with its words and channels, becomes an event, and is sent by those', async () => {
    const me = await waiting({ credits: 1 });
    const [row] = await previewed(me);
    expect(row).toMatchObject({ refused: null, becomes: 'invited', message: { channels: ['wechat', 'sms'] } });
    expect(row?.message?.text).toContain('您的 AI 面试时间为');
    expect((await remind(me)).ok).toBe(true);
    await stage.settle(me);
    expect(stage.said(me, 'reminder').map(({ channel }) => channel)).toEqual(['wechat', 'sms']);
    const history = await stage.deps.interviews.history(company, me.interviewId);
    expect(history.at(-1)?.event).toMatchObject({ type: 'reminder_due', by: recruiter.userId });
    expect((await stage.load(me)).reminded).toMatchObject([{ outcome: 'due' }]);
    expect((await previewed(me))[0]).toMatchObject({
      refused: 'reminded_lately',
      refusedAt: history.at(-1)?.event.at,
      message: null,
    });
  });

  it('asked for twice at once, or again under the same operation, is one', async () => {
    const me = await waiting();
    const both = await Promise.all([remind(me, 'operation-twice1'), remind(me, 'operation-twice2')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const again = both[0].ok ? 'operation-twice1' : 'operation-twice2';
    expect((await remind(me, again)).ok).toBe(true);
    await stage.settle(me);
    expect(stage.said(me, 'reminder')).toHaveLength(2);
    expect((await stage.load(me)).reminded).toHaveLength(1);
  });

  it('is not sent to a person who was reminded of another interview a while ago; of two of theirs one', async () => {
    const me = await waiting();
    const other = await stage.invite({ candidateId: me.candidateId });
    await stage.settle(other);
    stage.clock.advance('PT12H');
    stage.clock.advance('PT12H');
    expect((await previewed(me, other)).map(({ refused }) => refused)).toEqual([null, 'reminded_lately']);
    expect((await remind(other)).ok).toBe(true);
    expect(await remind(me)).toEqual({ ok: false, error: { code: 'reminded_lately' } });
  });

  it('that no channel takes is a failed one: HR hears of it, and may try again', async () => {
    const me = await waiting({ mail: false, wechat: false });
    stage.fake.modes.sms = 'refused';
    expect((await remind(me)).ok).toBe(true);
    await stage.settle(me);
    expect((await stage.load(me)).reminded).toMatchObject([{ outcome: 'failed' }]);
    expect(stage.said(me, 'reminder_failed')).toHaveLength(1);
    stage.fake.heal();
    stage.clock.advance('PT1M');
    expect((await remind(me)).ok).toBe(true);
    await stage.settle(me);
    expect(stage.said(me, 'reminder').map(({ channel }) => channel)).toEqual(['sms']);
  });
});
