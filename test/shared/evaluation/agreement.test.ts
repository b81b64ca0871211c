import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  calibrationOf,
  levelOfScore,
  type Pair,
  pairsBetweenPeople,
  pairsWithScorer,
  quadraticWeightedKappa,
  type RatedAnswer,
} from '#shared/evaluation/agreement.ts';
import { limits } from '#shared/limits.ts';

const level = fc.integer({ min: 1, max: 5 });
const pairs = fc.array(fc.tuple(level, level), { minLength: 2, maxLength: 40 });
/** '13 45': 1 against 3, 4 against 5. */
const levels = (text: string): Pair[] => text.split(' ').map((two): Pair => [Number(two[0]), Number(two[1])]);
const ones = (list: readonly Pair[]): Pair[][] => list.map((pair) => [pair]);

/** By its textbook formula over 0/1 matrices, slowly. */
function slowKappa(list: readonly Pair[]): number {
  const n = list.length;
  let observed = 0;
  let expected = 0;
  for (const [a, b] of list) observed += (a - b) ** 2 / 16 / n;
  for (const [a] of list) for (const [, b] of list) expected += (a - b) ** 2 / 16 / n / n;
  return 1 - observed / expected;
}

describe('quadratic weighted kappa', () => {
  it.each<[string, Pair[], number]>([
    // Worked by hand: 1 - (2 / 5) / (80 / 25).
    ['a usual one', levels('11 23 33 44 54'), 0.875],
    ['the whole scale turned round', levels('15 24 33 42 51'), -1],
    ['one step off throughout', levels('12 23 34 45'), 0.714_285_714],
    ['the same every time', levels('11 33 55'), 1],
  ])('%s', (_, list, kappa) => {
    expect(quadraticWeightedKappa(list)).toBeCloseTo(kappa, 6);
  });

  it('has no meaning where nobody differs from anybody', () => {
    expect(quadraticWeightedKappa([])).toBeUndefined();
    expect(quadraticWeightedKappa(levels('33 33'))).toBeUndefined();
    expect(agreementOf(ones(levels('33 33')))).toBeNull();
    expect(agreementOf(ones(levels('24')))).toBeNull();
    expect(agreementOf([])).toBeNull();
  });

  it('is the textbook formula, whichever rater comes first', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const kappa = quadraticWeightedKappa(list);
        fc.pre(kappa !== undefined);
        expect(kappa).toBeCloseTo(slowKappa(list), 9);
        expect(quadraticWeightedKappa(list.map(([a, b]) => [b, a]))).toBeCloseTo(kappa ?? 0, 9);
      }),
    );
  });
});

describe('the interval', () => {
  it('holds the figure, is the same every time, and does not depend on the raters being named', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const found = agreementOf(ones(list));
        fc.pre(found !== null);
        expect(agreementOf(ones(list))).toEqual(found);
        expect(found?.low).toBeLessThanOrEqual(found?.high ?? 0);
      }),
      { numRuns: 30 },
    );
  });

  it('narrows with more answers and covers what they were drawn from', () => {
    const some: Pair[] = levels('11 22 34 44 55 23 43 54 12 33');
    const few = agreementOf(ones(some));
    const many = agreementOf(ones(Array.from({ length: 30 }, () => some).flat()));
    expect(many?.kappa).toBe(few?.kappa);
    expect((many?.high ?? 1) - (many?.low ?? 0)).toBeLessThan(((few?.high ?? 0) - (few?.low ?? 0)) / 3);
    for (const one of [few, many]) {
      expect(one?.low).toBeLessThan(one?.kappa ?? 0);
      expect(one?.high).toBeGreaterThan(one?.kappa ?? 1);
    }
  });

  it('draws answers, not ratings: ten people on two answers are two answers', () => {
    const a: Pair[] = Array.from({ length: 10 }, () => [1, 1]);
    const b: Pair[] = Array.from({ length: 10 }, () => [5, 4]);
    const c: Pair[] = Array.from({ length: 10 }, () => [3, 1]);
    const asAnswers = agreementOf([a, b, c]);
    const asRatings = agreementOf(ones([...a, ...b, ...c]));
    expect(asAnswers?.kappa).toBe(asRatings?.kappa);
    expect((asAnswers?.high ?? 0) - (asAnswers?.low ?? 0)).toBeGreaterThan(
      (asRatings?.high ?? 0) - (asRatings?.low ?? 0),
    );
  });

  it('takes little time for a year of ratings', () => {
    const started = performance.now();
    agreementOf(ones(Array.from({ length: 2000 }, (_, i): Pair => [1 + (i % 5), 1 + ((i * 7) % 5)])));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('ratings', () => {
  const one = (over: Partial<RatedAnswer>): RatedAnswer => ({
    interviewId: 'itv_1',
    questionId: 'qone',
    userId: 'usr_a',
    level: 4,
    score: 78,
    scorer: 'rubric@1',
    ...over,
  });

  it.each([
    [0, 1],
    [9, 1],
    [20, 1],
    [38, 2],
    [60, 3],
    [67, 3],
    [78, 4],
    [89, 4],
    [90, 5],
    [100, 5],
  ])('a score of %i is level %i', (score, expected) => expect(levelOfScore(score)).toBe(expected));

  it('pair a person with the scorer that was there, where it gave a number', () => {
    const ratings = [one({}), one({ userId: 'usr_b', level: 2 }), one({ questionId: 'qtwo', score: null })];
    expect(pairsWithScorer(ratings, 'rubric@1')).toEqual([levels('44 24')]);
    expect(pairsWithScorer(ratings, 'rubric@2')).toEqual([]);
  });

  it('pair every two people on one answer, from both sides', () => {
    const ratings = [one({ level: 1 }), one({ userId: 'usr_b', level: 2 }), one({ questionId: 'qtwo', level: 5 })];
    expect(pairsBetweenPeople(ratings)).toEqual([levels('12 21')]);
  });

  it('calibrate from enough answers of one scorer on, an answer counting once', () => {
    const answers = (n: number, scorer = 'rubric@1') =>
      Array.from({ length: n }, (_, i) => one({ interviewId: `itv_${i}`, scorer }));
    const needed = limits.calibrationPairs;
    expect(calibrationOf(answers(needed), 'rubric@1')).toEqual({ pairs: needed, needed, calibrated: true });
    expect(calibrationOf(answers(needed - 1), 'rubric@1').calibrated).toBe(false);
    expect(calibrationOf(answers(needed), 'rubric@2')).toEqual({ pairs: 0, needed, calibrated: false });
    const twice = [...answers(30), ...answers(30).map((rating) => ({ ...rating, userId: 'usr_b' }))];
    expect(calibrationOf(twice, 'rubric@1').pairs).toBe(30);
  });
});
