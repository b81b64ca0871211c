import type { Request } from '#functions/http/request.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import { matchResume } from '#shared/application/match.ts';
import { ok, refuse } from '#shared/result.ts';
import { effectiveSettings } from '#shared/settings.ts';

/** The pool held against the position's criteria, best match first, each with its reasons. */
export async function matches(
  { directory }: { directory: Directory },
  { actor, params, query }: Request<'requisition.matches', StaffActor>,
) {
  const { company } = actor;
  const requisition = await directory.requisition(company, params.requisitionId);
  const position = requisition && (await directory.position(company, requisition.positionId));
  if (requisition === undefined || position === undefined) return refuse({ code: 'not_found' as const });
  const [owner, pool, applicants] = await Promise.all([
    directory.company(company),
    directory.candidates(company),
    directory.applicants(company, requisition.requisitionId),
  ]);
  const { matchThreshold: threshold, deadlineHours } = effectiveSettings(owner?.settings, position.settings);
  const candidates = pool
    .map(({ candidateId, name, headline, resume }) => ({
      candidateId,
      name,
      headline,
      match: matchResume(resume, position.criteria, threshold),
      applicationId: applicants.get(candidateId) ?? null,
    }))
    .sort(
      (a, b) =>
        b.match.share - a.match.share ||
        a.name.localeCompare(b.name, 'zh') ||
        a.candidateId.localeCompare(b.candidateId),
    );
  return ok({ threshold, deadlineHours, all: candidates.length, ...pageOf(candidates, query) });
}

/** A cursor is the last one shown: where that one went meanwhile, the page begins again at the first. */
function pageOf<C extends { candidateId: string }>(
  all: C[],
  { limit, cursor }: { limit?: number | undefined; cursor?: string | undefined },
) {
  const from = all.findIndex(({ candidateId }) => candidateId === cursor) + 1;
  const candidates = all.slice(from, limit === undefined ? undefined : from + limit);
  const last = candidates.at(-1);
  const more = last !== undefined && from + candidates.length < all.length;
  return { candidates, cursor: more ? last.candidateId : null };
}
