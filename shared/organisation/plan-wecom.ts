import { type DepartmentRow, type ImportPlan, type NewId, type PersonRow, pathText } from './import-plan.ts';
import type { Department, Staff } from './records.ts';

/** As WeCom tells it; a parent that the app may not see is not among them. `order`: the greater one stands first. */
export type Outside = {
  departments: { id: number; name: string; parentid: number; order: number; leaders: string[] }[];
  members: { userid: string; name: string; departments: number[]; leads: number[] }[];
};
/** What there is here. `inUse`: departments that something else refers to. `owns`: open requisitions by owner. */
export type Here = {
  departments: Department[];
  staff: Staff[];
  inUse: ReadonlySet<string>;
  owns: ReadonlyMap<string, number>;
};

/** The company itself is among them: only then is what is missing gone, and not merely out of the app's sight. */
const isWhole = ({ departments }: Outside): boolean => departments.some(({ parentid }) => parentid === 0);

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * What taking WeCom's departments over would change. One that came from there before is known by its id; one that was
 * entered by hand is taken for the same where it has the same name at the same place. Whoever leads one becomes staff as
 * its head; nobody else is taken over. What is gone there goes here too, unless something still refers to it.
 */
export function planWecom(here: Here, outside: Outside, now: string, newId: NewId): ImportPlan {
  const people = planPeople(here, outside, now, newId);
  const found = planDepartments(here, outside, people, newId);
  return {
    ...found,
    posts: [],
    staff: people.staff.flatMap(({ person, isNew, change }) => {
      const after = placedIn(person, outside, found.idOf);
      const was = here.staff.find(({ userId }) => userId === person.userId);
      const moved = after.departmentIds?.join() !== was?.departmentIds?.join();
      return change === null && !moved ? [] : [{ person: after, isNew }];
    }),
    rows: { departments: found.rows, posts: [], people: peopleRows(here, outside, people) },
    unchanged: found.unchanged,
  };
}

type People = {
  staff: { person: Staff; isNew: boolean; change: PersonRow['change'] | null }[];
  userIdOf: (userid: string) => string | undefined;
};

const leadersOf = ({ departments, members }: Outside): Map<string, number[]> => {
  const leads = new Map<string, Set<number>>();
  const note = (userid: string, id: number) =>
    leads.set(userid.toLowerCase(), (leads.get(userid.toLowerCase()) ?? new Set()).add(id));
  for (const { id, leaders } of departments) for (const userid of leaders) note(userid, id);
  for (const { userid, leads: ids } of members) for (const id of ids) note(userid, id);
  return new Map([...leads].map(([userid, ids]) => [userid, [...ids]]));
};

function planPeople({ staff }: Here, outside: Outside, now: string, newId: NewId): People {
  const leads = leadersOf(outside);
  const planned: People['staff'] = [];
  for (const person of staff) {
    const member = outside.members.find(({ userid }) => same(userid, person.wecomUserId));
    const { goneAt, ...there } = person;
    if (member === undefined) {
      const leaves = goneAt === undefined && isWhole(outside);
      planned.push({
        person: leaves ? { ...person, goneAt: now } : person,
        isNew: false,
        change: leaves ? 'gone' : null,
      });
    } else {
      const change = goneAt !== undefined || member.name !== person.name ? ('changed' as const) : null;
      planned.push({ person: { ...there, name: member.name }, isNew: false, change });
    }
  }
  for (const { userid, name } of outside.members) {
    if (!leads.has(userid.toLowerCase()) || staff.some((one) => same(one.wecomUserId, userid))) continue;
    const person: Staff = { userId: newId('usr'), name, role: 'department_head', wecomUserId: userid };
    planned.push({ person, isNew: true, change: 'added' });
  }
  return {
    staff: planned,
    userIdOf: (userid) => planned.find(({ person }) => same(person.wecomUserId, userid))?.person.userId,
  };
}

function planDepartments({ departments: before, inUse }: Here, outside: Outside, people: People, newId: NewId) {
  const leads = leadersOf(outside);
  const byWecom = new Map(before.flatMap((one) => (one.wecomId === null ? [] : [[one.wecomId, one] as const])));
  const idOf = new Map([...byWecom].map(([id, { departmentId }]) => [id, departmentId]));
  const after: Department[] = [];
  const taken = new Set<string>();
  for (const one of parentsFirst(outside.departments)) {
    const parentId = idOf.get(one.parentid) ?? null;
    const byHand = before.find(
      (own) =>
        own.wecomId === null && !taken.has(own.departmentId) && own.parentId === parentId && own.name === one.name,
    );
    const known = byWecom.get(one.id) ?? byHand;
    const departmentId = known?.departmentId ?? newId('dep');
    idOf.set(one.id, departmentId);
    taken.add(departmentId);
    const heads = [...leads]
      .filter(([, ids]) => ids.includes(one.id))
      .flatMap(([userid]) => people.userIdOf(userid) ?? []);
    after.push({
      departmentId,
      name: one.name,
      parentId,
      // Few companies name leaders in WeCom: where there are none, those entered here stay.
      headUserIds: heads.length > 0 ? heads.sort() : (known?.headUserIds ?? []),
      order: placeAmong(outside.departments, one),
      wecomId: one.id,
      version: known?.version ?? 0,
    });
  }
  const gone = isWhole(outside) ? before.filter((one) => one.wecomId !== null && !taken.has(one.departmentId)) : [];
  const stays = new Set(keptOf(gone, [...after, ...before.filter((one) => !gone.includes(one))], inUse));
  const detached = gone.filter((one) => stays.has(one.departmentId)).map((one) => ({ ...one, wecomId: null }));
  const remove = gone.filter((one) => !stays.has(one.departmentId)).map(({ departmentId }) => departmentId);
  const all = [...after, ...detached, ...before.filter((one) => !taken.has(one.departmentId) && !gone.includes(one))];
  const changed = [...after, ...detached].filter((one) => !isSame(one, before));
  const put = changed.map((one) => ({ ...one, version: one.version + 1 }));
  const rows = [...put.flatMap((one) => rowOf(one, before, all)), ...gone.map((one) => goneRow(one, before, stays))];
  return { put, remove, rows, idOf, unchanged: after.length - changed.length };
}

/** Whatever something refers to stays, and whatever it stands below. */
function keptOf(gone: Department[], others: Department[], inUse: ReadonlySet<string>): string[] {
  const ids = new Set(gone.map(({ departmentId }) => departmentId));
  const kept = new Set(gone.filter(({ departmentId }) => inUse.has(departmentId)).map((one) => one.departmentId));
  const needed = (from: Department) => {
    for (let at: Department | undefined = from; at?.parentId != null; ) {
      const parent: string = at.parentId;
      if (!ids.has(parent) || kept.has(parent)) break;
      kept.add(parent);
      at = gone.find((one) => one.departmentId === parent);
    }
  };
  for (const one of [...others, ...gone.filter(({ departmentId }) => kept.has(departmentId))]) needed(one);
  return [...kept];
}

const isSame = (one: Department, before: Department[]): boolean => {
  const was = before.find(({ departmentId }) => departmentId === one.departmentId);
  return was !== undefined && isTold(one, was) === false && was.order === one.order && was.wecomId === one.wecomId;
};
/** What somebody would want to know of; an order alone is not. */
const isTold = (one: Department, was: Department): boolean =>
  was.name !== one.name ||
  was.parentId !== one.parentId ||
  [...was.headUserIds].sort().join() !== [...one.headUserIds].sort().join();

function rowOf(one: Department, before: Department[], after: Department[]): DepartmentRow[] {
  const was = before.find(({ departmentId }) => departmentId === one.departmentId);
  const path = pathText(after, one.departmentId);
  if (was === undefined) return [{ change: 'added', name: one.name, path, was: null, kept: false }];
  if (!isTold(one, was)) return [];
  return [{ change: 'changed', name: one.name, path, was: pathText(before, was.departmentId), kept: false }];
}

const goneRow = (
  { departmentId, name }: Department,
  before: Department[],
  stays: ReadonlySet<string>,
): DepartmentRow => ({
  change: 'gone',
  name,
  path: pathText(before, departmentId),
  was: null,
  kept: stays.has(departmentId),
});

function peopleRows({ owns }: Here, outside: Outside, { staff }: People): PersonRow[] {
  const leads = leadersOf(outside);
  const names = new Map(outside.departments.map(({ id, name }) => [id, name]));
  return staff.flatMap(({ person, change }) =>
    change === null
      ? []
      : [
          {
            change,
            name: person.name,
            wecomUserId: person.wecomUserId,
            heads: (leads.get(person.wecomUserId.toLowerCase()) ?? []).flatMap((id) => names.get(id) ?? []),
            owns: change === 'gone' ? (owns.get(person.userId) ?? 0) : 0,
          },
        ],
  );
}

function placedIn(person: Staff, { members }: Outside, idOf: ReadonlyMap<number, string>): Staff {
  const member = members.find(({ userid }) => same(userid, person.wecomUserId));
  if (member === undefined) return person;
  return { ...person, departmentIds: member.departments.flatMap((id) => idOf.get(id) ?? []).sort() };
}

/** The greater order stands first in WeCom; ours count from 0. */
const placeAmong = (all: Outside['departments'], one: Outside['departments'][number]): number =>
  all.filter(
    (other) =>
      other.parentid === one.parentid && (other.order > one.order || (other.order === one.order && other.id < one.id)),
  ).length;

function parentsFirst(all: Outside['departments']): Outside['departments'] {
  const ids = new Set(all.map(({ id }) => id));
  const children = Map.groupBy(all, ({ id, parentid }) => (ids.has(parentid) && parentid !== id ? parentid : 0));
  const found: Outside['departments'] = [];
  const add = (parent: number): void => {
    for (const one of children.get(parent) ?? []) {
      found.push(one);
      if (one.id !== 0) add(one.id);
    }
  };
  add(0);
  return found;
}
