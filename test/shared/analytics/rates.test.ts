import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween } from '#shared/analytics/change.ts';
import { rateOf, together } from '#shared/analytics/rate.ts';
import { mayShow, rowsAndColumns, shownGroups } from '#shared/analytics/small-groups.ts';

describe('a rate', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3; R: prop.test(x, n, correct = FALSE).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i has the published interval', (cases, of, low, high) => {
    const rate = rateOf({ cases, of });
    expect(rate?.rate).toBe(cases / of);
    expect(rate?.low).toBeCloseTo(low, 4);
    expect(rate?.high).toBeCloseTo(high, 4);
  });

  it('is none of nobody, and keeps within 0 and 1', () => {
    expect(rateOf({ cases: 0, of: 0 })).toBeNull();
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (a, b) => {
        const rate = rateOf({ cases: Math.min(a, b), of: Math.max(a, b, 1) });
        expect(rate?.low).toBeGreaterThanOrEqual(0);
        expect(rate?.low).toBeLessThanOrEqual(rate?.rate ?? -1);
        expect(rate?.high).toBeGreaterThanOrEqual(rate?.rate ?? 2);
        expect(rate?.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('adds counts', () =>
    expect(
      together([
        { cases: 1, of: 4 },
        { cases: 2, of: 3 },
      ]),
    ).toEqual({ cases: 3, of: 7 }));
});

describe('a change', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10; theirs is first minus second.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %i/%i and %i/%i has the published interval', (a, m, b, n, low, high) => {
    const change = changeBetween({ cases: b, of: n }, { cases: a, of: m });
    expect(change?.low).toBeCloseTo(low, 4);
    expect(change?.high).toBeCloseTo(high, 4);
  });

  it('from 18 % to 6 % is one with 200 candidates on either side, and may be chance with 50', () => {
    const many = changeBetween({ cases: 36, of: 200 }, { cases: 12, of: 200 });
    const few = changeBetween({ cases: 9, of: 50 }, { cases: 3, of: 50 });
    expect(many).toMatchObject({ difference: expect.closeTo(-0.12, 9), direction: 'fell' });
    expect(few).toMatchObject({ difference: expect.closeTo(-0.12, 9), direction: 'unclear' });
    expect(changeBetween({ cases: 12, of: 200 }, { cases: 36, of: 200 })?.direction).toBe('rose');
    expect(changeBetween({ cases: 0, of: 0 }, { cases: 3, of: 50 })).toBeNull();
  });
});

describe('small groups', () => {
  it.each<[string, number[], boolean[]]>([
    ['all are large', [20, 5, 9], [true, true, true]],
    ['one is small: the next smallest hides with it', [20, 3, 9], [true, false, false]],
    ['two small ones that together reach the minimum cover each other', [20, 3, 4], [true, false, false]],
    ['two that together do not: a third hides with them', [20, 1, 1, 6], [true, false, false, false]],
    ['an empty group is no cover', [20, 3, 0, 9], [true, false, true, false]],
    ['a small one alone', [3], [false]],
    ['only two groups, one small: neither', [3, 90], [false, false]],
  ])('%s', (_, sizes, shown) => expect(shownGroups(sizes)).toEqual(shown));

  it('may show five people, not four', () => expect([mayShow(4), mayShow(5)]).toEqual([false, true]));

  it('cannot be computed from any published total, in one dimension or two', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([rows, columns]) =>
      fc.record({
        totals: fc.constantFrom(rowsAndColumns(rows, columns), [[...new Array(rows * columns).keys()]]),
        sizes: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: rows * columns, maxLength: rows * columns }),
      }),
    );
    fc.assert(
      fc.property(table, ({ totals, sizes }) => {
        const shown = shownGroups(sizes, totals);
        const size = (at: number) => sizes[at] ?? 0;
        sizes.forEach((n, at) => {
          if (n > 0 && n < 5) expect(shown[at]).toBe(false);
        });
        for (const total of totals) {
          const hidden = total.filter((at) => !shown[at]);
          const left = hidden.reduce((n, at) => n + size(at), 0);
          const exposed = hidden.length > 0 && (hidden.length === 1 || left < 5);
          // Only where nothing is shown of the whole total may that be.
          if (exposed) expect(total.filter((at) => shown[at] && size(at) > 0)).toEqual([]);
        }
      }),
    );
  });
});
