import type { ErrorCode } from '../contract/errors.ts';
import { limits } from '../limits.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { InterviewCommand } from './commands.ts';
import type { InterviewEvent } from './events.ts';
import { fillsSeat } from './hiring.ts';
import type { InterviewState } from './state.ts';
import { plusHours } from './windows.ts';

type Decision = Result<InterviewEvent[], ErrorCode>;
type Command<T extends InterviewCommand['type']> = Extract<InterviewCommand, { type: T }>;
const stamp = (now: Date, by: string) => ({ v: 1 as const, at: now.toISOString(), by });

/** The offer that was decided goes out, with a time for the answer; one that was not taken may be made again. */
export function makeOffer(state: InterviewState, { by, until }: Command<'makeOffer'>, now: Date): Decision {
  const { offer } = state.hiring;
  if (state.outcome !== 'offer' || offer?.answer === 'accepted') return refuse('hiring_not_now');
  if (new Date(until) <= now) return refuse('slot_passed');
  return ok([{ ...stamp(now, by), type: 'offer_made', data: { until } }]);
}

export function answerOffer(state: InterviewState, { by, since, answer }: Command<'answerOffer'>, now: Date): Decision {
  const { offer } = state.hiring;
  if (state.outcome !== 'offer' || offer === null) return refuse('hiring_not_now');
  if (offer.since !== since) return refuse('version_conflict');
  if (offer.answer === answer) return ok([]);
  if (offer.answer !== null || now > new Date(offer.until)) return refuse('offer_over');
  return ok([{ ...stamp(now, by), type: 'offer_answered', data: { answer } }]);
}

/** Nobody answered in time: the vacancy is free again. */
export function lapseOffer(state: InterviewState, { by }: Command<'lapseOffer'>, now: Date): Decision {
  const { offer } = state.hiring;
  if (offer === null || offer.answer !== null || now <= new Date(offer.until)) return ok([]);
  return ok([{ ...stamp(now, by), type: 'offer_lapsed', data: {} }]);
}

/** 已入职 */
export function join(state: InterviewState, { by }: Command<'join'>, now: Date): Decision {
  if (!fillsSeat(state)) return refuse('hiring_not_now');
  return ok(state.hiring.joinedAt === null ? [{ ...stamp(now, by), type: 'joined', data: {} }] : []);
}

/** Until when a 已入职 that was said by mistake can be taken back; null where nobody joined. */
export const joinUndoableUntil = ({ hiring }: Pick<InterviewState, 'hiring'>): string | null =>
  hiring.joinedAt === null ? null : plusHours(hiring.joinedAt, limits.joinUndoHours);

export function undoJoin(state: InterviewState, { by }: Command<'undoJoin'>, now: Date): Decision {
  const until = joinUndoableUntil(state);
  if (until === null) return refuse('hiring_not_now');
  if (now >= new Date(until)) return refuse('undo_too_late');
  return ok([{ ...stamp(now, by), type: 'joining_undone', data: {} }]);
}
