import type { Organisation } from '#functions/ports/organisation.ts';
import type { Copies, Directory, StaffActor } from '#functions/ports.ts';
import type { Progress } from '#shared/application/copies.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { Department, Requisition } from '#shared/organisation/records.ts';
import { headedBy } from '#shared/organisation/tree.ts';

export type OpeningDeps = { organisation: Organisation; directory: Directory; copies: Copies };
export type Opening = { requisition: Requisition; progress: Progress };
type View = Output<'organisation.view'>['unplaced'][number];
export type Names = ReadonlyMap<string, string>;

/** Every requisition with what its interviews' events add up to. */
export async function openingsOf({ directory, copies }: OpeningDeps, company: string): Promise<Opening[]> {
  const all = await directory.requisitions(company);
  return Promise.all(
    all.map(async (requisition) => ({
      requisition,
      progress: await copies.progress(company, requisition.requisitionId),
    })),
  );
}

export const hiredOf = ({ requisition, progress: { filled, joined, closedAt } }: Opening) => ({
  vacancies: requisition.vacancies,
  filled,
  joined,
  closedAt,
});

export const namesOf = async ({ organisation }: OpeningDeps, company: string): Promise<Names> =>
  new Map((await organisation.staff(company)).map(({ userId, name }) => [userId, name]));

export const personOf = (names: Names, userId: string) => ({ userId, name: names.get(userId) ?? userId });

export function openingView({ requisition, progress }: Opening, names: Names): View {
  const { requisitionId, positionId, position, departmentId, department, vacancies, openedAt, ownerId, deputyId } =
    requisition;
  const { passed, filled, joined, closedAt } = progress;
  return {
    requisitionId,
    positionId,
    position,
    departmentId: departmentId ?? null,
    department,
    priority: requisition.priority ?? 'normal',
    vacancies,
    passed,
    filled,
    joined,
    openedAt,
    closedAt,
    owner: personOf(names, ownerId),
    deputy: deputyId === undefined ? null : personOf(names, deputyId),
  };
}

/** Departments somebody may see: a head those they head and all below, everybody else all. */
export function departmentsSeen(departments: Department[], actor: StaffActor): Department[] {
  if (actor.role !== 'department_head') return departments;
  const own = headedBy(departments, actor.userId);
  return departments.filter(({ departmentId }) => own.has(departmentId));
}
