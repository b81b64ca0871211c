import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { proposeWeights, type WeightsAsked } from '#shared/analytics/propose-weights.ts';
import { type Followed, fitWeights, momentsOf, nonNegativeLeast } from '#shared/analytics/weight-fit.ts';
import { stepTowards } from '#shared/analytics/weight-step.ts';
import { seeded } from '#shared/seeded.ts';
import { drawsOf } from './draw.ts';

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

describe('non-negative least squares', () => {
  it('is least squares where that is non-negative, and cuts off where it is not', () => {
    // Worked by hand: [2 1; 1 2] b = [4; 5] has b = [1; 2]; with [1; 5] it has b₁ = -1, so b₁ is 0 and b₂ is 5/2.
    const h = new Matrix([
      [2, 1],
      [1, 2],
    ]);
    expect(nonNegativeLeast(h, [4, 5], [0, 0]).map((b) => Number(b.toFixed(6)))).toEqual([1, 2]);
    expect(nonNegativeLeast(h, [1, 5], [3, 0]).map((b) => Number(b.toFixed(6)))).toEqual([0, 2.5]);
  });

  it('gives what the published solvers give', () => {
    // The two examples of scipy.optimize.nnls (Lawson & Hanson 1974); the R package nnls says the same: [1.5, 1] and [0, 0].
    const a = new Matrix([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
    const solved = (b: number[]) => {
      const towards = a.transpose().mmul(Matrix.columnVector(b)).to1DArray();
      return nonNegativeLeast(a.transpose().mmul(a), towards, [0, 0]).map((one) => Number(one.toFixed(6)));
    };
    expect(solved([2, 1, 1])).toEqual([1.5, 1]);
    expect(solved([-1, -1, -1])).toEqual([0, 0]);
  });

  it('meets the conditions of Karush, Kuhn and Tucker', () => {
    const numbers = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(
        numbers,
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (x, g) => {
          const m = Matrix.from1DArray(5, 4, x);
          const h = m.transpose().mmul(m).add(Matrix.eye(4).mul(0.5));
          const b = nonNegativeLeast(h, g, [0, 0, 0, 0]);
          const slope = h
            .mmul(Matrix.columnVector(b))
            .to1DArray()
            .map((one, at) => one - (g[at] ?? 0));
          b.forEach((value, at) => {
            expect(value).toBeGreaterThanOrEqual(0);
            if (value > 1e-6) expect(slope[at]).toBeCloseTo(0, 4);
            else expect(slope[at]).toBeGreaterThan(-1e-4);
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});

const expert = [30, 25, 20, 15, 10];
/** People whose outcome answers to `true` weights, with `noise` in the outcome's unit. */
function people(n: number, true_: readonly number[], noise: number, seed: number): Followed[] {
  const { normal } = drawsOf(seeded(seed));
  return Array.from({ length: n }, () => {
    const scores = expert.map(() => Math.max(0, Math.min(100, normal(75, 12))));
    return { scores, outcome: sum(scores.map((score, at) => (score * (true_[at] ?? 0)) / 100)) + normal(0, noise) };
  });
}

describe('the fit', () => {
  const wanted = [10, 20, 30, 35, 5];
  const sums = momentsOf(people(400, wanted, 0, 1));
  const rounded = (weights: number[] | null) => weights?.map((weight) => Number(weight.toFixed(2)));

  it('finds the weights behind the outcome when nothing holds it back', () => {
    expect(rounded(fitWeights(sums, expert, 0))).toEqual(wanted);
  });

  it('is the expert whom nothing moves, and lies between for the strengths between', () => {
    expect(rounded(fitWeights(sums, expert, 1e6))).toEqual(expert);
    const apart = [0, 0.1, 1, 10, 100].map((strength) =>
      Math.hypot(...(fitWeights(sums, expert, strength) ?? []).map((weight, at) => weight - (expert[at] ?? 0))),
    );
    expect(apart).toEqual(apart.toSorted((a, b) => b - a));
  });

  it('gives none where the outcome falls with every score', () => {
    expect(fitWeights(momentsOf(people(400, [-20, -20, -20, -20, -20], 0, 2)), expert, 1)).toBeNull();
  });
});

describe('a step', () => {
  it.each([
    ['is all the way where that is near', [30, 30, 40], [32, 29, 39], [32, 29, 39]],
    ['goes five points where it is far', [30, 25, 20, 15, 10], [20, 20, 20, 30, 10], [25, 22, 22, 20, 11]],
    ['takes nothing below zero', [50, 48, 2], [80, 20, 0], [55, 43, 2]],
    ['stays where nothing is to be gained', [30, 30, 40], [30, 30, 40], [30, 30, 40]],
    ['moves half points by whole ones', [12.5, 87.5], [20, 80], [17.5, 82.5]],
  ])('%s', (_, now, wanted, then) => {
    const step = stepTowards(now, wanted, 5);
    expect(step).toEqual(then);
  });

  it('keeps the sum, the bounds and whole points, whatever is wanted', () => {
    const points = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(points, points, (raw, target) => {
        const now = raw.map((one) => one / 2);
        const step = stepTowards(
          now,
          now.map((_, at) => target[at] ?? 0),
          5,
        );
        expect(sum(step)).toBeCloseTo(sum(now), 6);
        step.forEach((weight, at) => {
          const change = weight - (now[at] ?? 0);
          expect(Math.abs(change)).toBeLessThanOrEqual(5);
          expect(change).toBe(Math.round(change));
          expect(weight).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });
});

describe('a proposal', () => {
  const ask = (followed: Followed[], over: Partial<WeightsAsked> = {}): WeightsAsked => ({
    now: expert,
    followed,
    applicants: followed.map(({ scores }, at) => ({ scores, said: { sex: at % 2 ? 'female' : 'male' } })),
    passAt: 75,
    dimensions: ['sex'],
    random: seeded(7),
    ...over,
  });
  const driven = [10, 10, 10, 60, 10];

  it('says how many are missing below 250', () => {
    expect(proposeWeights(ask(people(249, driven, 2, 3)))).toEqual({ state: 'insufficient', people: 249, missing: 1 });
  });

  it('moves towards what drives the outcome, by five points at most, with its evidence', () => {
    const found = proposeWeights(ask(people(300, driven, 4, 4)));
    expect(found.state).toBe('proposal');
    const weights = found.state === 'proposal' ? found.weights : [];
    expect(weights[3]).toBe(20);
    expect(sum(weights)).toBe(100);
    const evidence = found.state === 'proposal' ? found.evidence : undefined;
    expect(evidence?.gain.low).toBeGreaterThan(0);
    expect(evidence?.after?.r).toBeGreaterThan(evidence?.before?.r ?? 1);
    expect(evidence?.impact.judged).toBe(true);
    expect(evidence?.range).toEqual({ ratio: 1, restricted: false });
  });

  it.each([
    ['pure chance', [0, 0, 0, 0, 0], 5],
    ['an outcome the expert already has right', expert, 3],
  ])('is none for %s', (_, weights, noise) => {
    expect(proposeWeights(ask(people(300, weights, noise, 5))).state).toBe('no_gain');
  });

  it('is adverse where it would push a group under four fifths', () => {
    const followed = people(600, driven, 4, 6);
    const { normal } = drawsOf(seeded(8));
    // Of the applicants one sex scores lower in what the step gives more weight, and higher in what it takes it from.
    const applicants = Array.from({ length: 2000 }, (_, at) => {
      const female = at % 2 === 1;
      const means = female ? [78, 76, 75, 66, 75] : [75, 75, 75, 75, 75];
      return { scores: means.map((mean) => normal(mean, 3)), said: { sex: female ? 'female' : 'male' } };
    });
    const found = proposeWeights(ask(followed, { applicants, passAt: 75 }));
    expect(found.state).toBe('adverse');
    expect(proposeWeights(ask(followed, { applicants, passAt: 60 })).state).toBe('proposal');
  });

  it('is the same for the same people and the same seed', () => {
    const followed = people(260, driven, 6, 9);
    expect(proposeWeights(ask(followed, { random: seeded(1) }))).toEqual(
      proposeWeights(ask(followed, { random: seeded(1) })),
    );
  });
});
