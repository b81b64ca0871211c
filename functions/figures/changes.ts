import type { Request } from '#functions/http/request.ts';
import type { Positions } from '#functions/ports/positions.ts';
import type { Rules } from '#functions/ports/rules.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import { dateIn } from '#shared/application/workbench-places.ts';
import { limits } from '#shared/limits.ts';
import { ok } from '#shared/result.ts';
import { effectiveSettings } from '#shared/settings.ts';

type Deps = {
  directory: Pick<Directory, 'company' | 'staff'>;
  positions: Pick<Positions, 'all' | 'latest'>;
  rules: Pick<Rules, 'versions'>;
};
type Change = { what: 'settings' | 'position' | 'rules'; name: string | null; at: string; by: string };

/** Days from which on something was otherwise: what figures may be held against. What came with us was no change. */
export async function changes(deps: Deps, { actor }: Request<'figures.changes', StaffActor>) {
  const { company } = actor;
  const { directory } = deps;
  const owner = await directory.company(company);
  const { timeZone } = effectiveSettings(owner?.settings);
  const saves = [owner?.saved ?? [], owner?.savedBefore ?? []].flat();
  const all: Change[] = [
    ...saves.map(({ at, by }) => ({ what: 'settings' as const, name: null, at, by })),
    ...(await ofPositions(deps, company)),
  ];
  const dated = all
    .sort((a, b) => b.at.localeCompare(a.at))
    .map(({ at, ...change }) => ({ ...change, date: dateIn(timeZone, at) }));
  const named = oncePerDay(dated).slice(0, limits.changesNamed);
  const people = new Map(
    await Promise.all(
      [...new Set(named.map(({ by }) => by))].map(
        async (by) => [by, (await directory.staff(company, by))?.name ?? ''] as const,
      ),
    ),
  );
  return ok({ changes: named.map(({ by, ...change }) => ({ ...change, by: people.get(by) ?? '' })) });
}

async function ofPositions({ positions, rules }: Deps, company: string): Promise<Change[]> {
  const each = (await positions.all(company)).map(async ({ positionId, title: name }) => {
    const [versions, sets] = await Promise.all([
      positions.latest(company, positionId, limits.changesOfPosition),
      rules.versions(company, positionId, limits.changesOfPosition),
    ]);
    return [
      ...versions.flatMap(({ at, by }) => (at && by ? [{ what: 'position' as const, name, at, by }] : [])),
      ...sets.flatMap(({ savedAt: at, savedBy: by }) => (at && by ? [{ what: 'rules' as const, name, at, by }] : [])),
    ];
  });
  return (await Promise.all(each)).flat();
}

/** An afternoon of saving the same is one change, under the name of who saved last. */
const oncePerDay = <T extends { what: string; name: string | null; date: string }>(all: T[]): T[] => {
  const seen = new Set<string>();
  return all.filter(({ what, name, date }) => {
    const key = JSON.stringify([what, name, date]);
    return !seen.has(key) && seen.add(key);
  });
};
