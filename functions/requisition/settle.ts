import type { Requisitions } from '#functions/ports/hiring.ts';
import type { InterviewEvent } from '#shared/interview/events.ts';
import { waitsForSeat } from '#shared/interview/hiring.ts';
import type { InterviewState } from '#shared/interview/state.ts';

type Deps = { requisitions: Requisitions };

/** What may fill or free a vacancy, or make somebody wait for one. */
const moving: readonly InterviewEvent['type'][] = [
  'invited',
  'decided',
  'decision_undone',
  'offer_made',
  'offer_answered',
  'offer_lapsed',
  'declined',
  'reopened',
  'restarted',
  'requisition_closed',
  'requisition_reopened',
];
export const movesVacancies = ({ type }: InterviewEvent): boolean => moving.includes(type);

/**
 * Closes the requisition that is full, opens the one that is not any more, and makes it due for everybody concerned to be
 * told. Every part may be done again, and is, until it was done to its end: `untold` stands until all are on their way.
 */
export async function settleRequisition({ requisitions }: Deps, company: string, requisitionId: string) {
  const now = await requisitions.settle(company, requisitionId);
  if (now === undefined || now.untold === null) return now;
  const concerned = await requisitions.untold(company, requisitionId, now.closedAt !== null);
  await requisitions.follow(company, concerned, now.turn);
  await requisitions.told(company, requisitionId, now.untold);
  return now;
}

/** The same after a change of one interview, which may itself have come to wait since the others were told. */
export async function afterChange(deps: Deps, company: string, state: InterviewState): Promise<void> {
  const now = await settleRequisition(deps, company, state.requisitionId);
  if (now === undefined) return;
  const closed = now.closedAt !== null;
  const told = state.hiring.closure !== null;
  if (closed === told || (closed && !waitsForSeat(state))) return;
  await deps.requisitions.follow(company, [state.interviewId], now.turn);
}
