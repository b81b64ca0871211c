import type { Output } from '#shared/contract/operations.ts';
import type { Priority } from '#shared/organisation/priority.ts';

export type View = Output<'organisation.view'>;
export type Department = View['departments'][number];
export type Post = Department['posts'][number];
export type Opening = View['unplaced'][number];

/** A line of the tree that is shown: nothing above it is folded. */
export type TreeRow = { department: Department; below: boolean; folded: boolean };

/** `departments`: parents first, as the server gives them. */
export function shownRows(departments: readonly Department[], folded: ReadonlySet<string>): TreeRow[] {
  const parents = new Set(departments.map(({ parentId }) => parentId));
  const hidden = new Set<string>();
  return departments.flatMap((department) => {
    const { departmentId, parentId } = department;
    if (parentId !== null && (hidden.has(parentId) || folded.has(parentId))) {
      hidden.add(departmentId);
      return [];
    }
    return [{ department, below: parents.has(departmentId), folded: folded.has(departmentId) }];
  });
}

/** From the top down to it. */
export function pathTo(departments: readonly Department[], departmentId: string): Department[] {
  const found = departments.find((one) => one.departmentId === departmentId);
  if (found === undefined) return [];
  return found.parentId === null ? [found] : [...pathTo(departments, found.parentId), found];
}

/** It and everything below it. */
export function within(departments: readonly Department[], departmentId: string): Department[] {
  const inside = new Set([departmentId]);
  return departments.filter((one) => {
    if (one.parentId !== null && inside.has(one.parentId)) inside.add(one.departmentId);
    return inside.has(one.departmentId);
  });
}

export const openingsOf = ({ posts }: Pick<Department, 'posts'>): Opening[] =>
  posts.flatMap(({ requisitions }) => requisitions);

type Progress = { passed: number; vacancies: number; closed: boolean };

/** 「销售部已完成1/2面试」: of the open ones; where none is open, of the one that closed last. Undefined: there never was one. */
export function progressOf(openings: readonly Opening[]): Progress | undefined {
  const open = openings.filter(({ closedAt }) => closedAt === null);
  const [last] = [...openings].sort((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? ''));
  const counted = open.length > 0 ? open : last === undefined ? [] : [last];
  if (counted.length === 0) return undefined;
  const sum = (of: 'passed' | 'vacancies') => counted.reduce((all, one) => all + one[of], 0);
  return { passed: sum('passed'), vacancies: sum('vacancies'), closed: open.length === 0 };
}

const rank: Record<Priority, number> = { high: 0, normal: 1, low: 2 };

/** Open ones first, then by priority, then the oldest. */
export const ordered = (openings: readonly Opening[]): Opening[] =>
  [...openings].sort(
    (a, b) =>
      Number(a.closedAt !== null) - Number(b.closedAt !== null) ||
      rank[a.priority] - rank[b.priority] ||
      a.openedAt.localeCompare(b.openedAt),
  );

/** The line that a key leads to from one; the first where none is chosen. */
export function stepped(rows: readonly TreeRow[], departmentId: string | undefined, step: 1 | -1): string | undefined {
  const at = rows.findIndex(({ department }) => department.departmentId === departmentId);
  return rows[at < 0 ? 0 : at + step]?.department.departmentId;
}

/** People that another opening of this post may look for. */
export const roomOf = ({ vacancies, onTheWay, sought }: Pick<Post, 'vacancies' | 'onTheWay' | 'sought'>): number =>
  Math.max(0, vacancies - onTheWay - sought);

/** Departments that it may stand below: none of its own. */
export const parentsFor = (departments: readonly Department[], departmentId: string | undefined): Department[] => {
  const own = new Set(
    departmentId === undefined ? [] : within(departments, departmentId).map((one) => one.departmentId),
  );
  return departments.filter((one) => !own.has(one.departmentId));
};

/** Where a new one stands among its sisters: last. */
export const nextOrder = (departments: readonly Department[], parentId: string | null): number =>
  departments.reduce((most, one) => (one.parentId === parentId ? Math.max(most, one.order + 1) : most), 0);
