import type { Request } from '#functions/http/request.ts';
import type { Roster } from '#functions/ports/sync.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import { dateIn } from '#shared/application/workbench-places.ts';
import { limits } from '#shared/limits.ts';
import type { Requisition } from '#shared/organisation/records.ts';
import { ok } from '#shared/result.ts';
import { effectiveSettings } from '#shared/settings.ts';
import { type CheckDeps, check } from './check.ts';
import { type RecountDeps, recount } from './recount.ts';

type Deps = CheckDeps & RecountDeps & { roster: Roster; directory: Pick<Directory, 'company' | 'requisitions'> };

/**
 * 「全部重新同步」, some interviews at a time: opening by opening in the order of their ids, each opening's progress after its
 * last interview, then the company's counts, and the figures at the very end. `cursor`: `{requisitionId}` or `{requisitionId}|{place in it}`.
 */
export async function resyncAll(deps: Deps, { actor, input }: Request<'sync.resyncAll', StaffActor>) {
  const { company, userId: by } = actor;
  const [owner, requisitions] = await Promise.all([
    deps.directory.company(company),
    deps.directory.requisitions(company),
  ]);
  const timeZone = effectiveSettings(owner?.settings).timeZone;
  const wanted = { company, cause: 'asked' as const, by, date: dateIn(timeZone, deps.clock.now().toISOString()) };
  if (input.cursor?.startsWith(figuresNext)) return figuresAnew(deps, wanted, requisitions, input.cursor);
  const ids = requisitions.map(({ requisitionId }) => requisitionId).sort();
  const [from = ids[0], within] = input.cursor?.split('|') ?? [];
  const at = ids.findIndex((id) => id >= (from ?? ''));
  const requisitionId = ids[at];
  if (requisitionId === undefined) {
    return ok({
      checked: 0,
      drifted: Number(await recount(deps, { ...wanted, name: { kind: 'counts' } })),
      cursor: null,
    });
  }
  const page = await deps.roster.page(company, requisitionId, { limit: limits.resyncPage, cursor: within });
  const checked = await Promise.all(
    page.interviewIds.map((interviewId) => check(deps, { company, interviewId, cause: 'asked', by })),
  );
  let drifted = checked.filter((one) => one !== undefined && one.differences.length > 0).length;
  let cursor: string | null = page.cursor === null ? null : `${requisitionId}|${page.cursor}`;
  if (cursor === null) {
    drifted += Number(await recount(deps, { ...wanted, name: { kind: 'progress', requisitionId } }));
    const next = ids[at + 1];
    if (next === undefined) drifted += Number(await recount(deps, { ...wanted, name: { kind: 'counts' } }));
    cursor = next ?? `${figuresNext}0`;
  }
  return ok({ checked: checked.length, drifted, cursor });
}

/** Sorts behind every requisition. */
const figuresNext = '~figures|';

/** The figures of one position, and after the last one the company's: what the positions' make together. */
async function figuresAnew(
  deps: Deps,
  wanted: Omit<Parameters<typeof recount>[1], 'name'>,
  requisitions: Requisition[],
  cursor: string,
) {
  const all = [...new Set(requisitions.map(({ positionId }) => positionId))].sort();
  const at = Number(cursor.slice(figuresNext.length));
  const positionId = all[at] ?? null;
  const drifted = await recount(deps, { ...wanted, name: { kind: 'figures', positionId } });
  return ok({ checked: 0, drifted: Number(drifted), cursor: positionId === null ? null : `${figuresNext}${at + 1}` });
}
