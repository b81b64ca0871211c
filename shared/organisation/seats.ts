import { holdsSeat } from '../interview/hiring.ts';
import type { InterviewState } from '../interview/state.ts';

/** A requisition's vacancies are seats: kept from the offer on, filled from its acceptance or from 待入职 on. */
export type SeatChange = 'take' | 'free' | null;

/** What a step does to the seats. It follows from the states before and after it, whatever the step was. */
export function seatChange(before: InterviewState | undefined, after: InterviewState): SeatChange {
  const held = before !== undefined && holdsSeat(before);
  const holds = holdsSeat(after);
  if (held === holds) return null;
  return holds ? 'take' : 'free';
}
