import type { Request } from '#functions/http/request.ts';
import type { Holds } from '#functions/ports/privacy.ts';
import type { Clock, Directory, StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { holds: Holds; directory: Directory; clock: Clock };

/** A legal hold: nothing of this person is deleted, whoever asks and whatever is over, until it is lifted. */
export async function putHold(deps: Deps, { actor, params, input }: Request<'hold.put', StaffActor>) {
  const { company, userId } = actor;
  const { candidateId } = params;
  const [candidate, before] = await Promise.all([
    deps.directory.candidate(company, candidateId),
    deps.holds.of(company, candidateId),
  ]);
  if (candidate === undefined) return refuse({ code: 'not_found' as const });
  const hold = { candidateId, reason: input.reason, by: userId, at: before?.at ?? deps.clock.now().toISOString() };
  return (await deps.holds.put(company, hold)) ? ok(hold) : refuse({ code: 'erasure_begun' as const });
}

export async function liftHold(deps: Deps, { actor, params }: Request<'hold.lift', StaffActor>) {
  const { company } = actor;
  const { candidateId } = params;
  if ((await deps.directory.candidate(company, candidateId)) === undefined)
    return refuse({ code: 'not_found' as const });
  await deps.holds.lift(company, candidateId);
  return ok({ candidateId });
}
