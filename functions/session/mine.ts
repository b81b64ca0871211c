import type { Request } from '#functions/http/request.ts';
import type { Sessions } from '#functions/ports/access.ts';
import type { CandidateActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';
import { sessionViews } from './session-views.ts';

type Deps = { sessions: Pick<Sessions, 'of' | 'end'> };

/** Where a candidate is signed in. */
export const mine = async ({ sessions }: Deps, { actor }: Request<'session.mine', CandidateActor>) =>
  ok({ sessions: sessionViews(await sessions.of(actor.company, actor.candidateId), actor.sessionId) });

/** It is over there within `limits.sessions.candidateSeconds`. Ended twice it is ended. */
export async function end({ sessions }: Deps, { actor, params }: Request<'session.end', CandidateActor>) {
  const { company, candidateId } = actor;
  await sessions.end(company, candidateId, params.sessionId);
  return ok({ sessions: sessionViews(await sessions.of(company, candidateId), actor.sessionId) });
}
