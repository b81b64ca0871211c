import { describe, expect, test } from 'vitest';
import { corrections, correctionTargets, mayCorrect } from '#shared/interview/correct.ts';
import { decide } from '#shared/interview/decide.ts';
import { evolve } from '#shared/interview/evolve.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import { at, commands, deadline, grace, hours, inStatus } from './stories.ts';

const later = at(deadline + grace + 60);

function corrected(state: InterviewState, command: ReturnType<typeof commands.correct>, now = later): InterviewState {
  const decision = decide(state, command, now);
  if (!decision.ok) throw new Error(decision.error);
  return decision.value.reduce<InterviewState>(evolve, state);
}

describe('a correction', () => {
  test('never leads to a pass, whatever it comes from and whatever was answered', () => {
    for (const from of interviewStatuses) {
      for (const to of correctionTargets) {
        const decision = decide(inStatus[from], commands.correct(to, at(41), 'q1', 'q2', 'q3'), later);
        if (!mayCorrect(from, to)) expect(decision).toMatchObject({ ok: false });
        const event = decision.ok ? decision.value.map(({ type }) => type) : [];
        expect(event).not.toContain('decided');
      }
    }
    expect(Object.values(corrections).flat()).not.toContain('evaluated');
  });

  test('of 未参加 opens a new try, and is taken back by another correction', () => {
    const again = corrected(inStatus.no_show, commands.correct('scheduled'));
    expect(again).toMatchObject({ status: 'scheduled', noShow: null, appointment: { slotId: null } });
    expect(corrected(again, commands.correct('no_show'))).toMatchObject({ status: 'no_show' });
    const invited = corrected(inStatus.no_show, commands.correct('invited'));
    expect(invited).toMatchObject({ status: 'invited', noShow: null, appointment: null });
    const start = decide(invited, commands.start(), new Date(later.getTime() + hours * 60_000));
    expect(start.ok).toBe(true);
  });

  test('of one that is stuck goes where its answers say, and not while the candidate is there', () => {
    const stuck = inStatus.in_progress;
    const wanted = (to: 'submitted' | 'incomplete', ...answered: string[]) =>
      decide(stuck, commands.correct(to, at(20), ...answered), at(60));
    expect(wanted('submitted', 'q1', 'q2').ok).toBe(true);
    expect(wanted('submitted', 'q1')).toEqual({ ok: false, error: 'correction_not_allowed' });
    expect(wanted('incomplete', 'q1').ok).toBe(true);
    expect(wanted('incomplete', 'q1', 'q2')).toEqual({ ok: false, error: 'correction_not_allowed' });
    const there = decide(stuck, commands.correct('incomplete', at(59), 'q1'), at(60));
    expect(there).toEqual({ ok: false, error: 'interview_in_progress' });
  });

  test('of 待评估 to 未完成 takes the report away, and back asks for a new one', () => {
    const back = corrected(inStatus.submitted, commands.correct('incomplete', at(40), 'q1', 'q2'));
    expect(back).toMatchObject({ status: 'incomplete', report: { status: 'none', requestedAt: null } });
    const again = corrected(back, commands.correct('submitted', at(40), 'q1', 'q2'));
    expect(again).toMatchObject({ status: 'submitted', report: { status: 'generating' } });
    expect(decide(back, commands.correct('submitted', at(40), 'q1'), later).ok).toBe(false);
  });

  test('of an end lets the same attempt go on', () => {
    for (const status of ['submitted', 'incomplete'] as const) {
      const before = inStatus[status];
      const open = corrected(before, commands.correct('in_progress', at(40), 'q1'));
      expect(open).toMatchObject({ status: 'in_progress', attempt: before.attempt, epoch: before.epoch + 1 });
    }
  });
});
