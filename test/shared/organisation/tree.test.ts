import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { added, mostFor, noNumbers, numbersOf, othersFrom } from '#shared/organisation/numbers.ts';
import { byUrgency } from '#shared/organisation/onboarding.ts';
import type { Department } from '#shared/organisation/records.ts';
import { settingProblems } from '#shared/organisation/setting-bounds.ts';
import { headedBy, inTreeOrder, isNameTaken, mayStandBelow, pathOf, withBelow } from '#shared/organisation/tree.ts';
import { hearersOf, isAway } from '#shared/organisation/who-hears.ts';
import { defaultSettings } from '#shared/settings.ts';

const at = (departmentId: string, parentId: string | null, order = 0, headUserIds: string[] = []): Department => ({
  departmentId,
  name: departmentId,
  parentId,
  headUserIds,
  order,
  wecomId: null,
  version: 1,
});
const all = [at('b', 'top', 2), at('a1', 'a', 1, ['usr_one']), at('a', 'top', 1, ['usr_two']), at('top', null)];

describe('departments', () => {
  it('stand parents first, siblings by their order', () => {
    expect(inTreeOrder(all).map(({ department, depth }) => [department.departmentId, depth])).toEqual([
      ['top', 0],
      ['a', 1],
      ['a1', 2],
      ['b', 1],
    ]);
    expect(inTreeOrder([at('x', 'gone')])).toMatchObject([{ depth: 0 }]);
    expect(pathOf(all, 'a1')).toEqual(['top', 'a', 'a1']);
  });

  it('a head heads all below, and nobody else’s', () => {
    expect([...headedBy(all, 'usr_two')].sort()).toEqual(['a', 'a1']);
    expect([...headedBy(all, 'usr_one')]).toEqual(['a1']);
    expect([...headedBy(all, 'usr_none')]).toEqual([]);
  });

  it('may stand where no loop comes of it', () => {
    expect(mayStandBelow(all, 'a', 'a1')).toBe(false);
    expect(mayStandBelow(all, 'a', 'a')).toBe(false);
    expect(mayStandBelow(all, 'a', 'nowhere')).toBe(false);
    expect(mayStandBelow(all, 'a1', 'b')).toBe(true);
    expect(mayStandBelow(all, 'a1', null)).toBe(true);
    expect(isNameTaken(all, { departmentId: 'new', parentId: 'top', name: 'a' })).toBe(true);
    expect(isNameTaken(all, { departmentId: 'a', parentId: 'top', name: 'a' })).toBe(false);
  });

  it('every one is listed once, whatever points where', () => {
    const ids = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5'];
    const forest = fc.array(fc.nat(6), { minLength: 6, maxLength: 6 }).map((parents) =>
      // Only to those before it: what the store refuses otherwise.
      ids.map((id, i) => at(id, (parents[i] ?? 0) < i ? (ids[parents[i] ?? 0] ?? null) : null)),
    );
    fc.assert(
      fc.property(forest, (departments) => {
        expect(
          inTreeOrder(departments)
            .map(({ department }) => department.departmentId)
            .sort(),
        ).toEqual(ids);
        for (const id of ids) {
          const below = withBelow(departments, [id]);
          expect(below.has(id)).toBe(true);
          for (const other of ids) expect(below.has(other)).toBe(pathOf(departments, other).includes(id));
        }
      }),
    );
  });
});

const hired = fc.record({
  vacancies: fc.integer({ min: 1, max: 5 }),
  filled: fc.nat(5),
  joined: fc.nat(5),
  closedAt: fc.constantFrom(null, '2026-01-01T00:00:00.000Z'),
});

describe('编制, 在职, 缺编', () => {
  it('are never below nobody, and 在职 moves by one with each who joins', () => {
    fc.assert(
      fc.property(
        fc.nat(20),
        fc.integer({ min: -9, max: 20 }),
        fc.array(hired, { maxLength: 4 }),
        (headcount, others, of) => {
          const now = numbersOf({ headcount, others }, of);
          for (const value of Object.values(now)) expect(value).toBeGreaterThanOrEqual(0);
          expect(now.vacancies).toBe(Math.max(0, headcount - now.inPost));
          const one = { vacancies: 1, filled: 1, joined: 1, closedAt: null };
          const after = numbersOf({ headcount, others }, [...of, one]).inPost;
          if (now.inPost > 0) expect(after).toBe(now.inPost + 1);
        },
      ),
    );
  });

  it('HR’s own number is what HR reads again', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(5), (inPost, joined) => {
        const of = [{ vacancies: 9, filled: joined, joined, closedAt: null }];
        expect(numbersOf({ headcount: 60, others: othersFrom(inPost, joined) }, of).inPost).toBe(inPost);
      }),
    );
  });

  it('a requisition may look for what nobody else looks for', () => {
    const post = { headcount: 10, others: 6 };
    const open = { vacancies: 2, filled: 1, joined: 0, closedAt: null };
    expect(mostFor(post, [])).toBe(4);
    expect(mostFor(post, [open])).toBe(2);
    expect(mostFor(post, [{ ...open, closedAt: 'x' }])).toBe(3);
    // One of its own has joined: that one is in post, and one of those it looks for.
    expect(mostFor(post, [], { ...open, joined: 1 })).toBe(4);
    expect(added([numbersOf(post, []), noNumbers])).toEqual(numbersOf(post, []));
  });
});

const person = { name: '', role: 'recruiter', wecomUserId: '' } as const;
const [owner, deputy] = [
  { ...person, userId: 'usr_owner' },
  { ...person, userId: 'usr_deputy' },
];

describe('who hears', () => {
  it.each([
    [undefined, false],
    ['2026-03-01', false],
    ['2026-03-02', true],
    ['2026-03-03', true],
  ])('an owner who is away until %s: %s', (awayUntil, away) => {
    const absent = { ...owner, ...(awayUntil !== undefined && { awayUntil }) };
    expect(isAway(absent, '2026-03-02')).toBe(away);
    expect(hearersOf(absent, deputy, '2026-03-02')).toEqual(away ? [absent, deputy] : [absent]);
    expect(hearersOf(absent, undefined, '2026-03-02')).toEqual([absent]);
  });
  it('who has left is away; a deputy who has left hears nothing', () => {
    const gone = { ...owner, goneAt: '2026-01-01T00:00:00.000Z' };
    expect(hearersOf(gone, deputy, '2026-03-02')).toEqual([gone, deputy]);
    expect(
      hearersOf({ ...owner, awayUntil: '2027-01-01' }, { ...deputy, goneAt: gone.goneAt }, '2026-03-02'),
    ).toHaveLength(1);
  });
});

describe('who comes first', () => {
  it('by priority, then whoever accepted, then who waited longest', () => {
    const one = (priority: 'high' | 'normal' | 'low', stage: 'offer' | 'onboarding', since: string) => ({
      priority,
      stage,
      since,
    });
    const wanted = [
      one('high', 'onboarding', '2'),
      one('high', 'offer', '1'),
      one('normal', 'onboarding', '1'),
      one('normal', 'onboarding', '3'),
      one('low', 'offer', '0'),
    ];
    expect([...wanted].reverse().sort(byUrgency)).toEqual(wanted);
  });
});

describe('settings', () => {
  it('the defaults can be so', () => {
    expect(settingProblems(defaultSettings)).toEqual([]);
  });
  it.each([
    [{ deadlineHours: 0 }, 'deadlineHours'],
    [{ matchThreshold: 1.2 }, 'matchThreshold'],
    [{ timeZone: 'Asia/Nowhere' }, 'timeZone'],
    [{ reminders: [60, 1440] }, 'reminders'],
    [{ reminders: [60, 60] }, 'reminders'],
    [{ reminders: [5] }, 'reminders'],
    [{ channels: ['sms', 'sms'] as ('sms' | 'wechat' | 'email')[] }, 'channels'],
    [{ quiet: { from: '22:00', to: '22:00' } }, 'quiet'],
  ])('%j cannot', (own, name) => {
    expect(settingProblems(own)).toEqual([name]);
  });
});
