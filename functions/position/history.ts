import type { Request } from '#functions/http/request.ts';
import type { PositionVersion } from '#functions/ports/positions.ts';
import type { StaffActor } from '#functions/ports.ts';
import { changesBetween } from '#shared/organisation/position/changes.ts';
import { draftOf } from '#shared/organisation/position/draft.ts';
import { ok, refuse } from '#shared/result.ts';
import { nameOf, type ViewDeps } from './view.ts';

/** Every version there was, the newest first: who made it, when, and what it changed. */
export async function history(deps: ViewDeps, { actor, params }: Request<'position.history', StaffActor>) {
  const { company } = actor;
  const position = await deps.directory.position(company, params.positionId);
  if (position === undefined) return refuse({ code: 'not_found' as const });
  const kept = await deps.positions.versions(company, params.positionId);
  const { version } = position.plan;
  const imported: PositionVersion = { version, kind: 'imported', at: null, by: null, acknowledged: false, position };
  const all = kept.length === 0 ? [imported] : kept;
  const versions = all.map(async (one, index) => {
    const before = all[index - 1];
    return {
      version: one.version,
      kind: one.kind,
      at: one.at,
      by: await nameOf(deps.directory, company, one.by),
      acknowledged: one.acknowledged,
      changes: before ? changesBetween(draftOf(before.position), draftOf(one.position)) : [],
    };
  });
  return ok({ versions: (await Promise.all(versions)).reverse() });
}
