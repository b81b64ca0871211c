import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stageOf } from '#shared/application/copies.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import { decide } from '#shared/interview/decide.ts';
import { evolve } from '#shared/interview/evolve.ts';
import { fillsSeat, holdsSeat, isPass, waitsForSeat } from '#shared/interview/hiring.ts';
import { mayDecide } from '#shared/interview/may-decide.ts';
import type { InterviewState, Outcome } from '#shared/interview/state.ts';
import { seatChange } from '#shared/organisation/seats.ts';
import { dueItems } from '#shared/schedule/due-items.ts';
import { answering, at, commands, hours, play, terms, undoTime } from './stories.ts';
import { walks } from './walks.ts';

type Steps = Parameters<typeof play>;
const judged = (outcome: Outcome): Steps => [
  [10, commands.start()],
  [40, commands.end(at(39), 'q1', 'q2')],
  [50, commands.decide(outcome)],
];
const said = (state: InterviewState, command: InterviewCommand, minutes: number): string => {
  const done = decide(state, answering(state, command), at(minutes));
  return done.ok ? done.value.map(({ type }) => type).join() || 'nothing' : done.error;
};
const settled = 50 + undoTime;

describe('a second interview', () => {
  const invited = play(...judged('second_interview'));
  const arranged = play(...judged('second_interview'), [52, commands.arrange(3000)]);

  test('is arranged at once, and then the decision is known and cannot be taken back', () => {
    expect(said(invited.state, commands.arrange(40), 51)).toBe('slot_passed');
    expect(said(invited.state, commands.undo(), 53)).toBe('decision_undone');
    expect(said(arranged.state, commands.undo(), 53)).toBe('undo_too_late');
    expect(dueItems(arranged.state).map(({ kind }) => kind)).not.toContain('tell_decision');
    expect(stageOf(arranged.history)).toBe('second_interview');
  });

  test('is confirmed or refused until it begins, and the answer belongs to what was asked', () => {
    const since = arranged.state.hiring.arrangement?.since ?? 0;
    expect(said(arranged.state, commands.answerArrangement(), 60)).toBe('arrangement_answered');
    expect(said(arranged.state, commands.answerArrangement('confirmed', since - 1), 60)).toBe('version_conflict');
    expect(said(arranged.state, commands.answerArrangement(), 3000)).toBe('slot_passed');
    const confirmed = play(
      ...judged('second_interview'),
      [52, commands.arrange(3000)],
      [60, commands.answerArrangement()],
    );
    expect(said(confirmed.state, commands.answerArrangement(), 61)).toBe('nothing');
    expect(said(confirmed.state, commands.answerArrangement('cannot'), 61)).toBe('arrangement_answered');
    const again = evolve(confirmed.state, {
      v: 1,
      type: 'arranged',
      at: at(62).toISOString(),
      by: 'usr_hr',
      data: { round: 'second', startsAt: at(4000).toISOString(), endsAt: at(4060).toISOString() },
    });
    expect(again.hiring.arrangement?.answer).toBeNull();
    expect(said(again, commands.answerArrangement('confirmed', since), 63)).toBe('version_conflict');
  });

  test('is reminded of a day and an hour before, unless the candidate cannot come', () => {
    const due = (state: InterviewState) => dueItems(state).find(({ kind }) => kind === 'remind');
    expect(due(arranged.state)?.at).toBeDefined();
    expect(said(arranged.state, commands.remind(1440), 1600)).toBe('reminder_due');
    const cannot = play(
      ...judged('second_interview'),
      [52, commands.arrange(3000)],
      [60, commands.answerArrangement('cannot')],
    );
    expect(due(cannot.state)).toBeUndefined();
    expect(said(cannot.state, commands.remind(1440), 1600)).toBe('nothing');
    const told = play(...judged('second_interview'), [52, commands.arrange(3000)], [1600, commands.remind(1440)]);
    expect(told.state.hiring.arrangement?.reminded).toMatchObject([{ minutes: 1440, outcome: 'due' }]);
    expect(told.state.reminded).toEqual([]);
  });

  test('that nobody arranges is an alarm after a day, once', () => {
    const late = 50 + 24 * hours;
    const frozen = { ...commands.invite(), terms: { ...terms, arrangeHours: 24 } };
    const story: Steps = [[0, frozen], ...judged('second_interview')];
    const { state } = play(...story);
    expect(dueItems(state)).toContainEqual({ kind: 'arrange', at: at(late).toISOString() });
    expect(said(state, commands.arrangeOverdue(), late - 1)).toBe('nothing');
    expect(said(state, commands.arrangeOverdue(), late)).toBe('arrange_overdue');
    expect(said(play(...story, [late, commands.arrangeOverdue()]).state, commands.arrangeOverdue(), late + 1)).toBe(
      'nothing',
    );
    expect(said(play(...story, [60, commands.arrange(3000)]).state, commands.arrangeOverdue(), late)).toBe('nothing');
  });

  test('may be followed by another decision with its result at once, or when the time to undo is over', () => {
    expect(said(invited.state, commands.decide('reject'), 55)).toBe('interview_ended');
    expect(said(invited.state, commands.decide('reject'), settled)).toBe('decided');
    const entered = play(...judged('second_interview'), [51, commands.enterRound()]);
    expect(said(entered.state, commands.decide('offer'), 52)).toBe('decided');
    expect(said(play(...judged('reject')).state, commands.enterRound(), 60)).toBe('hiring_not_now');
  });

  test('comes back with everything when the later decision is undone, and is not told a second time', () => {
    const { state } = play(
      ...judged('second_interview'),
      [52, commands.arrange(3000)],
      [100, commands.decide('reject')],
    );
    expect(state).toMatchObject({ outcome: 'reject', hiring: { arrangement: null } });
    expect(dueItems(state).map(({ kind }) => kind)).toContain('tell_decision');
    const back = play(
      ...judged('second_interview'),
      [52, commands.arrange(3000)],
      [100, commands.decide('reject')],
      [105, commands.undo()],
    );
    expect(back.state).toMatchObject({
      status: 'evaluated',
      outcome: 'second_interview',
      decidedAt: at(50).toISOString(),
    });
    expect(back.state.hiring.arrangement?.startsAt).toBe(at(3000).toISOString());
    expect(dueItems(back.state).map(({ kind }) => kind)).not.toContain('tell_decision');
    expect(stageOf(back.history)).toBe('second_interview');
    expect(said(back.state, commands.undo(), 106)).toBe('undo_too_late');
  });
});

describe('an offer', () => {
  const offered: Steps = [...judged('offer'), [52, commands.makeOffer(4000)]];

  test('keeps a seat from the decision on, and gives it back when it is declined or lapses', () => {
    const decided = play(...judged('offer'));
    expect([holdsSeat(decided.state), fillsSeat(decided.state)]).toEqual([true, false]);
    const accepted = play(...offered, [60, commands.answerOffer()]);
    expect([holdsSeat(accepted.state), fillsSeat(accepted.state)]).toEqual([true, true]);
    expect(stageOf(accepted.history)).toBe('onboarding');
    const declined = play(...offered, [60, commands.answerOffer('declined')]);
    expect([holdsSeat(declined.state), isPass(declined.state)]).toEqual([false, false]);
    expect(stageOf(declined.history)).toBe('withdrawn');
    const lapsed = play(...offered, [4001, commands.lapseOffer()]);
    expect(holdsSeat(lapsed.state)).toBe(false);
    expect(said(lapsed.state, commands.makeOffer(9000), 4002)).toBe('offer_made');
  });

  test('is answered once, in time, and only the one that was read', () => {
    const { state } = play(...offered);
    expect(said(state, commands.answerOffer(), 4000)).toBe('offer_answered');
    expect(said(state, commands.answerOffer(), 4001)).toBe('offer_over');
    expect(said(state, commands.answerOffer('accepted', 1), 60)).toBe('version_conflict');
    const accepted = play(...offered, [60, commands.answerOffer()]).state;
    expect(said(accepted, commands.answerOffer(), 61)).toBe('nothing');
    expect(said(accepted, commands.answerOffer('declined'), 61)).toBe('offer_over');
    expect(said(accepted, commands.makeOffer(), 61)).toBe('hiring_not_now');
    expect(said(state, commands.lapseOffer(), 4000)).toBe('nothing');
    expect(said(state, commands.undo(), 53)).toBe('undo_too_late');
  });

  test('leads to 已入职, after which nothing is decided any more', () => {
    expect(said(play(...offered).state, commands.join(), 60)).toBe('hiring_not_now');
    const { state, history } = play(...offered, [60, commands.answerOffer()], [5000, commands.join()]);
    expect(stageOf(history)).toBe('hired');
    expect(said(state, commands.join(), 5001)).toBe('nothing');
    expect(said(state, commands.decide('reject'), 5001)).toBe('interview_ended');
    expect(said(state, commands.decline('withdrawn'), 5001)).toBe('interview_closed');
  });
});

describe('a requisition that closed', () => {
  test('stops the clock of who has not begun, and gives the time back when it opens again', () => {
    const closed = play([5, commands.followRequisition()]);
    expect(dueItems(closed.state).map(({ kind }) => kind)).not.toContain('lapse');
    expect(said(closed.state, commands.start(), 6)).toBe('requisition_closed');
    expect(said(closed.state, commands.answerClosure(), 6)).toBe('closure_answered');
    const pooled = play([5, commands.followRequisition()], [6, commands.answerClosure()]);
    expect(stageOf(pooled.history)).toBe('talent_pool');
    const late = 80 * hours;
    const open = play(
      [5, commands.followRequisition()],
      [6, commands.answerClosure()],
      [late, commands.followRequisition(false)],
    );
    expect(stageOf(open.history)).toBe('invited');
    expect(said(open.state, commands.start(), late + 60)).toBe('started');
  });

  test('tells nobody who does not wait, and everybody once', () => {
    const hired = play(...judged('onboarding')).state;
    expect(said(hired, commands.followRequisition(), 60)).toBe('nothing');
    const told = play(...judged('second_interview'), [60, commands.followRequisition()]).state;
    expect(said(told, commands.followRequisition(), 61)).toBe('nothing');
    expect(said(told, commands.followRequisition(false), 61)).toBe('requisition_reopened');
  });
});

test('whatever happens: a seat changes by what happened, filled is held, and a replay says the same', () => {
  fc.assert(
    fc.property(walks, ({ steps }) => {
      for (const { before, after, now } of steps) {
        const held = holdsSeat(before) !== holdsSeat(after);
        expect(seatChange(before, after) !== null).toBe(held);
        if (fillsSeat(after)) expect(holdsSeat(after)).toBe(true);
        if (holdsSeat(after)) expect([isPass(after), waitsForSeat(after)]).toEqual([true, false]);
        if (after.hiring.joinedAt !== null) expect(fillsSeat(after) && !mayDecide(after, now)).toBe(true);
      }
    }),
  );
});
