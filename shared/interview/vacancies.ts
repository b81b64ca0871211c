import type { ErrorCode } from '../contract/errors.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { InterviewCommand } from './commands.ts';
import type { InterviewEvent } from './events.ts';
import { waitsForSeat } from './hiring.ts';
import type { InterviewState } from './state.ts';

type Decision = Result<InterviewEvent[], ErrorCode>;
type Command<T extends InterviewCommand['type']> = Extract<InterviewCommand, { type: T }>;
const stamp = (now: Date, by: string) => ({ v: 1 as const, at: now.toISOString(), by });

/** The requisition was closed or opened again: who waits is told, and who was told of the one is told of the other. */
export function followRequisition(
  state: InterviewState,
  { by, closed }: Command<'followRequisition'>,
  now: Date,
): Decision {
  const told = state.hiring.closure !== null;
  if (closed === told || (closed && !waitsForSeat(state))) return ok([]);
  return ok([{ ...stamp(now, by), type: closed ? 'requisition_closed' : 'requisition_reopened', data: {} }]);
}

/** What the candidate wants meanwhile: to stay in the pool for other openings, or to wait for this one. */
export function answerClosure(state: InterviewState, { by, choice }: Command<'answerClosure'>, now: Date): Decision {
  const { closure } = state.hiring;
  if (closure === null) return refuse('hiring_not_now');
  return ok(closure.choice === choice ? [] : [{ ...stamp(now, by), type: 'closure_answered', data: { choice } }]);
}
