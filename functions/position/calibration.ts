import type { Request } from '#functions/http/request.ts';
import type { Ratings } from '#functions/ports/evaluation.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import {
  agreementOf,
  calibrationOf,
  newestScorer,
  pairsBetweenPeople,
  pairsWithScorer,
} from '#shared/evaluation/agreement.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { directory: Directory; ratings: Ratings };

/** How far people agree with the scorer that a position has now, and with one another. */
export async function calibration(deps: Deps, { actor, params }: Request<'position.calibration', StaffActor>) {
  const { company } = actor;
  const { positionId } = params;
  const position = await deps.directory.position(company, positionId);
  if (position === undefined) return refuse({ code: 'not_found' as const });
  const ratings = await deps.ratings.ofPosition(company, positionId);
  const newest = newestScorer(ratings);
  const people = pairsBetweenPeople(ratings);
  const between = agreementOf(people);
  return ok({
    ...calibrationOf(ratings, newest),
    withScorer: agreementOf(pairsWithScorer(ratings, newest)),
    // Each two people stand there twice.
    betweenPeople: between && { ...between, pairs: people.flat().length / 2 },
  });
}
