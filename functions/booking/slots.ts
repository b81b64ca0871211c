import type { Request } from '#functions/http/request.ts';
import type { CandidateActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { freeSlots, type SlotDeps } from './free-slots.ts';

/** The times the candidate may pick from. */
export async function slots(deps: SlotDeps, { actor, params }: Request<'booking.slots', CandidateActor>) {
  const state = await deps.interviews.load(actor.company, params.interviewId);
  if (state?.candidateId !== actor.candidateId) return refuse({ code: 'not_found' as const });
  return ok(await freeSlots(deps, actor.company, state.positionId));
}
