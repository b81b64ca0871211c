import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '#shared/interview/decide.ts';
import { evolve } from '#shared/interview/evolve.ts';
import { isSuspended } from '#shared/interview/hiring.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { limits } from '#shared/limits.ts';
import { type DueItem, type DueKind, dueDifference, dueItems } from '#shared/schedule/due-items.ts';
import {
  at,
  commands,
  deadline,
  grace,
  hours,
  inStatus,
  play,
  resumeWindow,
  undoTime,
} from '#test/shared/interview/stories.ts';
import { walks } from '#test/shared/interview/walks.ts';

const allDue = (state: InterviewState) => Object.fromEntries(dueItems(state).map(({ kind, at }) => [kind, at]));
/** The daily check stands in every state; it has a test of its own. */
const due = (state: InterviewState) => {
  const { check: _, ...others } = allDue(state);
  return others;
};
const minute = (minutes: number) => at(minutes).toISOString();
const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms);

/** Every story of `inStatus` starts at minute 10, ends at 40 and is decided at 50. */
describe('what an interview has ahead of it', () => {
  const endedAt = 40;
  const verify = minute(endedAt + limits.verifyMinutes);
  const reminded = due(inStatus.invited).remind;
  test.each([
    ['invited', { lapse: minute(deadline + grace), remind: reminded }],
    // Booked at minute 5 for minute 60: the reminder an hour before would be of the past.
    ['scheduled', { lapse: minute(60 + grace) }],
    ['in_progress', { lapse: minute(10 + resumeWindow + grace) }],
    ['no_show', { no_show_waiting: minute(deadline + grace + 1 + 120) }],
    ['submitted', { report_overdue: minute(endedAt + 5), verify }],
    ['incomplete', { verify }],
    ['evaluated', { tell_decision: minute(50 + undoTime) }],
    ['cancelled', {}],
  ] as const)('%s', (status, items) => {
    // Decided before the report came: what then becomes of the report is no part of this table.
    if (status === 'evaluated') expect(due(inStatus[status])).toMatchObject(items);
    else expect(due(inStatus[status])).toEqual(items);
  });

  test('a report that came or failed is not overdue any more', () => {
    const ended = [
      [10, commands.start()],
      [endedAt, commands.end(at(39), 'q1', 'q2')],
    ] as [number, ReturnType<typeof commands.start>][];
    const judged = play(...ended, [41, commands.attachReport(1, 1)]).state;
    expect(due(judged)).toEqual({ verify, rule: minute(41) });
    expect(due(play(...ended, [45, commands.failReport(1)]).state)).toEqual({ verify });
  });
});

describe('the lapse moves', () => {
  const moved = (...steps: Parameters<typeof play>) => {
    const before = play(...steps.slice(0, -1)).state;
    const after = play(...steps).state;
    return { difference: dueDifference(before, after), was: due(before).lapse, is: due(after).lapse };
  };

  test('with a resume and with a new attempt, up to the deadline', () => {
    for (const command of [commands.resume(), commands.restart()]) {
      const { difference, was, is } = moved([10, commands.start()], [20 * hours, command]);
      expect(was).toBe(minute(10 + resumeWindow + grace));
      expect(is).toBe(minute(20 * hours + resumeWindow + grace));
      expect(difference.set).toEqual([{ kind: 'lapse', at: is }]);
      expect(difference.clear).toEqual([{ kind: 'lapse', at: was }]);
    }
    expect(moved([70 * hours, commands.start()], [71 * hours, commands.resume()]).difference).toEqual({
      set: [],
      clear: [],
    });
  });

  test('back in, after an unfinished end, and the check of that end goes', () => {
    const { difference, is } = moved(
      [10, commands.start()],
      [40, commands.end(at(39), 'q1')],
      [60, commands.restart()],
    );
    expect(is).toBe(minute(60 + resumeWindow + grace));
    expect(difference.set.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['lapse', 'check']));
    expect(difference.clear.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['verify', 'check']));
  });

  test('away with a decline', () => {
    const { difference, was } = moved([10, commands.start()], [20, commands.decline()]);
    const lapses = (items: DueItem[]) => items.filter(({ kind }) => kind === 'lapse');
    expect(lapses(difference.set)).toEqual([]);
    expect(lapses(difference.clear)).toEqual([{ kind: 'lapse', at: was }]);
  });
});

test('every state is looked at a day later, and again a day after its end and its decision', () => {
  expect(allDue(inStatus.in_progress).check).toBe(minute(24 * hours));
  expect(allDue(inStatus.incomplete).check).toBe(minute(40 + 24 * hours));
  expect(allDue(inStatus.evaluated).check).toBe(minute(50 + 24 * hours));
});

test('the first difference sets everything, and a step that changes nothing changes no due item', () => {
  for (const state of Object.values(inStatus)) {
    expect(dueDifference(undefined, state)).toEqual({ set: dueItems(state), clear: [] });
    expect(dueDifference(state, state)).toEqual({ set: [], clear: [] });
  }
});

/** One of a kind stands at a time, as in the store: its key is its kind. */
const written = (stand: Map<DueKind, string>, { set, clear }: { set: DueItem[]; clear: DueItem[] }) => {
  for (const { kind, at } of clear) {
    expect(stand.get(kind)).toBe(at);
    stand.delete(kind);
  }
  for (const { kind, at } of set) {
    expect(stand.has(kind)).toBe(false);
    stand.set(kind, at);
  }
};

test('along any history the differences add up to what is due in the end', () => {
  fc.assert(
    fc.property(walks, ({ history }) => {
      const stand = new Map<DueKind, string>();
      let before: InterviewState | undefined;
      for (const { event } of history) {
        const after = evolve(before, event);
        written(stand, dueDifference(before, after));
        expect(Object.fromEntries(stand)).toEqual(allDue(after));
        before = after;
      }
    }),
    { numRuns: 60 },
  );
});

test('what is due is what can be done then: the schedule and the decider agree to the millisecond', () => {
  const outcome = (state: InterviewState, command: Parameters<typeof decide>[1], now: Date) => {
    const decision = decide(state, command, now);
    return decision.ok ? (decision.value[0]?.type ?? 'nothing') : decision.error;
  };
  fc.assert(
    fc.property(walks, ({ steps }) => {
      for (const { after: state } of steps) {
        const items = due(state);
        const { status, activeAt, attempt } = state;
        const open = status === 'invited' || status === 'scheduled' || status === 'in_progress';
        expect('lapse' in items).toBe(open && !isSuspended(state));
        if (items.lapse) {
          const lapse = commands.lapse(activeAt === null ? null : new Date(activeAt));
          expect(outcome(state, lapse, later(items.lapse, 0))).toBe('nothing');
          expect(outcome(state, lapse, later(items.lapse, 1))).toBe('lapsed');
        }
        expect('tell_decision' in items).toBe(status === 'evaluated' && !state.hiring.told);
        if (items.tell_decision && state.terms.undoMinutes > 0 && state.hiring.joinedAt === null) {
          expect(outcome(state, commands.undo(), later(items.tell_decision, -1))).toBe('decision_undone');
          expect(outcome(state, commands.undo(), later(items.tell_decision, 1))).toBe('undo_too_late');
        }
        if (items.report_overdue) {
          expect(outcome(state, commands.failReport(attempt), later(items.report_overdue, 0))).toBe('report_failed');
        }
        if (status === 'submitted') expect('report_overdue' in items).toBe(state.report.requestedAt !== null);
        if (items.rescore)
          expect(outcome(state, commands.askEvaluation(), new Date(items.rescore))).toBe('evaluation_asked');
        if (items.rule) expect(outcome(state, commands.decide(), new Date(items.rule))).toBe('decided');
        const { vacancies: _, ...others } = items;
        if (status === 'cancelled') expect(others).toEqual({});
        if (items.offer_lapse)
          expect(outcome(state, commands.lapseOffer(), new Date(items.offer_lapse))).toBe('offer_lapsed');
        if (items.arrange)
          expect(outcome(state, commands.arrangeOverdue(), new Date(items.arrange))).toBe('arrange_overdue');
      }
    }),
    { numRuns: 60 },
  );
});
