import type { Request } from '#functions/http/request.ts';
import type { CandidateActor, Copies, Interviews } from '#functions/ports.ts';
import { syncOf } from '#functions/sync/agreement.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { interviews: Interviews; copies: Copies };

/** Whether every place that shows this interview's status has caught up. */
export async function sync(deps: Deps, { actor, params }: Request<'interview.sync', CandidateActor>) {
  const state = await deps.interviews.load(actor.company, params.interviewId);
  if (state?.candidateId !== actor.candidateId) return refuse({ code: 'not_found' as const });
  return ok(await syncOf(deps, actor.company, params.interviewId));
}
