import { createHash } from 'node:crypto';
import type { Request } from '#functions/http/request.ts';
import { tableOf } from '#functions/intake/table-of.ts';
import type { Files } from '#functions/ports/intake.ts';
import type { Contacts, LastImport, Tree } from '#functions/ports/organisation.ts';
import type { Positions } from '#functions/ports/positions.ts';
import type { Clock, Ids, Operations, StaffActor } from '#functions/ports.ts';
import { columnLetter } from '#shared/intake/columns.ts';
import { countsOf, type ImportPlan } from '#shared/organisation/import-plan.ts';
import { departmentsInUse } from '#shared/organisation/in-use.ts';
import { joinedIn } from '#shared/organisation/numbers.ts';
import { planFile } from '#shared/organisation/plan-file.ts';
import { planWecom } from '#shared/organisation/plan-wecom.ts';
import { organisationRowsOf } from '#shared/organisation/post-row.ts';
import { ok, refuse } from '#shared/result.ts';
import { type Asked, earlier, operationOf } from './earlier.ts';
import { hiredOf, type OpeningDeps, openingsOf } from './openings.ts';

type Deps = OpeningDeps & {
  positions: Positions;
  contacts: Contacts;
  files: Files;
  operations: Operations;
  clock: Clock;
  ids: Ids;
};
type ApplyName = 'organisation.applyWecom' | 'organisation.applyFile';
const shown = { problems: 200, text: 60 } as const;

/** The same changes have the same digest, whenever they are looked at. */
const digestOf = ({ rows }: ImportPlan): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('base64url');

const viewOf = (plan: ImportPlan) => ({ digest: digestOf(plan), ...plan.rows, unchanged: plan.unchanged });

async function wecomPlan(deps: Deps, company: string) {
  const read = await deps.contacts.read();
  if (!read.ok) {
    const { error } = read;
    return error.kind === 'refused'
      ? refuse({ code: 'wecom_refused' as const, details: { errcode: error.errcode } })
      : refuse({ code: 'unavailable' as const });
  }
  const [tree, staff, posts, openings] = await Promise.all([
    deps.organisation.tree(company),
    deps.organisation.staff(company),
    deps.organisation.posts(company),
    openingsOf(deps, company),
  ]);
  const open = openings.filter(({ progress }) => progress.closedAt === null);
  const owns = new Map(
    staff.map(({ userId }) => [userId, open.filter((one) => one.requisition.ownerId === userId).length]),
  );
  const inUse = departmentsInUse(
    posts,
    openings.map(({ requisition }) => requisition),
  );
  const here = { departments: tree.departments, staff, inUse, owns };
  const plan = planWecom(here, read, deps.clock.now().toISOString(), (prefix) => deps.ids.make(prefix));
  return ok({ tree, plan });
}

export async function previewWecom(deps: Deps, { actor }: Request<'organisation.previewWecom', StaffActor>) {
  const found = await wecomPlan(deps, actor.company);
  return found.ok ? ok(viewOf(found.value.plan)) : found;
}

/** Takes over what was previewed, and nothing else. */
export async function applyWecom(deps: Deps, request: Request<'organisation.applyWecom', StaffActor>) {
  const known = await before(deps, 'organisation.applyWecom', request);
  if (known !== undefined) return known;
  const found = await wecomPlan(deps, request.actor.company);
  if (!found.ok) return found;
  return applied(deps, 'organisation.applyWecom', request, { ...found.value, from: 'wecom' });
}

type FileRequest = {
  actor: StaffActor;
  params: { fileId: string };
  input: { columns: Parameters<typeof organisationRowsOf>[1] };
};

async function filePlan(deps: Deps, { actor, params, input }: FileRequest) {
  const { company } = actor;
  const table = await tableOf(deps.files, company, params.fileId, 'organisation');
  if (!table.ok) return table;
  const [tree, staff, posts, positions, openings] = await Promise.all([
    deps.organisation.tree(company),
    deps.organisation.staff(company),
    deps.organisation.posts(company),
    deps.positions.all(company),
    openingsOf(deps, company),
  ]);
  const current = positions.filter(({ archivedAt }) => archivedAt === undefined);
  const present = staff.filter(({ goneAt }) => goneAt === undefined);
  const read = organisationRowsOf(table.value.rows, input.columns, { positions: current, staff: present });
  const joinedOf = (departmentId: string, positionId: string) =>
    joinedIn(
      openings
        .filter(({ requisition: one }) => one.departmentId === departmentId && one.positionId === positionId)
        .map(hiredOf),
    );
  const here = { departments: tree.departments, posts, joinedIn: joinedOf };
  const plan = planFile(here, read.rows, (prefix) => deps.ids.make(prefix));
  return ok({ tree, plan, problems: read.problems, table: table.value.rows });
}

export async function previewFile(deps: Deps, request: Request<'organisation.previewFile', StaffActor>) {
  const found = await filePlan(deps, request);
  if (!found.ok) return found;
  const { plan, problems, table } = found.value;
  const { columns } = request.input;
  return ok({
    ...viewOf(plan),
    wrong: new Set(problems.map(({ row }) => row)).size,
    problems: problems.slice(0, shown.problems).map((one) => ({
      ...one,
      column: columnLetter(columns, one.field),
      text: (table[one.row - 2]?.[columns.indexOf(one.field)] ?? '').slice(0, shown.text),
    })),
  });
}

export async function applyFile(deps: Deps, request: Request<'organisation.applyFile', StaffActor>) {
  const known = await before(deps, 'organisation.applyFile', request);
  if (known !== undefined) return known;
  const found = await filePlan(deps, request);
  if (!found.ok) return found;
  return applied(deps, 'organisation.applyFile', request, { ...found.value, from: 'file' });
}

type Counts = ReturnType<typeof countsOf>;

async function before(deps: Deps, name: ApplyName, request: Asked) {
  const known = await earlier(deps.operations, name, request);
  return known === undefined || !known.ok ? known : ok(known.value as Counts);
}

/** Refused where it would do something else than what was looked at: what is there changed, here or there. */
async function applied(
  deps: Deps,
  name: ApplyName,
  request: Asked & { input: { digest: string } },
  { tree, plan, from }: { tree: Tree; plan: ImportPlan; from: LastImport['from'] },
) {
  const { company, userId } = request.actor;
  if (digestOf(plan) !== request.input.digest) return refuse({ code: 'preview_outdated' as const });
  const owner = await deps.directory.company(company);
  const counts = countsOf(plan);
  const done = await deps.organisation.change(company, {
    before: tree,
    put: plan.put,
    remove: plan.remove,
    posts: plan.posts,
    staff: plan.staff.map(({ person, isNew }) => ({ person, corpid: isNew ? (owner?.wecom.corpid ?? null) : null })),
    lastImport: { at: deps.clock.now().toISOString(), by: userId, from },
    operation: operationOf(name, request, counts),
  });
  if (done === 'written') return ok(counts);
  return (await before(deps, name, request)) ?? refuse({ code: 'preview_outdated' as const });
}
