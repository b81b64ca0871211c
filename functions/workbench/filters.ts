import type { Request } from '#functions/http/request.ts';
import type { Filters } from '#functions/ports/workbench.ts';
import type { StaffActor } from '#functions/ports.ts';
import { limits } from '#shared/limits.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { filters: Filters };

/** A person's own named filters. */
export const filters = async (deps: Deps, { actor }: Request<'workbench.filters', StaffActor>) =>
  ok(await all(deps, actor));

/** Saved again under its id it is the same one; a deleted one comes back so. */
export async function saveFilter(deps: Deps, { actor, params, input }: Request<'workbench.saveFilter', StaffActor>) {
  const { filterId } = params;
  const known = (await all(deps, actor)).filters;
  if (known.length >= limits.savedFilters && !known.some((one) => one.filterId === filterId)) {
    return refuse({ code: 'filter_limit' as const });
  }
  await deps.filters.put(actor.company, actor.userId, { filterId, ...input });
  return ok(await all(deps, actor));
}

export async function deleteFilter(deps: Deps, { actor, params }: Request<'workbench.deleteFilter', StaffActor>) {
  await deps.filters.remove(actor.company, actor.userId, params.filterId);
  return ok(await all(deps, actor));
}

const all = async ({ filters: stored }: Deps, { company, userId }: StaffActor) => ({
  filters: await stored.of(company, userId),
});
