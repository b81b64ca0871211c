import { describe, expect, it } from 'vitest';
import { fishersExact } from '#shared/analytics/fishers-exact.ts';
import {
  impactOf,
  impactTables,
  type Passage,
  passagesOfScores,
  type Said,
  shownOf,
} from '#shared/analytics/impact.ts';

describe("Fisher's exact test", () => {
  it.each([
    // Fisher's tea tasting, two-sided: the first example of R's fisher.test, after Agresti, Categorical Data Analysis (1990) 61.
    ['tea', 3, 4, 1, 4, 0.485_714],
    // Criminal like-sex twins, Fisher 1962 and 1970: the second example of R's fisher.test.
    ['twins', 2, 17, 10, 13, 0.000_536_7],
    ['nobody differs', 5, 10, 5, 10, 1],
    ['an empty group', 0, 0, 5, 10, 1],
  ])('%s', (_, a, m, b, n, p) => {
    expect(fishersExact({ cases: a, of: m }, { cases: b, of: n })).toBeCloseTo(p, 6);
    expect(fishersExact({ cases: b, of: n }, { cases: a, of: m })).toBeCloseTo(p, 6);
  });

  /** The definition, table by table, with whole numbers of ways. */
  const defined = (a: number, m: number, b: number, n: number) => {
    const ways = (of: number, k: number): number => (k === 0 ? 1 : (ways(of, k - 1) * (of - k + 1)) / k);
    const cases = a + b;
    const likelihood = (own: number) => (ways(m, own) * ways(n, cases - own)) / ways(m + n, cases);
    const tables = Array.from({ length: m + 1 }, (_, own) => own).filter((own) => cases - own >= 0 && cases - own <= n);
    const unlikely = tables.map(likelihood).filter((one) => one <= likelihood(a) * (1 + 1e-7));
    return unlikely.reduce((sum, one) => sum + one, 0);
  };

  it('is the sum of all tables that are no likelier, for every table of two groups of up to eight', () => {
    for (let m = 1; m <= 8; m += 1)
      for (let n = 1; n <= 8; n += 1)
        for (let a = 0; a <= m; a += 1)
          for (let b = 0; b <= n; b += 1)
            expect(fishersExact({ cases: a, of: m }, { cases: b, of: n })).toBeCloseTo(defined(a, m, b, n), 9);
  });

  it('holds for tens of thousands', () => {
    const p = fishersExact({ cases: 5000, of: 25_000 }, { cases: 5300, of: 25_000 });
    // R: fisher.test(matrix(c(5000, 20000, 5300, 19700), 2))$p.value.
    expect(p).toBeCloseTo(0.000_944_791_4, 9);
  });
});

const all = { leaveOutSmall: false };
const group = (name: string, of: number, cases: number) => ({ category: [name], cases, of });
const ratios = (counts: ReturnType<typeof group>[]) =>
  impactOf(counts, all).map(({ category, rate, ratio }) => [category[0], Number(rate.rate.toFixed(2)), ratio]);

describe('impact ratios', () => {
  // 6 RCNY § 5-301(b), the tables of the rule's own example: an AEDT that screens résumés.
  it('are those of the example of Local Law 144, by sex', () => {
    expect(ratios([group('male', 1390, 667), group('female', 1181, 555)])).toEqual([
      ['male', 0.48, 1],
      ['female', 0.47, expect.closeTo(0.979, 3)],
    ]);
  });

  it('and by race and ethnicity', () => {
    expect(
      ratios([
        group('hispanic or latino', 408, 204),
        group('white', 797, 412),
        group('black or african american', 390, 170),
        group('native hawaiian or pacific islander', 119, 52),
        group('asian', 616, 302),
        group('native american or alaska native', 41, 18),
        group('two or more races', 213, 96),
      ]),
    ).toEqual([
      ['hispanic or latino', 0.5, expect.closeTo(0.97, 2)],
      ['white', 0.52, 1],
      ['black or african american', 0.44, expect.closeTo(0.84, 2)],
      ['native hawaiian or pacific islander', 0.44, expect.closeTo(0.85, 2)],
      ['asian', 0.49, expect.closeTo(0.95, 2)],
      ['native american or alaska native', 0.44, expect.closeTo(0.85, 2)],
      ['two or more races', 0.45, expect.closeTo(0.87, 2)],
    ]);
  });

  // 6 RCNY § 5-301(c), the tables of the rule's example: scores for «culture fit»; of 92 men 54.3 %, of 76 women
  // 44.7 %, impact ratio 0.82.
  it('and those of its example of scores, above the median or not', () => {
    expect(ratios([group('male', 92, 50), group('female', 76, 34)])).toEqual([
      ['male', 0.54, 1],
      ['female', 0.45, expect.closeTo(0.82, 2)],
    ]);
    const few = ratios([group('hispanic or latino', 28, 18), group('white', 40, 15), group('black', 32, 16)]);
    // The rule's 28 are fewer than are judged here, so they are nobody's measure, and the highest of the others is.
    expect(few).toEqual([
      ['hispanic or latino', 0.64, null],
      ['white', 0.38, expect.closeTo(0.75, 9)],
      ['black', 0.5, 1],
    ]);
  });

  it('a category under 2 % of the data may be left out: it has its rate and no ratio', () => {
    const counts = [group('white', 797, 412), group('asian', 1616, 802), group('native american', 41, 18)];
    const [, , small] = impactOf(counts, { leaveOutSmall: true });
    expect(small).toMatchObject({ out: 'under_share', ratio: null, flagged: false, rate: { cases: 18, of: 41 } });
  });

  // Questions and Answers on the Uniform Guidelines (EEOC and others, 44 FR 11996, 1979), question 11: hired of whites 60 %,
  // American Indians 45 %, Hispanics 48 %, Blacks 51 %; impact ratios 75, 80 and 85 %, «adverse impact for American Indians».
  it('flag what is under four fifths, and four fifths itself not', () => {
    const found = impactOf(
      [
        group('white', 200, 120),
        group('american indian', 200, 90),
        group('hispanic', 200, 96),
        group('black', 200, 102),
      ],
      all,
    );
    expect(found.map(({ ratio, flagged }) => [Number(ratio?.toFixed(4)), flagged])).toEqual([
      [1, false],
      [0.75, true],
      [0.8, false],
      [0.85, false],
    ]);
    expect(found.map(({ sure }) => sure)).toEqual([false, true, false, false]);
    expect(found[0]?.p).toBeNull();
    expect(found[1]?.p).toBeLessThan(0.05);
  });

  // The same questions, 21: the difference of a few people may be chance; flagged, and not sure.
  it('a flag of few people may be chance', () => {
    const [, flagged] = impactOf([group('a', 40, 20), group('b', 40, 15)], all);
    expect(flagged).toMatchObject({ flagged: true, sure: false });
  });

  it('a category of few is neither judged nor the measure of others', () => {
    const found = impactOf([group('a', 100, 50), group('b', 100, 60), group('c', 10, 10)], all);
    expect(found.map(({ ratio, out }) => [ratio && Number(ratio.toFixed(3)), out])).toEqual([
      [0.833, null],
      [1, null],
      [null, 'few'],
    ]);
  });

  it('say nothing where nobody passed', () => {
    expect(impactOf([group('a', 100, 0), group('b', 100, 0)], all).map(({ ratio }) => ratio)).toEqual([null, null]);
  });
});

const people = (said: Said, passed: number, of: number): Passage[] =>
  Array.from({ length: of }, (_, at) => ({ said, passed: at < passed }));

describe('tables', () => {
  // From the same example: intersections, of which these are four.
  const hispanic = 'hispanic or latino';
  const passages = [
    ...people({ sex: 'male', race: hispanic }, 90, 205),
    ...people({ sex: 'female', race: hispanic }, 82, 190),
    ...people({ sex: 'male', race: 'white' }, 215, 412),
    ...people({ sex: 'female', race: 'white' }, 197, 385),
    ...people({ sex: 'male' }, 3, 7),
    ...people({}, 1, 2),
  ];

  it('are one a dimension and one for every two crossed; who did not say is counted apart', () => {
    const [sex, race, crossed, ...none] = impactTables(passages, ['sex', 'race']);
    expect(none).toEqual([]);
    expect(sex?.unknown).toEqual({ cases: 1, of: 2 });
    expect(race?.unknown).toEqual({ cases: 4, of: 9 });
    expect(crossed?.dimensions).toEqual(['sex', 'race']);
    expect(crossed?.highest).toEqual(['male', 'white']);
    expect(crossed?.categories.map(({ category, ratio }) => [...category, Number(ratio?.toFixed(3))])).toEqual([
      ['female', hispanic, 0.827],
      ['female', 'white', 0.981],
      ['male', hispanic, 0.841],
      ['male', 'white', 1],
    ]);
  });

  it('let nothing out of groups that may not be shown', () => {
    const few = [...passages, ...people({ sex: 'other', race: 'white' }, 2, 3)];
    const [table] = impactTables(few, ['sex']);
    const out = table && shownOf(table);
    expect(out?.hidden).toBe(2);
    expect(out?.categories.map(({ category }) => category)).toEqual([['male']]);
    expect(table?.categories).toHaveLength(3);
  });

  // 6 RCNY § 5-300: the scoring rate is the share above the sample's median score.
  it('of scores count those above the median of everybody', () => {
    const scored = [10, 20, 30, 40, 50].map((score) => ({ said: {}, score }));
    expect(passagesOfScores(scored).map(({ passed }) => passed)).toEqual([false, false, false, true, true]);
    expect(passagesOfScores([...scored, { said: {}, score: 60 }]).filter(({ passed }) => passed)).toHaveLength(3);
    expect(passagesOfScores([])).toEqual([]);
  });
});
