import type { Request } from '#functions/http/request.ts';
import type { Erasures, Holds } from '#functions/ports/privacy.ts';
import type { Nameplates } from '#functions/ports/workbench.ts';
import type { Clock, Directory, StaffActor } from '#functions/ports.ts';
import { privacyLimits } from '#shared/privacy/limits.ts';
import { ok, refuse } from '#shared/result.ts';
import { certificateView } from './certificate.ts';

type Deps = { erasures: Erasures; holds: Holds; directory: Directory; nameplates: Nameplates; clock: Clock };

/** What was asked for, what is under way and what is proven, with what stands in its way. */
export async function listErasures(deps: Deps, { actor, query }: Request<'erasure.list', StaffActor>) {
  const { company } = actor;
  const [page, holds, owner] = await Promise.all([
    deps.erasures.page(company, { limit: privacyLimits.erasuresPage, cursor: query.cursor }),
    deps.holds.all(company),
    deps.directory.company(company),
  ]);
  const names = await deps.nameplates.candidates(company, [
    ...new Set([...page.erasures, ...holds].map(({ candidateId }) => candidateId)),
  ]);
  const staff = new Map<string, string>();
  for (const by of new Set([...page.erasures.map((one) => one.by), ...holds.map((one) => one.by)])) {
    const found = by === null ? undefined : await deps.directory.staff(company, by);
    if (found) staff.set(found.userId, found.name);
  }
  const nameOf = (userId: string) => staff.get(userId) ?? userId;
  const heldAs = new Map(holds.map(({ candidateId, reason, by, at }) => [candidateId, { reason, by: nameOf(by), at }]));
  return ok({
    erasures: page.erasures.map((erasure) => ({
      ...certificateView(company, owner?.name ?? '', erasure),
      candidateId: erasure.candidateId,
      name: names.get(erasure.candidateId) ?? null,
      dueAt: erasure.dueAt,
      by: erasure.by === null ? null : nameOf(erasure.by),
      hold: heldAs.get(erasure.candidateId) ?? null,
    })),
    holds: holds.map(({ candidateId, reason, by, at }) => ({
      candidateId,
      name: names.get(candidateId) ?? null,
      reason,
      by: nameOf(by),
      at,
    })),
    cursor: page.cursor,
  });
}

/** Now, and not on its day: the next tick carries it out. */
export async function carryOut(deps: Deps, { actor, params }: Request<'erasure.carryOut', StaffActor>) {
  const { company, userId } = actor;
  const found = await deps.erasures.get(company, params.erasureId);
  if (found === undefined) return refuse({ code: 'not_found' as const });
  const { erasureId, candidateId } = found;
  if (found.by !== null && found.state !== 'withdrawn')
    return ok({ erasureId, candidateId, state: found.state, dueAt: found.dueAt });
  if (found.state !== 'asked') return refuse({ code: 'erasure_begun' as const });
  if ((await deps.holds.of(company, candidateId)) !== undefined) return refuse({ code: 'erasure_held' as const });
  const dueAt = deps.clock.now().toISOString();
  const moved = await deps.erasures.move(company, 'asked', { ...found, by: userId, dueAt });
  return moved
    ? ok({ erasureId, candidateId, state: 'asked' as const, dueAt })
    : refuse({ code: 'erasure_begun' as const });
}
