import type { Positions } from '#functions/ports/positions.ts';
import type { Copies, Directory } from '#functions/ports.ts';
import type { Output } from '#shared/contract/operations.ts';
import { draftOf } from '#shared/organisation/position/draft.ts';
import { lintPosition } from '#shared/organisation/position/lint.ts';
import type { Position, Requisition } from '#shared/organisation/records.ts';
import { effectiveSettings } from '#shared/settings.ts';

export type ViewDeps = { positions: Positions; directory: Directory; copies: Copies };
type Made = Output<'position.get'>['made'];

/** Where an interview goes on, or may go on again, with what it was invited with. */
const goesOn = ['invited', 'scheduled', 'no_show', 'in_progress'] as const;

/** How many interviews of these requisitions are under way, and how many of them are open. */
export async function demandOf({ copies }: Pick<ViewDeps, 'copies'>, company: string, requisitions: Requisition[]) {
  const all = await Promise.all(requisitions.map(({ requisitionId }) => copies.progress(company, requisitionId)));
  return {
    underway: all.reduce((sum, { counts }) => sum + goesOn.reduce((n, status) => n + counts[status], 0), 0),
    openRequisitions: all.filter(({ closedAt }) => closedAt === null).length,
  };
}

/** Who made the version that a position is in; one that was imported was made by nobody we know. */
export async function madeOf({ positions, directory }: ViewDeps, company: string, position: Position): Promise<Made> {
  const newest = await positions.newest(company, position.positionId);
  const { version } = position.plan;
  if (newest?.version !== version) return { version, kind: 'imported', at: null, by: null };
  return { version, kind: newest.kind, at: newest.at, by: await nameOf(directory, company, newest.by) };
}

export async function nameOf(directory: Directory, company: string, userId: string | null): Promise<string | null> {
  return userId === null ? null : ((await directory.staff(company, userId))?.name ?? userId);
}

/** A position as HR edits it. */
export async function positionView(
  deps: ViewDeps,
  company: string,
  position: Position,
): Promise<Output<'position.get'>> {
  const { directory } = deps;
  const [owner, requisitions, made] = await Promise.all([
    directory.company(company),
    directory.requisitions(company),
    madeOf(deps, company, position),
  ]);
  const mine = requisitions.filter(({ positionId }) => positionId === position.positionId);
  return {
    position,
    made,
    inherited: effectiveSettings(owner?.settings),
    ofCompany: Object.keys(owner?.settings ?? {}),
    ...(await demandOf(deps, company, mine)),
    findings: lintPosition(draftOf(position)),
  };
}
