import type { Request } from '#functions/http/request.ts';
import type { Organisation } from '#functions/ports/organisation.ts';
import type { Operations, StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { earlier, operationOf } from './earlier.ts';
import { type OpeningDeps, openingsOf } from './openings.ts';

/** Members of staff, for whoever is to be picked. */
export async function people(deps: OpeningDeps, { actor }: Request<'organisation.people', StaffActor>) {
  const { company } = actor;
  const [staff, departments, openings] = await Promise.all([
    deps.organisation.staff(company),
    deps.organisation.departments(company),
    openingsOf(deps, company),
  ]);
  const names = new Map(departments.map(({ departmentId, name }) => [departmentId, name]));
  const owned = openings.filter(({ progress }) => progress.closedAt === null);
  const all = staff.map(({ userId, name, departmentIds = [], awayUntil, goneAt }) => ({
    userId,
    name,
    departments: departmentIds.flatMap((id) => names.get(id) ?? []),
    awayUntil: awayUntil ?? null,
    gone: goneAt !== undefined,
    owns: owned.filter(({ requisition }) => requisition.ownerId === userId).length,
  }));
  all.sort((a, b) => Number(a.gone) - Number(b.gone) || a.name.localeCompare(b.name, 'zh'));
  return ok({ people: all });
}

/** Somebody is away until the end of a day, or back. */
export async function absence(
  { organisation, operations }: { organisation: Organisation; operations: Operations },
  request: Request<'organisation.absence', StaffActor>,
) {
  const { actor, input } = request;
  const { userId, awayUntil } = input;
  const known = await earlier(operations, 'organisation.absence', request);
  if (known !== undefined) return known.ok ? ok({ userId, awayUntil }) : known;
  const person = (await organisation.staff(actor.company)).find((one) => one.userId === userId);
  if (person === undefined) return refuse({ code: 'not_found' as const });
  const { awayUntil: _, ...here } = person;
  const after = awayUntil === null ? here : { ...here, awayUntil };
  await organisation.putStaff(actor.company, after, operationOf('organisation.absence', request, {}));
  return ok({ userId, awayUntil });
}
