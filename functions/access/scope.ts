import type { Organisation } from '#functions/ports/organisation.ts';
import type { Directory } from '#functions/ports.ts';
import type { Requisition } from '#shared/organisation/records.ts';
import { headedBy } from '#shared/organisation/tree.ts';

/** Openings whose people somebody may see, and the positions these are for. */
export type Scope = { requisitionIds: ReadonlySet<string>; positionIds: ReadonlySet<string> };
type Deps = { directory: Pick<Directory, 'requisitions'>; organisation: Pick<Organisation, 'departments'> };

/**
 * Whose people a department head sees: those of the openings of the departments they head, of all below these, and of the
 * openings they interview for. Read anew for every request.
 */
export async function scopeOf(
  { directory, organisation }: Deps,
  { company, userId }: { company: string; userId: string },
): Promise<Scope> {
  const [departments, requisitions] = await Promise.all([
    organisation.departments(company),
    directory.requisitions(company),
  ]);
  const headed = headedBy(departments, userId);
  const isOwn = ({ departmentId, interviewerIds = [] }: Requisition): boolean =>
    (departmentId !== undefined && headed.has(departmentId)) || interviewerIds.includes(userId);
  const own = requisitions.filter(isOwn);
  return {
    requisitionIds: new Set(own.map(({ requisitionId }) => requisitionId)),
    positionIds: new Set(own.map(({ positionId }) => positionId)),
  };
}
