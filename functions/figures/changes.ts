import type { Request } from '#functions/http/request.ts';
import type { Positions } from '#functions/ports/positions.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import { dateIn } from '#shared/application/workbench-places.ts';
import { ok } from '#shared/result.ts';
import { effectiveSettings } from '#shared/settings.ts';

type Deps = {
  directory: Pick<Directory, 'company' | 'staff'>;
  positions: Pick<Positions, 'all' | 'newest'>;
};
/** Days with a change that are named. */
const named = 20;

/** Days from which on something was otherwise: what figures may be held against. */
export async function changes({ directory, positions }: Deps, { actor }: Request<'figures.changes', StaffActor>) {
  const { company } = actor;
  const owner = await directory.company(company);
  const { timeZone } = effectiveSettings(owner?.settings);
  const saved = owner?.saved === undefined ? [] : [{ what: 'settings' as const, name: null, ...owner.saved }];
  const versions = await Promise.all(
    (await positions.all(company)).map(async ({ positionId, title }) => {
      const newest = await positions.newest(company, positionId);
      return newest?.at && newest.by ? [{ what: 'position' as const, name: title, at: newest.at, by: newest.by }] : [];
    }),
  );
  const all = [...saved, ...versions.flat()].sort((a, b) => b.at.localeCompare(a.at)).slice(0, named);
  return ok({
    changes: await Promise.all(
      all.map(async ({ what, name, at, by }) => ({
        ...{ what, name, date: dateIn(timeZone, at) },
        by: (await directory.staff(company, by))?.name ?? '',
      })),
    ),
  });
}
