import type { Request } from '#functions/http/request.ts';
import { type Asked, earlier, operationOf } from '#functions/organisation/earlier.ts';
import { hiredOf, openingsOf } from '#functions/organisation/openings.ts';
import type { Clock, Ids, Operations, StaffActor } from '#functions/ports.ts';
import { numbersOf } from '#shared/organisation/numbers.ts';
import type { Requisition } from '#shared/organisation/records.ts';
import { ok, refuse } from '#shared/result.ts';
import { type EditDeps, editView, mostOf } from './edit-view.ts';
import { settleRequisition } from './settle.ts';

type Deps = EditDeps & { operations: Operations; clock: Clock; ids: Ids };
type People = { ownerId: string; deputyId: string | null; interviewerIds: string[] };
const notFound = { code: 'not_found' as const };

async function viewed(deps: Deps, company: string, requisitionId: string) {
  const found = await editView(deps, company, requisitionId);
  return found === undefined ? refuse(notFound) : ok(found);
}

export const get = (deps: Deps, { actor, params }: Request<'requisition.get', StaffActor>) =>
  viewed(deps, actor.company, params.requisitionId);

const tries = 5;

/** Decided on the organisation as it stands, again where another part of it changed meanwhile. */
async function decided<T>(decide: () => Promise<T | 'moved'>) {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const done = await decide();
    if (done !== 'moved') return done;
  }
  return refuse({ code: 'version_conflict' as const });
}

/** Somebody is looked for: no more people than the post lacks. */
export const create = (deps: Deps, request: Request<'requisition.create', StaffActor>) =>
  decided(() => created(deps, request));

async function created(deps: Deps, request: Request<'requisition.create', StaffActor>) {
  const { actor, input } = request;
  const { company } = actor;
  const known = await before(deps, 'requisition.create', request);
  if (known !== undefined) return known;
  const { positionId, departmentId, ownerId, vacancies, priority, deputyId, interviewerIds } = input;
  const tree = await deps.organisation.tree(company);
  const [position, openings, post] = await Promise.all([
    deps.directory.position(company, positionId),
    openingsOf(deps, company),
    deps.organisation.post(company, departmentId, positionId),
  ]);
  const department = tree.departments.find((one) => one.departmentId === departmentId);
  if (position === undefined || position.archivedAt !== undefined || department === undefined) return refuse(notFound);
  const wrong = await strangers(deps, company, { ownerId, deputyId, interviewerIds });
  if (wrong !== undefined) return wrong;
  const most = await mostOf(deps, company, openings, { departmentId, positionId });
  if (most !== null && vacancies > most) return refuse({ code: 'headcount_exceeded' as const, details: { most } });
  const requisitionId = deps.ids.make('req');
  const ofPost = openings.filter((one) => isOf(one.requisition, departmentId, positionId));
  const numbers = post === undefined ? { headcount: vacancies, inPost: 0 } : numbersOf(post, ofPost.map(hiredOf));
  const after: Requisition = {
    requisitionId,
    positionId,
    departmentId,
    department: department.name,
    position: position.title,
    headcount: numbers.headcount,
    inPost: numbers.inPost,
    vacancies,
    ownerId,
    openedAt: deps.clock.now().toISOString(),
    priority,
    interviewerIds,
    ...(deputyId !== null && { deputyId }),
    version: 1,
  };
  const operation = operationOf('requisition.create', request, { requisitionId });
  const change = { before: undefined, after, tree: tree.version, operation };
  const done = await deps.organisation.putRequisition(company, change);
  return done === 'written' ? viewed(deps, company, requisitionId) : ('moved' as const);
}

const isOf = (one: Requisition, departmentId: string, positionId: string): boolean =>
  one.departmentId === departmentId && one.positionId === positionId;

/** Who is looked for and how many. Not fewer than hold a seat; a full one closes, one that is not any more opens. */
export const save = (deps: Deps, request: Request<'requisition.save', StaffActor>) =>
  decided(() => saved(deps, request));

async function saved(deps: Deps, request: Request<'requisition.save', StaffActor>) {
  const { actor, params, input } = request;
  const { company } = actor;
  const known = await before(deps, 'requisition.save', request);
  if (known !== undefined) return known;
  const tree = await deps.organisation.tree(company);
  const openings = await openingsOf(deps, company);
  const own = openings.find(({ requisition }) => requisition.requisitionId === params.requisitionId);
  if (own === undefined) return refuse(notFound);
  const now = own.requisition;
  const version = now.version ?? 0;
  if (version !== input.version) return refuse({ code: 'version_conflict' as const, details: { version } });
  const { vacancies, priority, deputyId, interviewerIds } = input;
  const wrong = await strangers(deps, company, { ownerId: now.ownerId, deputyId, interviewerIds });
  if (wrong !== undefined) return wrong;
  const more = vacancies > now.vacancies;
  const most = more ? await mostOf(deps, company, openings, own) : null;
  if (most !== null && vacancies > most) return refuse({ code: 'headcount_exceeded' as const, details: { most } });
  const { deputyId: _, ...kept } = now;
  const after: Requisition = {
    ...kept,
    headcount: Math.max(1, now.headcount + vacancies - now.vacancies),
    vacancies,
    priority,
    interviewerIds,
    ...(deputyId !== null && { deputyId }),
    version: version + 1,
  };
  const operation = operationOf('requisition.save', request, { requisitionId: now.requisitionId });
  const change = { before: now, after, tree: more ? tree.version : null, operation };
  const done = await deps.organisation.putRequisition(company, change);
  if (done === 'fewer') {
    const taken = (await deps.requisitions.holders(company, now.requisitionId)).length;
    return refuse({ code: 'below_filled' as const, details: { taken } });
  }
  if (done === 'conflict') return refuse({ code: 'version_conflict' as const });
  if (done !== 'written') return 'moved' as const;
  await settleRequisition(deps, company, now.requisitionId);
  return viewed(deps, company, now.requisitionId);
}

/** The answer of an operation that was done before. What a crash left open after it is done now. */
async function before(deps: Deps, name: 'requisition.create' | 'requisition.save', asked: Asked) {
  const known = await earlier(deps.operations, name, asked);
  if (known === undefined || !known.ok) return known;
  const requisitionId = String(known.value.requisitionId);
  await settleRequisition(deps, asked.actor.company, requisitionId);
  return viewed(deps, asked.actor.company, requisitionId);
}

/** Everybody named is of this company, and has not left; the owner is not their own deputy. */
async function strangers({ organisation }: Deps, company: string, { ownerId, deputyId, interviewerIds }: People) {
  const staff = await organisation.staff(company);
  const here = new Set(staff.filter(({ goneAt }) => goneAt === undefined).map(({ userId }) => userId));
  const fields = [
    ...(staff.some(({ userId }) => userId === ownerId) ? [] : ['ownerId']),
    ...(deputyId === null || (here.has(deputyId) && deputyId !== ownerId) ? [] : ['deputyId']),
    ...(interviewerIds.every((userId) => here.has(userId)) ? [] : ['interviewerIds']),
  ];
  return fields.length === 0 ? undefined : refuse({ code: 'invalid_input' as const, details: { fields } });
}
