import type { Request } from '#functions/http/request.ts';
import type { Organisation, Tree } from '#functions/ports/organisation.ts';
import type { Directory, Ids, Operations, StaffActor } from '#functions/ports.ts';
import { departmentsInUse } from '#shared/organisation/in-use.ts';
import type { Department } from '#shared/organisation/records.ts';
import { isNameTaken, mayStandBelow } from '#shared/organisation/tree.ts';
import { ok, refuse } from '#shared/result.ts';
import { type Asked, earlier, operationOf } from './earlier.ts';

type Deps = { organisation: Organisation; directory: Directory; operations: Operations; ids: Ids };
type Name = 'department.create' | 'department.save' | 'department.remove';
type Step = { put: Department[]; remove: string[]; answer: { departmentId: string; version: number } };
type Refusal = {
  code: 'not_found' | 'version_conflict' | 'name_taken' | 'department_in_use' | 'invalid_input' | 'operation_conflict';
  details?: Record<string, unknown>;
};
type Decided = { ok: true; value: Step } | { ok: false; error: Refusal };

const tries = 5;

/** Decided on the tree as it stands, again where somebody else changed another part of it meanwhile. */
async function changed(deps: Deps, name: Name, asked: Asked, decide: (tree: Tree) => Promise<Decided>) {
  const { company } = asked.actor;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const known = await earlier(deps.operations, name, asked);
    if (known !== undefined) return known.ok ? ok(known.value as Step['answer']) : known;
    const before = await deps.organisation.tree(company);
    const decided = await decide(before);
    if (!decided.ok) return decided;
    const { put, remove, answer } = decided.value;
    const operation = operationOf(name, asked, answer);
    const done = await deps.organisation.change(company, { before, put, remove, posts: [], staff: [], operation });
    if (done === 'written') return ok(answer);
  }
  return refuse({ code: 'version_conflict' as const });
}

type Given = Request<'department.create', StaffActor>['input'];

/** Whether the department may be so, among the others; who heads it is staff. */
async function checked(
  deps: Deps,
  company: string,
  tree: Tree,
  given: Given,
  departmentId: string,
): Promise<Refusal | undefined> {
  const { name, parentId, headUserIds } = given;
  if (!mayStandBelow(tree.departments, departmentId, parentId)) {
    return { code: 'invalid_input', details: { fields: ['parentId'] } };
  }
  if (isNameTaken(tree.departments, { departmentId, parentId, name })) return { code: 'name_taken' };
  const heads = await Promise.all(headUserIds.map((userId) => deps.directory.staff(company, userId)));
  return heads.includes(undefined) ? { code: 'invalid_input', details: { fields: ['headUserIds'] } } : undefined;
}

export const createDepartment = (deps: Deps, request: Request<'department.create', StaffActor>) =>
  changed(deps, 'department.create', request, async (tree) => {
    const departmentId = deps.ids.make('dep');
    const wrong = await checked(deps, request.actor.company, tree, request.input, departmentId);
    if (wrong !== undefined) return refuse(wrong);
    const { operationId: _, ...given } = request.input;
    const put = [{ ...given, departmentId, wecomId: null, version: 1 }];
    return ok({ put, remove: [], answer: { departmentId, version: 1 } });
  });

export const saveDepartment = (deps: Deps, request: Request<'department.save', StaffActor>) =>
  changed(deps, 'department.save', request, async (tree) => {
    const { departmentId } = request.params;
    const before = tree.departments.find((one) => one.departmentId === departmentId);
    if (before === undefined) return refuse({ code: 'not_found' });
    if (before.version !== request.input.version) {
      return refuse({ code: 'version_conflict', details: { version: before.version } });
    }
    const wrong = await checked(deps, request.actor.company, tree, request.input, departmentId);
    if (wrong !== undefined) return refuse(wrong);
    const { name, parentId, headUserIds, order, version } = request.input;
    const put = [{ ...before, name, parentId, headUserIds, order, version: version + 1 }];
    return ok({ put, remove: [], answer: { departmentId, version: version + 1 } });
  });

/** Only an empty one: nothing may point to what is not there. */
export const removeDepartment = (deps: Deps, request: Request<'department.remove', StaffActor>) =>
  changed(deps, 'department.remove', request, async (tree) => {
    const { company } = request.actor;
    const { departmentId } = request.params;
    const before = tree.departments.find((one) => one.departmentId === departmentId);
    if (before === undefined) return refuse({ code: 'not_found' });
    const { version } = before;
    if (version !== request.input.version) return refuse({ code: 'version_conflict', details: { version } });
    if (await isInUse(deps, company, tree, departmentId)) return refuse({ code: 'department_in_use' });
    return ok({ put: [], remove: [departmentId], answer: { departmentId, version } });
  });

async function isInUse(
  { organisation, directory }: Pick<Deps, 'organisation' | 'directory'>,
  company: string,
  { departments }: Pick<Tree, 'departments'>,
  departmentId: string,
): Promise<boolean> {
  if (departments.some(({ parentId }) => parentId === departmentId)) return true;
  const [posts, requisitions] = await Promise.all([organisation.posts(company), directory.requisitions(company)]);
  return departmentsInUse(posts, requisitions).has(departmentId);
}
