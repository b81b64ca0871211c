import type { Request } from '#functions/http/request.ts';
import type { Rules } from '#functions/ports/rules.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import { limits } from '#shared/limits.ts';
import { ok, refuse } from '#shared/result.ts';
import { templateFor } from '#shared/rules/templates.ts';

/** Every version of a position's rules with who made it, the newest first, down to the ones it was shipped with. */
export async function versions(
  { rules, directory }: { rules: Rules; directory: Directory },
  { actor, params }: Request<'position.ruleVersions', StaffActor>,
) {
  const { company } = actor;
  const [position, saved] = await Promise.all([
    directory.position(company, params.positionId),
    rules.versions(company, params.positionId, limits.ruleVersionsShown),
  ]);
  if (position === undefined) return refuse({ code: 'not_found' as const });
  const people = [...new Set(saved.flatMap(({ savedBy }) => savedBy ?? []))];
  const staff = await Promise.all(people.map((userId) => directory.staff(company, userId)));
  const names = new Map(people.map((userId, i) => [userId, staff[i]?.name ?? userId]));
  const shipped = { ...templateFor(position), savedBy: null, savedAt: null };
  const all = saved.length < limits.ruleVersionsShown ? [...saved, shipped] : saved;
  return ok({
    versions: all.map(({ savedBy, savedAt, ...ruleSet }) => ({
      ruleSet,
      savedBy: savedBy === null ? null : (names.get(savedBy) ?? savedBy),
      savedAt,
    })),
  });
}
