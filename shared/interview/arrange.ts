import type { ErrorCode } from '../contract/errors.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { InterviewCommand } from './commands.ts';
import type { InterviewEvent } from './events.ts';
import { isUnarranged } from './hiring.ts';
import type { InterviewState } from './state.ts';
import { plusHours } from './windows.ts';

type Decision = Result<InterviewEvent[], ErrorCode>;
type Command<T extends InterviewCommand['type']> = Extract<InterviewCommand, { type: T }>;
const stamp = (now: Date, by: string) => ({ v: 1 as const, at: now.toISOString(), by });

/** By when a second interview is to be arranged; null where none is owed. */
export function arrangeBy(state: InterviewState): string | null {
  const { decidedAt, terms } = state;
  if (!isUnarranged(state) || decidedAt === null || terms.arrangeHours === undefined) return null;
  return plusHours(decidedAt, terms.arrangeHours);
}

/** A time for the next round, or another one: then the candidate is asked again. */
export function arrange(
  state: InterviewState,
  { by, round, startsAt, endsAt }: Command<'arrange'>,
  now: Date,
): Decision {
  if (state.outcome !== 'second_interview') return refuse('hiring_not_now');
  if (new Date(startsAt) <= now) return refuse('slot_passed');
  return ok([{ ...stamp(now, by), type: 'arranged', data: { round, startsAt, endsAt } }]);
}

export function callOff(state: InterviewState, { by }: Command<'callOffArrangement'>, now: Date): Decision {
  if (state.hiring.arrangement === null) return ok([]);
  return ok([{ ...stamp(now, by), type: 'arrangement_called_off', data: {} }]);
}

/** 「确认参加」「无法参加」, until it begins. `since`: the arrangement that was read; another one may stand by now. */
export function answerArrangement(
  state: InterviewState,
  { by, since, answer }: Command<'answerArrangement'>,
  now: Date,
): Decision {
  const { arrangement } = state.hiring;
  if (arrangement === null || state.outcome !== 'second_interview') return refuse('hiring_not_now');
  if (arrangement.since !== since) return refuse('version_conflict');
  if (arrangement.answer?.is === answer) return ok([]);
  if (now >= new Date(arrangement.startsAt)) return refuse('slot_passed');
  return ok([{ ...stamp(now, by), type: 'arrangement_answered', data: { answer } }]);
}

/** A written test may be entered at any time after the end; a further round once it was decided to have one. */
export function enterRound(
  state: InterviewState,
  { by, round, score, passed, reworded = false }: Command<'enterRound'>,
  now: Date,
): Decision {
  if (round !== 'written_test' && state.outcome !== 'second_interview') return refuse('hiring_not_now');
  const known = state.hiring.results.find((one) => one.round === round);
  if (known?.score === score && known.passed === passed && !reworded) return ok([]);
  return ok([{ ...stamp(now, by), type: 'round_entered', data: { round, score, passed } }]);
}

/** HR is told once of each decision that nothing was arranged after. */
export function arrangeOverdue(state: InterviewState, { by }: Command<'arrangeOverdue'>, now: Date): Decision {
  const due = arrangeBy(state);
  if (due === null || state.hiring.alarmedAt !== null || now < new Date(due)) return ok([]);
  return ok([{ ...stamp(now, by), type: 'arrange_overdue', data: {} }]);
}
