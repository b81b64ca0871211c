import type { Department } from './records.ts';

type Node = Pick<Department, 'departmentId' | 'parentId' | 'name' | 'order'>;

/** Parents before what is below them, siblings by their order and name. One whose parent is not there stands at the top. */
export function inTreeOrder<D extends Node>(departments: readonly D[]): { department: D; depth: number }[] {
  const ids = new Set(departments.map(({ departmentId }) => departmentId));
  const children = Map.groupBy(departments, ({ parentId }) =>
    parentId !== null && ids.has(parentId) ? parentId : null,
  );
  const found: { department: D; depth: number }[] = [];
  const add = (parentId: string | null, depth: number): void => {
    const here = [...(children.get(parentId) ?? [])];
    here.sort((a, b) => a.order - b.order || a.name.localeCompare(b.name, 'zh'));
    for (const department of here) {
      found.push({ department, depth });
      add(department.departmentId, depth + 1);
    }
  };
  add(null, 0);
  return found;
}

/** These departments and everything below them. */
export function withBelow(departments: readonly Node[], departmentIds: Iterable<string>): Set<string> {
  const children = Map.groupBy(departments, ({ parentId }) => parentId);
  const found = new Set<string>();
  const waiting = [...departmentIds];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const { departmentId } of children.get(next) ?? []) waiting.push(departmentId);
  }
  return found;
}

/** Whose people somebody sees as a head: those of the departments they head, and of all below. */
export const headedBy = (departments: readonly Department[], userId: string): Set<string> =>
  withBelow(
    departments,
    departments.filter(({ headUserIds }) => headUserIds.includes(userId)).map(({ departmentId }) => departmentId),
  );

/** Names from the top down to it. */
export function pathOf(departments: readonly Node[], departmentId: string): string[] {
  const byId = new Map(departments.map((one) => [one.departmentId, one]));
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at = byId.get(departmentId); at !== undefined && !seen.has(at.departmentId); ) {
    seen.add(at.departmentId);
    names.unshift(at.name);
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return names;
}

/** Whether it may stand below `parentId`: that one is there, and is neither itself nor below it. */
export const mayStandBelow = (departments: readonly Node[], departmentId: string, parentId: string | null): boolean =>
  parentId === null ||
  (departments.some((one) => one.departmentId === parentId) && !withBelow(departments, [departmentId]).has(parentId));

/** Whether a sibling has that name already. */
export const isNameTaken = (
  departments: readonly Node[],
  { departmentId, parentId, name }: Pick<Node, 'departmentId' | 'parentId' | 'name'>,
): boolean =>
  departments.some((one) => one.departmentId !== departmentId && one.parentId === parentId && one.name === name);

/** The only department of that name; undefined where there is none or several. */
export function onlyNamed<D extends Pick<Node, 'name'>>(departments: readonly D[], name: string): D | undefined {
  const found = departments.filter((one) => one.name === name);
  return found.length === 1 ? found[0] : undefined;
}
