import { describe, expect, it } from 'vitest';
import { changesIn, sumOf } from '../../../miniapp/src/hr/organisation/import/changes.ts';
import {
  type Department,
  nextOrder,
  type Opening,
  openingsOf,
  ordered,
  parentsFor,
  pathTo,
  progressOf,
  roomOf,
  shownRows,
  stepped,
  within,
} from '../../../miniapp/src/hr/organisation/tree.ts';

const none = { headcount: 0, inPost: 0, vacancies: 0, onTheWay: 0, sought: 0 };
const department = (departmentId: string, parentId: string | null, order = 0): Department => ({
  departmentId,
  name: departmentId,
  parentId,
  depth: 0,
  order,
  version: 1,
  heads: [],
  wecom: false,
  own: none,
  total: none,
  posts: [],
});
const opening = (change: Partial<Opening> = {}): Opening => ({
  requisitionId: 'req_1',
  positionId: 'pos_1',
  position: '销售代表',
  departmentId: 'sales',
  department: '销售部',
  priority: 'normal',
  vacancies: 2,
  passed: 1,
  filled: 0,
  joined: 0,
  openedAt: '2026-01-01T00:00:00.000Z',
  closedAt: null,
  owner: { userId: 'usr_1', name: '王敏' },
  deputy: null,
  ...change,
});

const tree = [
  department('east', null),
  department('sales', 'east', 0),
  department('north', 'sales'),
  department('works', 'east', 4),
];
const names = (all: readonly { departmentId: string }[]) => all.map(({ departmentId }) => departmentId);

describe('the tree', () => {
  it('hides everything below what is folded, not its sisters', () => {
    const rows = (...folded: string[]) =>
      shownRows(tree, new Set(folded)).map(({ department: { departmentId } }) => departmentId);
    expect(rows()).toEqual(['east', 'sales', 'north', 'works']);
    expect(rows('sales')).toEqual(['east', 'sales', 'works']);
    expect(rows('east')).toEqual(['east']);
    expect(rows('east', 'sales')).toEqual(['east']);
  });

  it('knows which lines can be unfolded', () => {
    expect(shownRows(tree, new Set(['sales'])).map(({ below, folded }) => [below, folded])).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ]);
  });

  it('is walked with the arrows and stops at its ends', () => {
    const rows = shownRows(tree, new Set(['sales']));
    expect(stepped(rows, undefined, 1)).toBe('east');
    expect(stepped(rows, 'sales', 1)).toBe('works');
    expect(stepped(rows, 'works', 1)).toBeUndefined();
    expect(stepped(rows, 'east', -1)).toBeUndefined();
  });

  it('says where a department stands and what belongs to it', () => {
    expect(names(pathTo(tree, 'north'))).toEqual(['east', 'sales', 'north']);
    expect(names(within(tree, 'sales'))).toEqual(['sales', 'north']);
    expect(names(parentsFor(tree, 'sales'))).toEqual(['east', 'works']);
    expect(names(parentsFor(tree, undefined))).toEqual(['east', 'sales', 'north', 'works']);
    expect(nextOrder(tree, 'east')).toBe(5);
    expect(nextOrder(tree, 'works')).toBe(0);
  });
});

describe('「销售部已完成1/2面试」', () => {
  const closed = '2026-01-03T00:00:00.000Z';
  it('adds up what is open', () => {
    const all = [
      opening(),
      opening({ vacancies: 1, passed: 0 }),
      opening({ closedAt: closed, vacancies: 9, passed: 9 }),
    ];
    expect(progressOf(all)).toEqual({ passed: 1, vacancies: 3, closed: false });
  });
  it('is that of the one closed last where none is open', () => {
    const earlier = opening({ closedAt: '2026-01-02T00:00:00.000Z', vacancies: 5, passed: 3 });
    expect(progressOf([earlier, opening({ closedAt: closed, passed: 2 })])).toEqual({
      passed: 2,
      vacancies: 2,
      closed: true,
    });
  });
  it('is none where there never was an opening', () => expect(progressOf([])).toBeUndefined());
});

describe('openings', () => {
  it('stand open first, by priority, the oldest first', () => {
    const all = [
      opening({ requisitionId: 'closed', priority: 'high', closedAt: '2026-01-03T00:00:00.000Z' }),
      opening({ requisitionId: 'low', priority: 'low' }),
      opening({ requisitionId: 'later', openedAt: '2026-01-02T00:00:00.000Z' }),
      opening({ requisitionId: 'sooner' }),
      opening({ requisitionId: 'high', priority: 'high', openedAt: '2026-01-05T00:00:00.000Z' }),
    ];
    expect(ordered(all).map(({ requisitionId }) => requisitionId)).toEqual([
      'high',
      'sooner',
      'later',
      'low',
      'closed',
    ]);
  });
  it('are those of all posts', () => {
    const post = { positionId: 'pos_1', position: '', version: 1, joined: 0, ...none, requisitions: [opening()] };
    expect(openingsOf({ posts: [post, { ...post, requisitions: [] }] })).toHaveLength(1);
  });
  it.each([
    [{ vacancies: 3, onTheWay: 0, sought: 0 }, 3],
    [{ vacancies: 3, onTheWay: 1, sought: 1 }, 1],
    [{ vacancies: 1, onTheWay: 1, sought: 2 }, 0],
  ])('may look for what is vacant and nobody looks for: %o', (post, room) => expect(roomOf(post)).toBe(room));
});

it('counts what an import would do', () => {
  const preview = {
    departments: [
      { change: 'added' as const, name: '', path: '', was: null, kept: false },
      { change: 'gone' as const, name: '', path: '', was: null, kept: false },
    ],
    posts: [
      {
        change: 'changed' as const,
        department: '',
        position: '',
        headcount: { from: 1, to: 2 },
        inPost: { from: 1, to: 1 },
      },
    ],
    people: [],
  };
  expect(changesIn(preview)).toEqual({ added: 1, changed: 1, gone: 1 });
  expect(sumOf(preview)).toBe(3);
});
