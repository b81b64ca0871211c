import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copiesOf, copyNames, noCounts, stageOf } from '#shared/application/copies.ts';
import type { Recorded } from '#shared/interview/events.ts';
import { replay } from '#shared/interview/evolve.ts';
import { isPass, noHiring } from '#shared/interview/hiring.ts';
import type { Outcome } from '#shared/interview/state.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import { at, commands, ids, inStatus, play } from '#test/shared/interview/stories.ts';
import { walks } from '#test/shared/interview/walks.ts';

const copies = (history: Recorded[]) => {
  const made = copiesOf(history);
  if (made === undefined) throw new Error('no copies of an interview that was invited');
  return made;
};

test('of nothing there are no copies', () => {
  expect(copiesOf([])).toBeUndefined();
});

test('every place gets what it shows', () => {
  const { history } = play(
    [10, commands.start()],
    [40, commands.end(at(39), 'q1', 'q2')],
    [41, commands.attachReport(1, 1, 82)],
    [50, commands.decide('onboarding')],
  );
  const report = { report: 'ready', overall: 82 };
  const { interviewId, applicationId, candidateId, requisitionId, positionId } = ids;
  expect(copies(history).values).toEqual({
    application: { applicationId, interviewId, candidateId, requisitionId, stage: 'onboarding', status: 'evaluated' },
    dossier: { interviewId, stage: 'onboarding', status: 'evaluated', ...report, attempt: 1 },
    organisation: { status: 'evaluated', passed: 1, filled: 1, joined: 0, waits: false, told: false },
    workbench: {
      interviewId,
      applicationId,
      candidateId,
      requisitionId,
      positionId,
      status: 'evaluated',
      ...report,
      tickets: [],
      waitingSince: null,
      appointment: null,
      noShow: null,
      alarms: [],
      since: at(50).toISOString(),
      places: ['evaluated', `${positionId}#evaluated`].map((list) => ({ list, at: at(50).toISOString() })),
    },
  });
});

test.each([
  ['invited', 0],
  ['in_progress', 10],
  ['submitted', 40],
  ['incomplete', 40],
  ['evaluated', 50],
  ['cancelled', 5],
] as const)('the workbench says since when an interview is %s', (status, minute) => {
  const steps = {
    invited: play(),
    in_progress: play([10, commands.start()]),
    submitted: play([10, commands.start()], [40, commands.end(at(39), 'q1', 'q2')]),
    incomplete: play([10, commands.start()], [40, commands.end(at(39), 'q1')]),
    evaluated: play([10, commands.start()], [40, commands.end(at(39), 'q1', 'q2')], [50, commands.decide()]),
    cancelled: play([5, commands.decline()]),
  };
  expect(copies(steps[status].history).values.workbench).toMatchObject({ status, since: at(minute).toISOString() });
});

describe('a pass', () => {
  test('is an interview that ended, was judged and was passed; nothing else', () => {
    const passing = (outcome: Outcome | null) =>
      interviewStatuses.filter((status) => isPass({ status, outcome, hiring: noHiring }));
    expect(passing('second_interview')).toEqual(['evaluated']);
    expect(passing('offer')).toEqual(['evaluated']);
    expect(passing('onboarding')).toEqual(['evaluated']);
    for (const outcome of ['pool', 'reject', null] as const) expect(passing(outcome)).toEqual([]);
  });

  test('is taken back with the decision', () => {
    const decided = [
      [10, commands.start()],
      [40, commands.end(at(39), 'q1', 'q2')],
      [50, commands.decide()],
    ] as Parameters<typeof play>;
    expect(copies(play(...decided).history).values.organisation).toMatchObject({ status: 'evaluated', passed: 1 });
    const undone = play(...decided, [51, commands.undo()]);
    expect(copies(undone.history).values.organisation).toMatchObject({ status: 'submitted', passed: 0 });
    const rejected = play(...decided, [51, commands.undo()], [52, commands.decide('reject')]);
    expect(copies(rejected.history).values.organisation).toMatchObject({ status: 'evaluated', passed: 0 });
  });
});

test('at every point of any history all copies say the same, and it is what the replay says', () => {
  fc.assert(
    fc.property(walks, ({ history }) => {
      for (let length = 1; length <= history.length; length += 1) {
        const part = history.slice(0, length);
        const { state, values } = copies(part);
        expect(state).toEqual(replay(part));
        for (const name of copyNames) expect(values[name].status).toBe(state.status);
        expect(values.dossier.stage).toBe(stageOf(part));
        expect(values.application.stage).toBe(stageOf(part));
        expect(values.workbench).toMatchObject({ report: state.report.status, overall: state.report.overall });
        expect(values.dossier).toMatchObject({ report: state.report.status, overall: state.report.overall });
      }
    }),
    { numRuns: 60 },
  );
});

/** Told from the events alone: ended with enough, and the last word on it is a pass. */
function passedByEvents(history: Recorded[]): boolean {
  /** The decisions that were not taken back, and whether the person gave the offer up. */
  const decisions: { outcome: string; gone: boolean }[] = [];
  for (const { event } of history) {
    const last = decisions.at(-1);
    if (event.type === 'decided') decisions.push({ outcome: event.data.outcome, gone: false });
    if (event.type === 'decision_undone') decisions.pop();
    if (event.type === 'declined' || event.type === 'reopened') decisions.length = 0;
    if (last && event.type === 'offer_made') last.gone = false;
    if (last && event.type === 'offer_answered') last.gone = event.data.answer === 'declined';
    if (last && event.type === 'offer_lapsed') last.gone = true;
  }
  const last = decisions.at(-1);
  return last !== undefined && !last.gone && ['second_interview', 'offer', 'onboarding'].includes(last.outcome);
}

test('counters moved by differences, in whatever order and however seldom, are a recount; 「已完成2/2面试」 is never false', () => {
  let passes = 0;
  const visits = fc.array(fc.record({ which: fc.nat({ max: 9 }), by: fc.integer({ min: 1, max: 6 }) }), {
    maxLength: 60,
    size: 'max',
  });
  fc.assert(
    fc.property(fc.array(walks, { minLength: 2, maxLength: 8 }), visits, (interviews, seen) => {
      const counts = noCounts();
      const total = { passed: 0 };
      const reached = interviews.map(() => 0);
      const visit = (i: number, by: number) => {
        const { history } = interviews[i] ?? { history: [] };
        const from = reached[i] ?? 0;
        const to = Math.min(history.length, from + by);
        const before = copiesOf(history.slice(0, from))?.values.organisation;
        const after = copies(history.slice(0, to)).values.organisation;
        if (before) counts[before.status] -= 1;
        counts[after.status] += 1;
        total.passed += after.passed - (before?.passed ?? 0);
        reached[i] = to;
        const known = interviews.map((one, k) => one.history.slice(0, reached[k]));
        expect(total.passed).toBe(known.filter(passedByEvents).length);
        expect(total.passed).toBeLessThanOrEqual(counts.evaluated);
        expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(known.filter((one) => one.length > 0).length);
        expect(Math.min(...Object.values(counts))).toBeGreaterThanOrEqual(0);
      };
      for (const { which, by } of seen) visit(which % interviews.length, by);
      for (const [i, { history }] of interviews.entries()) visit(i, history.length);
      for (const status of interviewStatuses) {
        expect(counts[status]).toBe(interviews.filter(({ state }) => state.status === status).length);
      }
      passes += total.passed;
    }),
    { numRuns: 40 },
  );
  expect(passes).toBeGreaterThan(0);
});

test('no counter without a status: the empty counts name them all', () => {
  expect(Object.keys(noCounts())).toEqual([...interviewStatuses]);
  for (const state of Object.values(inStatus)) expect(noCounts()[state.status]).toBe(0);
});
