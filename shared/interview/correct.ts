import type { ErrorCode } from '../contract/errors.ts';
import { limits } from '../limits.ts';
import { ok, type Result, refuse } from '../result.ts';
import { assess } from './answer.ts';
import { excuseOf } from './book.ts';
import type { InterviewCommand } from './commands.ts';
import type { InterviewEvent } from './events.ts';
import { reopened } from './grant.ts';
import type { InterviewState, InterviewStatus } from './state.ts';
import { plusHours, plusMinutes } from './windows.ts';

/**
 * Where HR may put an interview whose status is wrong, by where it stands. Never to a pass, never against the candidate's
 * own word: 已评估 has its own undo, and what was cancelled stays so. Free of zod: the mini-program reads it too.
 */
export const corrections = {
  invited: ['no_show'],
  scheduled: ['no_show'],
  in_progress: ['submitted', 'incomplete'],
  no_show: ['invited', 'scheduled'],
  submitted: ['in_progress', 'incomplete'],
  incomplete: ['in_progress', 'submitted'],
  evaluated: [],
  cancelled: [],
} as const satisfies Record<InterviewStatus, readonly InterviewStatus[]>;

export const correctionTargets = ['invited', 'scheduled', 'no_show', 'in_progress', 'submitted', 'incomplete'] as const;
export type CorrectionTarget = (typeof correctionTargets)[number];

export const mayCorrect = (from: InterviewStatus, to: InterviewStatus): boolean =>
  (corrections[from] as readonly InterviewStatus[]).includes(to);

type Correct = Extract<InterviewCommand, { type: 'correct' }>;

/** Hours for which a new try stands open where the company's own number is not known. */
const usualHours = 24;

/**
 * A person puts right what is wrong. `corrected` says who took which step; what it does to the interview is done by the
 * same event that would have done it, so that messages, judgement and copies follow as they always do.
 */
export function correct(
  state: InterviewState,
  { by, to, contents, activeAt }: Correct,
  now: Date,
): Result<InterviewEvent[], ErrorCode> {
  const { status, terms } = state;
  if (!mayCorrect(status, to)) return refuse('correction_not_allowed');
  const at = now.toISOString();
  const stamp = { v: 1 as const, at, by };
  const until = plusHours(at, terms.appointment?.againHours ?? usualHours);
  const corrected = (openUntil: string | null = null): InterviewEvent => ({
    ...stamp,
    type: 'corrected',
    data: { from: status, to, openUntil },
  });
  switch (to) {
    case 'invited':
      return ok([corrected(until)]);
    case 'scheduled':
      return ok([corrected(), { ...stamp, type: 'excused', data: { startsAt: at, endsAt: until } }]);
    case 'no_show':
      // Only of a try that HR opened itself: a mark the clock has not made is not made by hand.
      if (!wasGranted(state)) return refuse('correction_not_allowed');
      return ok([corrected(), { ...stamp, type: 'lapsed', data: { to: 'no_show', excuse: excuseOf(state) } }]);
    case 'in_progress':
      return ok([corrected(), reopened(state, { by, reason: 'other' }, now)]);
    case 'submitted':
    case 'incomplete': {
      const { outcome, answeredIds } = assess(terms, contents);
      const stuck = plusMinutes(activeAt ?? at, limits.stuckMinutes);
      if (status === 'in_progress' && now < new Date(stuck)) return refuse('interview_in_progress');
      // What was not answered cannot be judged; one left in the middle goes where its answers say.
      const fits = to === 'submitted' || status === 'in_progress' ? outcome === to : true;
      if (!fits) return refuse('correction_not_allowed');
      return ok([corrected(), { ...stamp, type: 'ended', data: { outcome: to, answeredIds, late: false } }]);
    }
  }
}

const wasGranted = ({ appointment, openUntil }: InterviewState): boolean =>
  appointment === null ? openUntil !== null : appointment.slotId === null;
