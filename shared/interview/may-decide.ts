import type { InterviewState } from './state.ts';
import { plusMinutes } from './windows.ts';

/** Until when a decision can be taken back if nobody was told of it before; null where none stands. */
const undoEndsAt = ({ decidedAt, terms }: InterviewState): string | null =>
  decidedAt === null ? null : plusMinutes(decidedAt, terms.undoMinutes);

/** Until when the decision that stands can be taken back: until the candidate hears of it. Null: not any more. */
export function undoableUntil(state: InterviewState): string | null {
  const { told, joinedAt } = state.hiring;
  return state.status !== 'evaluated' || told || joinedAt !== null ? null : undoEndsAt(state);
}

export function mayUndo(state: InterviewState, now: Date): boolean {
  const until = undoableUntil(state);
  return until !== null && now < new Date(until);
}

/**
 * A decision may be followed by another one when it is settled, or when there is something new to decide on; not once
 * the person has joined.
 */
export function mayDecide(state: InterviewState, now: Date): boolean {
  if (state.status === 'submitted') return true;
  const { decidedAt, hiring } = state;
  const ends = undoEndsAt(state);
  if (state.status !== 'evaluated' || decidedAt === null || ends === null || hiring.joinedAt !== null) return false;
  const { arrangement, offer, results } = hiring;
  const news =
    results.some(({ at }) => at >= decidedAt) ||
    arrangement?.answer?.is === 'cannot' ||
    offer?.answer === 'declined' ||
    offer?.answer === 'lapsed';
  return news || now >= new Date(ends);
}
