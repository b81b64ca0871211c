import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dynamoOrganisation } from '#functions/adapters/dynamo/organisation.ts';
import { answerClosure, answerMeeting, answerOffer } from '#functions/application/answer-hiring.ts';
import { arrange, callOff } from '#functions/application/arrange.ts';
import { decideOutcome, undoDecision } from '#functions/application/decide.ts';
import { enterRound } from '#functions/application/enter-round.ts';
import { hiringView } from '#functions/application/hiring-view.ts';
import { joined } from '#functions/application/joined.ts';
import { makeOffer } from '#functions/application/make-offer.ts';
import { start } from '#functions/interview/start.ts';
import { close, reopen } from '#functions/requisition/turn.ts';
import type { InterviewState, Outcome } from '#shared/interview/state.ts';
import { consents } from '#test/functions/adapters/dynamo/store.ts';
import { type HiringStage, startHiringStage } from './stage.ts';

let stage: HiringStage;
beforeAll(async () => {
  stage = await startHiringStage();
});
afterEach(() => stage.store.faults.clear());
afterAll(() => stage.store.stop());

const codeOf = (done: { ok: boolean; error?: { code: string } }) => (done.ok ? 'ok' : done.error?.code);
const at = ({ interviewId }: InterviewState) => ({ interviewId });
const decide = (state: InterviewState, outcome: Outcome) => decideOutcome(stage.deps, stage.hr(at(state), { outcome }));
const meeting = {
  round: 'second' as const,
  date: '2027-03-02',
  time: '10:00',
  minutes: 60,
  place: '3 号会议室',
  material: '身份证',
};
const arrangeFor = (state: InterviewState, change = {}) =>
  arrange(stage.deps, stage.hr(at(state), { ...meeting, ...change }));
const offerTo = (state: InterviewState) =>
  makeOffer(stage.deps, stage.hr(at(state), { date: '2027-12-30', time: '18:00', words: '月薪面议' }));
const sinceOf = async (state: InterviewState, what: 'arrangement' | 'offer') =>
  (await stage.load(state)).hiring[what]?.since ?? 0;
const answers = async (state: InterviewState, answer: 'accepted' | 'declined') =>
  answerOffer(stage.deps, stage.candidate(state, { since: await sinceOf(state, 'offer'), answer }));
const standing = (req: string) => stage.sound.requisitions.standing(stage.company, req);
const holders = (req: string) => stage.sound.requisitions.holders(stage.company, req);

describe('a second interview', () => {
  it('is told at once with time, place and what to bring, and its mail brings the calendar entry', async () => {
    const me = await stage.submitted(await stage.opening(1));
    await stage.settle(me);
    await decide(me, 'second_interview');
    expect(codeOf(await arrangeFor(me))).toBe('ok');
    await stage.settle(me);
    const [mail] = stage.said(me, 'second_interview');
    expect(mail?.channel).toBe('email');
    for (const part of ['2027年3月2日 10:00', '3 号会议室', '身份证', '"uid"']) expect(mail?.text).toContain(part);
    expect(stage.said(me, 'decision')).toEqual([]);
    const view = await hiringView(stage.deps, stage.company, await stage.load(me), 'Asia/Shanghai');
    expect(view.meeting).toMatchObject({
      text: '2027年3月2日 10:00',
      place: '3 号会议室',
      material: '身份证',
      answer: null,
    });
    // The answer reaches HR, with the candidate's words beside it.
    const since = await sinceOf(me, 'arrangement');
    const done = await answerMeeting(
      stage.deps,
      stage.candidate(me, { since, answer: 'confirmed' as const, words: '准时到' }),
    );
    expect(codeOf(done)).toBe('ok');
    await stage.settle(me);
    expect(stage.said(me, 'meeting_answered').map(({ text }) => text)).toEqual([expect.stringContaining('确认参加')]);
    // The undo window is over by now in any case, and nobody is told of the decision a second time.
    stage.clock.advance('PT11M');
    await stage.settle(me);
    expect(stage.said(me, 'decision')).toEqual([]);
    expect(codeOf(await callOff(stage.deps, stage.hr(at(me), {})))).toBe('ok');
    await stage.settle(me);
    expect(stage.said(me, 'meeting_called_off').map(({ text }) => text)).toEqual([
      expect.stringContaining('"cancelled":true'),
    ]);
  });

  it('is reminded of an hour before by two channels; an older one is not', async () => {
    const me = await stage.submitted(await stage.opening(1));
    await decide(me, 'second_interview');
    stage.clock.set(new Date('2027-03-08T02:00:00.000Z'));
    await arrangeFor(me, { date: '2027-03-08', time: '14:00' });
    await arrangeFor(me, { date: '2027-03-08', time: '16:00' });
    await stage.settle(me);
    stage.clock.set(new Date('2027-03-08T05:01:00.000Z'));
    await stage.settle(me);
    expect(stage.said(me, 'meeting_reminder')).toEqual([]);
    stage.clock.set(new Date('2027-03-08T07:01:00.000Z'));
    await stage.settle(me);
    expect(
      stage
        .said(me, 'meeting_reminder')
        .map(({ channel }) => channel)
        .sort(),
    ).toEqual(['email', 'sms']);
  });

  it('that nobody arranges for a day is an alarm for its owner and on the workbench', async () => {
    const me = await stage.submitted(await stage.opening(1));
    await decide(me, 'second_interview');
    stage.clock.advance('PT23H59M');
    await stage.settle(me);
    expect(stage.said(me, 'arrange_overdue')).toEqual([]);
    stage.clock.advance('PT2M');
    await stage.settle(me);
    expect(stage.said(me, 'arrange_overdue')).toHaveLength(1);
    const copies = await stage.sound.copies.read(stage.company, me);
    expect(copies.find(({ copy }) => copy === 'workbench')?.value).toMatchObject({ alarms: ['second_interview'] });
  });
});

describe('an offer', () => {
  it('goes from the decision to 已入职, and the requisition that is full closes by itself', async () => {
    const req = await stage.opening(1);
    const [me, waits, ready] = [await stage.submitted(req), await stage.invited(req), await stage.submitted(req)];
    await decide(me, 'second_interview');
    await enterRound(stage.deps, stage.hr(at(me), { round: 'second' as const, score: 90, passed: true, words: '好' }));
    expect(codeOf(await decide(me, 'offer'))).toBe('ok');
    expect(await holders(req)).toEqual([me.interviewId]);
    expect(codeOf(await decide(ready, 'onboarding'))).toBe('no_vacancy');
    expect(codeOf(await offerTo(me))).toBe('ok');
    await stage.settle(me, waits, ready);
    expect(stage.said(me, 'offer')[0]?.text).toContain('2027年12月30日 18:00');
    expect(await standing(req)).toMatchObject({ closedAt: null, filled: 0 });
    expect(codeOf(await answers(me, 'accepted'))).toBe('ok');
    await stage.settle(me, waits, ready);
    expect(await standing(req)).toMatchObject({ filled: 1, vacancies: 1, untold: null });
    expect((await standing(req))?.closedAt).not.toBeNull();
    for (const one of [waits, ready]) {
      expect(stage.said(one, 'requisition_closed').length).toBeGreaterThan(0);
      expect((await stage.load(one)).hiring.closure).not.toBeNull();
    }
    expect(stage.said(me, 'requisition_closed')).toEqual([]);
    const begin = () => start(stage.deps, stage.candidate(waits, { consents }));
    expect(codeOf(await begin())).toBe('requisition_closed');
    expect(codeOf(await answerClosure(stage.deps, stage.candidate(waits, { choice: 'pool' as const })))).toBe('ok');
    expect(codeOf(await joined(stage.deps, stage.hr(at(me), {})))).toBe('ok');
    await stage.settle(me);
    expect(await stage.sound.copies.progress(stage.company, req)).toMatchObject({ passed: 1, filled: 1 });
  });

  it('that is declined frees the vacancy: the requisition opens again, and those told are told again', async () => {
    const req = await stage.opening(1);
    const [me, waits] = [await stage.submitted(req), await stage.submitted(req)];
    await decide(me, 'onboarding');
    await stage.settle(me, waits);
    expect((await standing(req))?.closedAt).not.toBeNull();
    expect(codeOf(await undoDecision(stage.deps, stage.hr(at(me), {})))).toBe('ok');
    await stage.settle(me, waits);
    expect(await standing(req)).toMatchObject({ closedAt: null, filled: 0 });
    expect(stage.said(waits, 'requisition_reopened').length).toBeGreaterThan(0);
    await decide(waits, 'offer');
    await offerTo(waits);
    expect(codeOf(await decide(me, 'offer'))).toBe('no_vacancy');
    await answers(waits, 'declined');
    expect(codeOf(await decide(me, 'offer'))).toBe('ok');
    // Whoever declined cannot be brought back onto a seat that is taken.
    expect(codeOf(await offerTo(waits))).toBe('no_vacancy');
    await stage.settle(me, waits);
    expect(stage.said(waits, 'offer_answered').map(({ text }) => text)).toEqual([expect.stringContaining('已婉拒')]);
  });

  it('that nobody answers lapses, and the vacancy is free', async () => {
    const req = await stage.opening(1);
    const me = await stage.submitted(req);
    stage.clock.set(new Date('2027-03-15T02:00:00.000Z'));
    await decide(me, 'offer');
    await makeOffer(stage.deps, stage.hr(at(me), { date: '2027-03-15', time: '18:00', words: '' }));
    stage.clock.set(new Date('2027-03-15T10:00:00.000Z'));
    await stage.settle(me);
    expect(await holders(req)).toEqual([me.interviewId]);
    stage.clock.advance('PT1M');
    await stage.settle(me);
    expect(await holders(req)).toEqual([]);
    expect((await stage.load(me)).hiring.offer?.answer).toBe('lapsed');
  });

  it.each(['conflict', 'lostReply', 'throttle'] as const)(
    'is never made twice for one vacancy, however the store fails (%s)',
    async (kind) => {
      for (let n = 0; n < 4; n += 1) {
        const req = await stage.opening(1);
        const rivals = await Promise.all([stage.submitted(req), stage.submitted(req), stage.submitted(req)]);
        stage.store.faults.add({ kind, next: 1 + (n % 3), after: n % 2, operations: ['TransactWriteItems'] });
        const asks = rivals.map((one) =>
          stage.hr(at(one), { outcome: (['offer', 'onboarding'] as const)[n % 2] ?? 'offer' }),
        );
        const once = () => Promise.all(asks.map((ask) => decideOutcome(stage.deps, ask).catch(() => 'lost' as const)));
        await once();
        stage.store.faults.clear();
        const second = await once();
        expect(second.filter((done) => done !== 'lost' && done.ok)).toHaveLength(1);
        expect(await holders(req)).toHaveLength(1);
      }
    },
    60_000,
  );
});

describe('HR', () => {
  it('closes a requisition and opens it again, once each; a full one stays closed', async () => {
    const req = await stage.opening(1);
    const me = await stage.submitted(req);
    await stage.settle(me);
    const shut = stage.hr({ requisitionId: req }, {});
    const deps = { ...stage.deps, organisation: dynamoOrganisation(stage.store.table) };
    for (let n = 0; n < 2; n += 1) expect(codeOf(await close(stage.deps, shut))).toBe('ok');
    await stage.settle(me);
    expect((await stage.types(me)).filter((type) => type === 'requisition_closed')).toHaveLength(1);
    expect(codeOf(await reopen(deps, stage.hr({ requisitionId: req }, {})))).toBe('ok');
    // The first closing, asked for again late, closes nothing.
    expect(codeOf(await close(stage.deps, shut))).toBe('ok');
    await stage.settle(me);
    expect((await standing(req))?.closedAt).toBeNull();
    await decide(me, 'onboarding');
    await stage.settle(me);
    expect(codeOf(await reopen(deps, stage.hr({ requisitionId: req }, {})))).toBe('no_vacancy');
    expect(codeOf(await reopen(deps, stage.hr({ requisitionId: 'req_nothere0' }, {})))).toBe('not_found');
  });
});
