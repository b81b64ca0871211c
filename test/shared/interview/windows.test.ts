import { describe, expect, test } from 'vitest';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import { decide } from '#shared/interview/decide.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { closesAt } from '#shared/interview/windows.ts';
import { at, commands, deadline, grace, hours, inStatus, play, resumeWindow, terms, undoTime } from './stories.ts';

const decision = (state: InterviewState, command: InterviewCommand, now: Date) => decide(state, command, now);
const verdict = (state: InterviewState, command: InterviewCommand, now: Date): string => {
  const decided = decision(state, command, now);
  return decided.ok ? (decided.value[0]?.type ?? 'nothing') : decided.error;
};

/** Started early, so that the resume window closes it; started late, so that the deadline does. */
const first = 1 * hours;
const last = 70 * hours;
const early = play([first, commands.start()]).state;
const late = play([last, commands.start()]).state;
const earlyEnd = first + resumeWindow;

describe('the last instant', () => {
  test.each([
    ['invited: the deadline', inStatus.invited, deadline],
    ['started early: 24 h after the last activity', early, earlyEnd],
    ['started late: the deadline, whatever the activity', late, deadline],
  ])('%s', (_, state, minutes) => {
    expect(closesAt(state)).toBe(at(minutes).toISOString());
  });

  test('activity that the aggregate has not seen moves it, up to the deadline', () => {
    expect(closesAt(early, at(30 * hours).toISOString())).toBe(at(54 * hours).toISOString());
    expect(closesAt(early, at(60 * hours).toISOString())).toBe(at(deadline).toISOString());
  });
});

describe('exactly at the edge of a window, and a millisecond after it', () => {
  const incomplete = play([first, commands.start()], [2 * hours, commands.end(at(2 * hours), 'q1')]).state;
  const lapsed = play([first, commands.start()], [earlyEnd + grace + 1, commands.lapse(at(first))]).state;
  test.each<[string, InterviewState, (now: Date) => InterviewCommand, number, string, string]>([
    ['start', inStatus.invited, () => commands.start(), deadline, 'started', 'deadline_passed'],
    [
      'start without consent',
      inStatus.invited,
      () => commands.start(false),
      deadline,
      'consent_required',
      'deadline_passed',
    ],
    ['resume by window', early, () => commands.resume(), earlyEnd + grace, 'resumed', 'deadline_passed'],
    ['resume by deadline', late, () => commands.resume(), deadline + grace, 'resumed', 'deadline_passed'],
    ['restart, left alone', early, () => commands.restart(), deadline, 'restarted', 'deadline_passed'],
    ['restart, ended', incomplete, () => commands.restart(), deadline, 'restarted', 'deadline_passed'],
    ['restart, lapsed', lapsed, () => commands.restart(), deadline, 'restarted', 'deadline_passed'],
    ['end by window', early, () => commands.end(at(first)), earlyEnd + grace, 'ended', 'deadline_passed'],
    ['end by deadline', late, (now) => commands.end(now), deadline + grace, 'ended', 'deadline_passed'],
    ['lapse of an invited one', inStatus.invited, () => commands.lapse(null), deadline + grace, 'nothing', 'lapsed'],
    ['lapse by window', early, () => commands.lapse(at(first)), earlyEnd + grace, 'nothing', 'lapsed'],
    ['lapse by deadline', late, (now) => commands.lapse(now), deadline + grace, 'nothing', 'lapsed'],
  ])('%s', (_, state, command, minutes, exactly, past) => {
    expect(verdict(state, command(at(minutes)), at(minutes))).toBe(exactly);
    expect(verdict(state, command(at(minutes, 1)), at(minutes, 1))).toBe(past);
  });

  test('a decision can be taken back until shortly before the candidate is told', () => {
    const decidedAt = 50;
    const told = decidedAt + undoTime;
    expect(inStatus.evaluated.decidedAt).toBe(at(decidedAt).toISOString());
    expect(verdict(inStatus.evaluated, commands.undo(), at(decidedAt))).toBe('decision_undone');
    expect(verdict(inStatus.evaluated, commands.undo(), at(told, -1))).toBe('decision_undone');
    expect(verdict(inStatus.evaluated, commands.undo(), at(told, 1))).toBe('undo_too_late');
  });
});

describe('an end that comes late', () => {
  const lateFlag = (state: InterviewState, activeAt: Date, now: Date) => {
    const decided = decision(state, commands.end(activeAt, 'q1', 'q2'), now);
    return decided.ok && decided.value[0]?.type === 'ended' ? decided.value[0].data : decided;
  };

  test.each([
    ['by the deadline', late, deadline],
    ['by the resume window', early, earlyEnd],
  ])('is flagged, not lost: %s', (_, state, closing) => {
    const activeAt = state === late ? at(closing) : at(first);
    const counted = { outcome: 'submitted', answeredIds: ['q1', 'q2'] };
    expect(lateFlag(state, activeAt, at(closing))).toEqual({ ...counted, late: false });
    expect(lateFlag(state, activeAt, at(closing, 1))).toEqual({ ...counted, late: true });
    expect(lateFlag(state, activeAt, at(closing + grace))).toEqual({ ...counted, late: true });
  });

  test('the flag stands in the state and goes with a new attempt', () => {
    const steps = [
      [first, commands.start()],
      [earlyEnd + 1, commands.end(at(first), 'q1')],
    ] as [number, InterviewCommand][];
    expect(play(...steps).state).toMatchObject({ late: true, status: 'incomplete' });
    expect(play(...steps, [earlyEnd + 2, commands.restart()]).state.late).toBe(false);
  });
});

describe('activity', () => {
  test('of the drafts, unknown to the aggregate, keeps an interview open for ending and coming back, and from lapsing', () => {
    const now = at(earlyEnd + grace + 1);
    const saved = at(first + 30);
    expect(verdict(early, commands.end(at(first)), now)).toBe('deadline_passed');
    expect(verdict(early, commands.end(saved), now)).toBe('ended');
    expect(verdict(early, commands.lapse(at(first)), now)).toBe('lapsed');
    expect(verdict(early, commands.lapse(saved), now)).toBe('nothing');
    expect(verdict(early, commands.resume(at(first)), now)).toBe('deadline_passed');
    expect(verdict(early, commands.resume(saved), now)).toBe('resumed');
  });

  test('by resuming or starting again opens the whole window again', () => {
    const resumed = play([first, commands.start()], [20 * hours, commands.resume()]).state;
    const restarted = play([first, commands.start()], [22 * hours, commands.restart()]).state;
    expect(closesAt(resumed)).toBe(at(44 * hours).toISOString());
    expect(closesAt(restarted)).toBe(at(46 * hours).toISOString());
  });
});

test('without grace nothing is late: it is in time or refused', () => {
  const strict = play([0, commands.invite({ ...terms, graceMinutes: 0 })], [last, commands.start()]).state;
  const end = commands.end(at(deadline), 'q1', 'q2');
  expect(decision(strict, end, at(deadline))).toMatchObject({ value: [{ data: { late: false } }] });
  expect(verdict(strict, end, at(deadline, 1))).toBe('deadline_passed');
  expect(verdict(strict, commands.lapse(at(deadline)), at(deadline, 1))).toBe('lapsed');
});
