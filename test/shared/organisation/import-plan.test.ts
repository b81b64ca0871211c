import { describe, expect, it } from 'vitest';
import { planFile } from '#shared/organisation/plan-file.ts';
import { type Here, type Outside, planWecom } from '#shared/organisation/plan-wecom.ts';
import { organisationRowsOf } from '#shared/organisation/post-row.ts';
import type { Department, Staff } from '#shared/organisation/records.ts';

const now = '2026-03-02T00:00:00.000Z';
const newIds = () => {
  let n = 0;
  return (prefix: 'dep' | 'usr') => {
    n += 1;
    return `${prefix}_new${String(n).padStart(3, '0')}`;
  };
};
const department = (
  departmentId: string,
  name: string,
  parentId: string | null,
  wecomId: number | null,
): Department => ({
  departmentId,
  name,
  parentId,
  wecomId,
  headUserIds: [],
  order: 0,
  version: 1,
});
const wang: Staff = { userId: 'usr_wang', name: '王敏', role: 'recruiter', wecomUserId: 'WangMin' };
const here: Here = {
  departments: [department('dep_top', '华东制造', null, 1), department('dep_sales', '销售部', 'dep_top', 2)],
  staff: [wang],
  inUse: new Set(),
  owns: new Map([['usr_wang', 2]]),
};
const unit = (id: number, name: string, parentid: number, leaders: string[] = []) => ({
  id,
  name,
  parentid,
  order: 0,
  leaders,
});
const member = (userid: string, name: string, departments: number[], leads: number[] = []) => ({
  userid,
  name,
  departments,
  leads,
});
const outside: Outside = {
  departments: [unit(1, '华东制造', 0), unit(2, '销售部', 1)],
  members: [member('wangmin', '王敏', [1])],
};
const plan = (more: Partial<Outside>, at: Partial<Here> = {}) =>
  planWecom({ ...here, ...at }, { ...outside, ...more }, now, newIds());

/** What is there after it was taken over. */
const takenOver = (planned: ReturnType<typeof plan>, departments = here.departments) => [
  ...departments.filter(
    ({ departmentId }) =>
      !planned.remove.includes(departmentId) && !planned.put.some((one) => one.departmentId === departmentId),
  ),
  ...planned.put,
];

describe('WeCom’s departments', () => {
  it('nothing changed: nothing is done', () => {
    const same = plan({});
    expect(same.rows).toEqual({ departments: [], posts: [], people: [] });
    expect([same.put, same.remove]).toEqual([[], []]);
    expect(same.unchanged).toBe(2);
  });

  it('what is new is added below where it stands, with whoever leads it as its head', () => {
    const planned = plan({
      // Below its parent, whatever comes first.
      departments: [unit(9, '一组', 5), ...outside.departments, unit(5, '市场部', 1, ['chenjing'])],
      members: [
        ...outside.members,
        member('ChenJing', '陈静', [5]),
        member('wuhao', '吴昊', [9], [9]),
        member('other', '李雪', [9]),
      ],
    });
    expect(planned.rows.departments.map(({ change, path }) => [change, path])).toEqual([
      ['added', '华东制造 / 市场部'],
      ['added', '华东制造 / 市场部 / 一组'],
    ]);
    expect(planned.rows.people.map(({ change, name, heads }) => [change, name, heads])).toEqual([
      ['added', '陈静', ['市场部']],
      ['added', '吴昊', ['一组']],
    ]);
    expect(planned.staff.filter(({ isNew }) => isNew).map(({ person }) => person.role)).toEqual([
      'department_head',
      'department_head',
    ]);
    const market = planned.put.find(({ name }) => name === '市场部');
    expect(market?.headUserIds).toEqual([planned.staff.find(({ person }) => person.name === '陈静')?.person.userId]);
  });

  it('a new name, another place and a new head are told with where it stood', () => {
    const planned = plan({ departments: [unit(1, '华东制造', 0), unit(2, '营销中心', 0, ['wangmin'])] });
    expect(planned.rows.departments).toEqual([
      { change: 'changed', name: '营销中心', path: '营销中心', was: '华东制造 / 销售部', kept: false },
    ]);
    expect(planned.put).toMatchObject([{ departmentId: 'dep_sales', headUserIds: ['usr_wang'], version: 2 }]);
    // A recruiter who leads a department stays one.
    expect(planned.staff.map(({ person }) => person.role)).toEqual(['recruiter']);
  });

  it('one entered by hand is the same where it has the same name at the same place', () => {
    const byHand = department('dep_hand', '市场部', 'dep_top', null);
    const departments = [...here.departments, { ...byHand, headUserIds: ['usr_wang'] }];
    const planned = plan({ departments: [...outside.departments, unit(5, '市场部', 1)] }, { departments });
    expect(planned.put).toMatchObject([{ departmentId: 'dep_hand', wecomId: 5, headUserIds: ['usr_wang'] }]);
    expect(planned.rows.departments).toEqual([]);
  });

  it('what is gone goes, but nothing that is referred to, nor what that stands below', () => {
    const departments = [...here.departments, department('dep_team', '一组', 'dep_sales', 3)];
    const gone = { departments: [unit(1, '华东制造', 0)] };
    const unused = plan(gone, { departments });
    expect(unused.remove.sort()).toEqual(['dep_sales', 'dep_team']);
    const used = plan(gone, { departments, inUse: new Set(['dep_team']) });
    expect(used.remove).toEqual([]);
    expect(used.rows.departments.map(({ change, kept }) => [change, kept])).toEqual([
      ['gone', true],
      ['gone', true],
    ]);
    expect(
      takenOver(used, departments)
        .map(({ wecomId }) => wecomId)
        .sort(),
    ).toEqual([1, null, null]);
  });

  it('who is gone is named with what they own, and comes back', () => {
    const planned = plan({ members: [] });
    expect(planned.rows.people).toMatchObject([{ change: 'gone', name: '王敏', owns: 2 }]);
    expect(planned.staff[0]?.person.goneAt).toBe(now);
    const again = plan({}, { staff: [{ ...wang, goneAt: now }] });
    expect(again.rows.people).toMatchObject([{ change: 'changed', name: '王敏' }]);
    expect(again.staff[0]?.person).not.toHaveProperty('goneAt');
  });

  it('taken over, it is what WeCom says: again there is nothing to do', () => {
    const more: Partial<Outside> = {
      departments: [unit(1, '华东集团', 0), unit(7, '市场部', 1, ['chenjing']), unit(8, '二组', 7)],
      members: [member('chenjing', '陈静', [7])],
    };
    const first = plan(more);
    const departments = takenOver(first);
    const staff = first.staff.map(({ person }) => person);
    const second = plan(more, { departments, staff });
    expect(second.rows).toEqual({ departments: [], posts: [], people: [] });
    expect([second.put, second.staff]).toEqual([[], []]);
  });
});

const known = {
  positions: [
    { positionId: 'pos_sales', title: '销售代表' },
    { positionId: 'pos_twice1', title: '会计' },
    { positionId: 'pos_twice2', title: '会计' },
  ],
  staff: [wang],
};
const columns = ['department', 'post', 'headcount', 'inPost', 'head'] as const;

describe('a table of posts', () => {
  it('names what is wrong in each row and takes the others', () => {
    const { rows, problems } = organisationRowsOf(
      [
        ['销售部', '销售代表', '10', '8', '王敏'],
        ['', '销售代表', '1', '', ''],
        ['技术部', '没有的岗位', '1', '', ''],
        ['财务部', '会计', '1', '', ''],
        ['销售部 ', '销售代表', '3', '', ''],
        ['华东 / 售后部', '销售代表', '二', '-1', '张三'],
        ['行政部', '', '', '', ''],
        ['物流部', '销售代表', '', '', ''],
        ['x'.repeat(41), '', '', '', ''],
        ['', '', '', '', ''],
        ['采购部', '销售代表', '5人', '3.0', ''],
      ],
      columns,
      known,
    );
    expect(problems.map(({ row, field, problem }) => [row, field, problem])).toEqual([
      [3, 'department', 'department_missing'],
      [4, 'post', 'position_unknown'],
      [5, 'post', 'position_unknown'],
      [6, 'post', 'repeated'],
      [7, 'headcount', 'number_invalid'],
      [7, 'inPost', 'number_invalid'],
      [7, 'head', 'head_unknown'],
      [9, 'headcount', 'number_missing'],
      [10, 'department', 'name_too_long'],
    ]);
    expect(rows).toEqual([
      {
        row: 2,
        path: ['销售部'],
        post: { positionId: 'pos_sales', position: '销售代表', headcount: 10, inPost: 8 },
        headUserId: 'usr_wang',
      },
      { row: 8, path: ['行政部'], post: null, headUserId: null },
      {
        row: 12,
        path: ['采购部'],
        post: { positionId: 'pos_sales', position: '销售代表', headcount: 5, inPost: 3 },
        headUserId: null,
      },
    ]);
  });

  it('makes what is not there, below the only top, and keeps who joined through interviews', () => {
    const rows = organisationRowsOf(
      [
        ['销售部', '销售代表', '12', '9', ''],
        ['销售部/三组', '', '', '', '王敏'],
        ['华东制造/物流部', '销售代表', '3', '', ''],
      ],
      columns,
      known,
    ).rows;
    const posts = [{ departmentId: 'dep_sales', positionId: 'pos_sales', headcount: 10, others: 8, version: 4 }];
    const at = { departments: here.departments, posts, joinedIn: (id: string) => (id === 'dep_sales' ? 1 : 0) };
    const planned = planFile(at, rows, newIds());
    expect(planned.rows.departments.map(({ change, path }) => [change, path])).toEqual([
      ['added', '华东制造 / 销售部 / 三组'],
      ['added', '华东制造 / 物流部'],
    ]);
    expect(planned.posts).toMatchObject([
      { departmentId: 'dep_sales', headcount: 12, others: 8, version: 5 },
      { headcount: 3, others: 0, version: 1 },
    ]);
    expect(planned.rows.posts[0]).toMatchObject({ headcount: { from: 10, to: 12 }, inPost: { from: 9, to: 9 } });
    expect(planned.put[0]?.headUserIds).toEqual(['usr_wang']);
    const again = planFile(
      { ...at, departments: [...here.departments, ...planned.put], posts: planned.posts },
      rows,
      newIds(),
    );
    expect([again.put, again.posts]).toEqual([[], []]);
  });
});
