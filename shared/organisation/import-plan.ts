import type { Department, Post, Staff } from './records.ts';
import { pathOf } from './tree.ts';

export type DepartmentRow = {
  change: 'added' | 'changed' | 'gone';
  name: string;
  path: string;
  was: string | null;
  kept: boolean;
};
export type PostRow = {
  change: 'added' | 'changed';
  department: string;
  position: string;
  headcount: { from: number | null; to: number };
  inPost: { from: number | null; to: number };
};
export type PersonRow = {
  change: 'added' | 'changed' | 'gone';
  name: string;
  wecomUserId: string;
  heads: string[];
  owns: number;
};

/** What taking something over would write, and the same in words. */
export type ImportPlan = {
  put: Department[];
  remove: string[];
  posts: Post[];
  staff: { person: Staff; isNew: boolean }[];
  rows: { departments: DepartmentRow[]; posts: PostRow[]; people: PersonRow[] };
  unchanged: number;
};

/** Ids of what is new. A preview's are thrown away. */
export type NewId = (prefix: 'dep' | 'usr') => string;

export const pathText = (departments: readonly Department[], departmentId: string): string =>
  pathOf(departments, departmentId).join(' / ');

/** How many of each kind, as what was done is answered. */
export function countsOf({ rows }: Pick<ImportPlan, 'rows'>) {
  const count = (all: readonly { change: string }[], change: string) =>
    all.filter((one) => one.change === change).length;
  const { departments, posts, people } = rows;
  const three = (all: readonly { change: string }[]) => ({
    added: count(all, 'added'),
    changed: count(all, 'changed'),
    gone: count(all, 'gone'),
  });
  return {
    departments: three(departments),
    posts: { added: count(posts, 'added'), changed: count(posts, 'changed') },
    people: three(people),
  };
}
