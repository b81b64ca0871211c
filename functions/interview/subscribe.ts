import type { Request } from '#functions/http/request.ts';
import type { CandidateActor, Credits, Interviews, Operations } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { interviews: Interviews; credits: Credits; operations: Operations };

/** One accepted subscription is one message that may be sent. The same operation id counts once. */
export async function subscribe(deps: Deps, request: Request<'interview.subscribe', CandidateActor>) {
  const { actor, params, input, bodyHash } = request;
  const { company, candidateId } = actor;
  const state = await deps.interviews.load(company, params.interviewId);
  if (state?.candidateId !== candidateId) return refuse({ code: 'not_found' as const });
  const known = await deps.operations.find(company, input.operationId);
  if (known !== undefined && known.bodyHash !== bodyHash) return refuse({ code: 'operation_conflict' as const });
  const operation = { id: input.operationId, name: 'interview.subscribe', bodyHash, answer: {} };
  const credits = await deps.credits.add(company, candidateId, input.accepted, operation);
  return ok({ credits });
}
