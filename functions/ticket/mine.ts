import type { Request } from '#functions/http/request.ts';
import type { CandidateActor, Directory, Interviews } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { ticketsOf } from './messages.ts';

type Deps = { interviews: Interviews; directory: Directory };

/** What this candidate asked of HR, and what was answered. */
export async function mine(deps: Deps, { actor, params }: Request<'ticket.mine', CandidateActor>) {
  const state = await deps.interviews.load(actor.company, params.interviewId);
  if (state?.candidateId !== actor.candidateId) return refuse({ code: 'not_found' as const });
  return ok({ tickets: await ticketsOf(deps, actor.company, state) });
}
