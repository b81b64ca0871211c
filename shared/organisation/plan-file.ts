import { type DepartmentRow, type ImportPlan, type NewId, type PostRow, pathText } from './import-plan.ts';
import { othersFrom } from './numbers.ts';
import type { OrganisationRow } from './post-row.ts';
import type { Department, Post } from './records.ts';
import { onlyNamed } from './tree.ts';

/** `joined`: 已入职 through interviews, by department and position. */
type HereForFile = {
  departments: Department[];
  posts: Post[];
  joinedIn: (departmentId: string, positionId: string) => number;
};

/**
 * What taking a table over would change. A path that is not there is made; where it names no top of ours it stands below
 * the only one. Nothing goes: what a table does not name stays.
 */
export function planFile(here: HereForFile, rows: readonly OrganisationRow[], newId: NewId): ImportPlan {
  const after = here.departments.map((one) => ({ ...one }));
  const posts: Post[] = [];
  const postRows: PostRow[] = [];
  let unchanged = 0;
  for (const { path, post, headUserId } of rows) {
    const department = madeAt(after, path, newId);
    if (headUserId !== null && !department.headUserIds.includes(headUserId)) {
      department.headUserIds = [...department.headUserIds, headUserId];
    }
    if (post === null) continue;
    const { departmentId } = department;
    const { positionId, position, headcount, inPost } = post;
    const was = here.posts.find((one) => one.departmentId === departmentId && one.positionId === positionId);
    const joined = here.joinedIn(departmentId, positionId);
    const others = inPost === null ? (was?.others ?? 0) : othersFrom(inPost, joined);
    if (was !== undefined && was.headcount === headcount && was.others === others) {
      unchanged += 1;
      continue;
    }
    posts.push({ departmentId, positionId, headcount, others, version: (was?.version ?? 0) + 1 });
    postRows.push({
      change: was === undefined ? 'added' : 'changed',
      department: pathText(after, departmentId),
      position,
      headcount: { from: was?.headcount ?? null, to: headcount },
      inPost: { from: was === undefined ? null : Math.max(0, was.others + joined), to: Math.max(0, others + joined) },
    });
  }
  const changed = after.filter((one) => !isSame(one, here.departments));
  return {
    put: changed.map((one) => ({ ...one, version: one.version + 1 })),
    remove: [],
    posts,
    staff: [],
    rows: { departments: changed.map((one) => rowOf(one, here.departments, after)), posts: postRows, people: [] },
    unchanged,
  };
}

/** The department that a path names, made with all above it where it is not there. */
function madeAt(all: Department[], path: readonly string[], newId: NewId): Department {
  const tops = all.filter(({ parentId }) => parentId === null);
  const [first = ''] = path;
  const alone = path.length === 1 ? onlyNamed(all, first) : undefined;
  if (alone !== undefined) return alone;
  const [top] = tops;
  const below = top !== undefined && tops.length === 1 && top.name !== first ? top : undefined;
  let at: Department | undefined = below;
  for (const name of path) {
    const parentId: string | null = at?.departmentId ?? null;
    const known = all.find((one) => one.parentId === parentId && one.name === name);
    if (known !== undefined) {
      at = known;
      continue;
    }
    const order = Math.max(-1, ...all.filter((one) => one.parentId === parentId).map((one) => one.order)) + 1;
    at = { departmentId: newId('dep'), name, parentId, headUserIds: [], order, wecomId: null, version: 0 };
    all.push(at);
  }
  if (at === undefined) throw new Error('a path names a department');
  return at;
}

const isSame = (one: Department, before: readonly Department[]): boolean => {
  const was = before.find(({ departmentId }) => departmentId === one.departmentId);
  return was !== undefined && was.headUserIds.join() === one.headUserIds.join();
};

function rowOf(one: Department, before: readonly Department[], after: Department[]): DepartmentRow {
  const path = pathText(after, one.departmentId);
  const isNew = !before.some(({ departmentId }) => departmentId === one.departmentId);
  return { change: isNew ? 'added' : 'changed', name: one.name, path, was: isNew ? null : path, kept: false };
}
