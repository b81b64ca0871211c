import type { Request } from '#functions/http/request.ts';
import type { Erasures } from '#functions/ports/privacy.ts';
import type { CandidateActor, Clock, Ids } from '#functions/ports.ts';
import { plusHours } from '#shared/interview/windows.ts';
import { privacyLimits } from '#shared/privacy/limits.ts';
import { ok, refuse } from '#shared/result.ts';
import { newErasure } from './new-erasure.ts';

type Deps = {
  erasures: Erasures;
  clock: Clock;
  ids: Ids;
  /** A word that nobody guesses: it opens the certificate when there is no person any more who could sign in. */
  code: () => string;
};

/** Asked for once; asked again it is the same. Nobody has to agree: on its day it is carried out by itself. */
export async function askErasure(deps: Deps, { actor }: Request<'privacy.askErasure', CandidateActor>) {
  const { company, candidateId } = actor;
  const dueAt = plusHours(deps.clock.now().toISOString(), privacyLimits.erasureDays * 24);
  const wanted = newErasure(deps, { candidateId, because: 'asked', dueAt });
  const pointer = await deps.erasures.ask(company, wanted, deps.code());
  // Asked once more when it is under way: there is nobody any more who asks, and no other certificate than the first one.
  if (pointer === undefined) return refuse({ code: 'not_found' as const });
  const stands = await deps.erasures.get(company, pointer.erasureId);
  return ok({ ...pointer, dueAt: stands?.dueAt ?? null });
}

/** Until it is begun; then there is no way back. */
export async function takeBack({ erasures }: Deps, { actor, input }: Request<'privacy.takeBack', CandidateActor>) {
  const { company, candidateId } = actor;
  const found = await erasures.get(company, input.erasureId);
  if (found?.candidateId !== candidateId) return refuse({ code: 'not_found' as const });
  if (found.state === 'withdrawn') return ok({ state: found.state });
  const taken = found.state === 'asked' && (await erasures.takeBack(company, found));
  return taken ? ok({ state: 'withdrawn' as const }) : refuse({ code: 'erasure_begun' as const });
}
