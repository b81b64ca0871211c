import type { Request } from '#functions/http/request.ts';
import type { Positions } from '#functions/ports/positions.ts';
import type { StaffActor } from '#functions/ports.ts';
import type { Output } from '#shared/contract/operations.ts';
import { added, joinedIn, numbersOf } from '#shared/organisation/numbers.ts';
import { priorities } from '#shared/organisation/priority.ts';
import type { Department, Post } from '#shared/organisation/records.ts';
import { inTreeOrder, withBelow } from '#shared/organisation/tree.ts';
import { ok } from '#shared/result.ts';
import {
  departmentsSeen,
  hiredOf,
  type Names,
  namesOf,
  type Opening,
  type OpeningDeps,
  openingsOf,
  openingView,
  personOf,
} from './openings.ts';

type PostView = Output<'organisation.view'>['departments'][number]['posts'][number];

/** The departments with 编制, 在职 and 缺编 of their positions, and 「已完成1/2面试」 of their requisitions. */
export async function view(
  deps: OpeningDeps & { positions: Positions },
  { actor }: Request<'organisation.view', StaffActor>,
) {
  const { company } = actor;
  const [tree, posts, openings, names, positions] = await Promise.all([
    deps.organisation.tree(company),
    deps.organisation.posts(company),
    openingsOf(deps, company),
    namesOf(deps, company),
    deps.positions.all(company),
  ]);
  const titles = new Map(positions.map(({ positionId, title }) => [positionId, title]));
  const departments = departmentsSeen(tree.departments, actor);
  const postsOf = new Map(
    departments.map(({ departmentId }) => [departmentId, postViews({ departmentId, posts, openings, titles, names })]),
  );
  const numbersIn = (ids: Iterable<string>) => added([...ids].flatMap((id) => postsOf.get(id) ?? []));
  const placed = new Set(tree.departments.map(({ departmentId }) => departmentId));
  return ok({
    departments: inTreeOrder(departments).map(({ department, depth }) => ({
      ...departmentView(department, names),
      depth,
      own: numbersIn([department.departmentId]),
      total: numbersIn(withBelow(departments, [department.departmentId])),
      posts: postsOf.get(department.departmentId) ?? [],
    })),
    total: numbersIn(postsOf.keys()),
    unplaced: openings
      .filter(({ requisition }) => !placed.has(requisition.departmentId ?? ''))
      .map((one) => openingView(one, names)),
    lastImport: tree.lastImport && { ...tree.lastImport, by: names.get(tree.lastImport.by) ?? tree.lastImport.by },
  });
}

const departmentView = (
  { departmentId, name, parentId, order, version, wecomId, headUserIds }: Department,
  names: Names,
) => ({
  departmentId,
  name,
  parentId,
  order,
  version,
  wecom: wecomId !== null,
  heads: headUserIds.map((userId) => personOf(names, userId)),
});

type Given = {
  departmentId: string;
  posts: Post[];
  openings: Opening[];
  titles: ReadonlyMap<string, string>;
  names: Names;
};

/** Those with a headcount, and those that somebody is looked for without one. */
function postViews({ departmentId, posts, openings, titles, names }: Given): PostView[] {
  const mine = openings.filter(({ requisition }) => requisition.departmentId === departmentId);
  const byPosition = Map.groupBy(mine, ({ requisition }) => requisition.positionId);
  const own = new Map(posts.filter((one) => one.departmentId === departmentId).map((one) => [one.positionId, one]));
  const ids = [...new Set([...own.keys(), ...byPosition.keys()])];
  const views = ids.map((positionId): PostView => {
    const post = own.get(positionId);
    const all = (byPosition.get(positionId) ?? []).sort(inOrder);
    const hired = all.map(hiredOf);
    return {
      positionId,
      position: titles.get(positionId) ?? all[0]?.requisition.position ?? positionId,
      version: post?.version ?? 0,
      ...numbersOf(post, hired),
      joined: joinedIn(hired),
      requisitions: all.map((one) => openingView(one, names)),
    };
  });
  return views.sort((a, b) => b.vacancies - a.vacancies || a.position.localeCompare(b.position, 'zh'));
}

/** Open ones first, by priority, then the oldest. */
const inOrder = (a: Opening, b: Opening): number =>
  Number(a.progress.closedAt !== null) - Number(b.progress.closedAt !== null) ||
  rank(a) - rank(b) ||
  a.requisition.openedAt.localeCompare(b.requisition.openedAt);

const rank = ({ requisition }: Opening): number => priorities.indexOf(requisition.priority ?? 'normal');
