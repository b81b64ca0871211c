import { describe, expect, it } from 'vitest';
import { brier, calibrated, calibrationBins, fitPlatt, reliability } from '#shared/analytics/calibration.ts';
import { foldsOf } from '#shared/analytics/folds.ts';
import { chanceOf, fitLogistic, logitOf } from '#shared/analytics/logistic.ts';
import { featuresOf, type NoShowFacts } from '#shared/analytics/no-show-facts.ts';
import { type Appointment, learnNoShows, noShowChance } from '#shared/analytics/predict-no-show.ts';
import { seeded } from '#shared/seeded.ts';
import { drawsOf, logistic } from './draw.ts';

describe('logistic regression', () => {
  // Hours of study and passing: the worked example of Wikipedia's «Logistic regression», intercept -4.0777, slope 1.5046; R:
  // coef(glm(passed ~ hours, family = binomial)) is -4.077713, 1.504645.
  const hours = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5];
  const passed = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];
  const rows = hours.map((one) => [one]);

  it('without a penalty is the published fit', () => {
    const { coefficients } = fitLogistic({ rows, targets: passed }, 0);
    expect(coefficients[0]).toBeCloseTo(-4.0777, 4);
    expect(coefficients[1]).toBeCloseTo(1.5046, 4);
  });

  it('with one is where a general search for the least penalised loss ends', () => {
    // R: optim(c(0, 0), loss, method = 'BFGS', control = list(reltol = 1e-15)), loss the deviance's half and |slope|².
    const { coefficients } = fitLogistic({ rows, targets: passed }, 2);
    expect(coefficients[0]).toBeCloseTo(-2.670_695, 5);
    expect(coefficients[1]).toBeCloseTo(0.972_838, 5);
  });

  it('with one stands where its slope is flat, and never runs away from separated data', () => {
    const penalty = 2;
    const model = fitLogistic({ rows, targets: passed }, penalty);
    const left = rows.map((row, at) => (passed[at] ?? 0) - chanceOf(logitOf(model, row)));
    expect(left.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 5);
    expect(left.reduce((sum, one, at) => sum + one * (hours[at] ?? 0), 0)).toBeCloseTo(
      penalty * (model.coefficients[1] ?? 0),
      5,
    );
    const apart = fitLogistic({ rows: [[-1], [-2], [1], [2]], targets: [0, 0, 1, 1] }, 1);
    expect(apart.coefficients[1]).toBeGreaterThan(0.5);
    expect(apart.coefficients[1]).toBeLessThan(3);
  });
});

describe('chances', () => {
  it("have Brier's score", () => {
    // Wikipedia's «Brier score»: 70 % said and it rains, 0.09; 30 % said and it rains, 0.49; 50 % either way, 0.25.
    expect(brier([{ chance: 0.7, happened: true }])).toBeCloseTo(0.09, 12);
    expect(brier([{ chance: 0.3, happened: true }])).toBeCloseTo(0.49, 12);
    expect(
      brier([
        { chance: 0.5, happened: true },
        { chance: 0.5, happened: false },
      ]),
    ).toBeCloseTo(0.25, 12);
    // The example of scikit-learn's brier_score_loss.
    const said = [0.1, 0.9, 0.8, 0.3].map((chance, at) => ({ chance, happened: at === 1 || at === 2 }));
    expect(brier(said)).toBeCloseTo(0.0375, 12);
  });

  it('in bins of equal size show where they are off', () => {
    const said = (chance: number, happened: number, n: number) =>
      Array.from({ length: n }, (_, at) => ({ chance, happened: at < happened }));
    const bins = calibrationBins([...said(0.8, 40, 100), ...said(0.2, 20, 100)], 2);
    expect(bins.map((bin) => [Number(bin.said.toFixed(6)), bin.came.rate])).toEqual([
      [0.2, 0.2],
      [0.8, 0.4],
    ]);
    expect(reliability(bins)).toBeCloseTo(0.08, 12);
    expect(calibrationBins([], 10)).toEqual([]);
  });

  it("are put right by Platt's scaling", () => {
    const { normal, chance } = drawsOf(seeded(3));
    // Three times too sure of itself, and too high by one.
    const cases = Array.from({ length: 4000 }, () => {
      const truth = normal(-1, 1);
      return { logit: 3 * truth + 1, happened: chance(logistic(truth)) };
    });
    const platt = fitPlatt(
      cases.map(({ logit }) => logit),
      cases.map(({ happened }) => happened),
    );
    expect(platt.slope).toBeCloseTo(1 / 3, 1);
    expect(calibrated(platt, 1)).toBeCloseTo(0.5, 1);
  });
});

describe("Platt's targets", () => {
  it('stop short of certainty: two of two are three quarters', () => {
    // Platt 1999: (n₊ + 1)/(n₊ + 2) and 1/(n₋ + 2); two parameters meet two points exactly.
    const platt = fitPlatt([-1, -1, 1, 1], [false, false, true, true]);
    expect([-1, 1].map((logit) => Number(calibrated(platt, logit).toFixed(6)))).toEqual([0.25, 0.75]);
    // R: glm(target ~ logit, family = binomial) with four targets of 1/6 and four of 5/6.
    const eight = fitPlatt(
      [-2, -1, -0.5, 0, 0.5, 1, 1.5, 2],
      [0, 0, 1, 0, 1, 0, 1, 1].map((one) => one === 1),
    );
    expect(eight.intercept).toBeCloseTo(-0.131_016, 5);
    expect(eight.slope).toBeCloseTo(0.650_553, 5);
  });
});

describe('folds', () => {
  it('are even, shuffled, and the same for one seed', () => {
    const folds = foldsOf(103, 5, seeded(1));
    expect([0, 1, 2, 3, 4].map((fold) => folds.filter((one) => one === fold).length)).toEqual([21, 21, 21, 20, 20]);
    expect(folds.slice(0, 10)).not.toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
    expect(foldsOf(103, 5, seeded(1))).toEqual(folds);
  });
});

const calm: NoShowFacts = {
  leadHours: 24,
  remindersDelivered: 2,
  remindersRead: 1,
  confirmed: false,
  preCheck: 'not_done',
  earlierNoShows: 0,
  slotHour: 10,
  slotWeekday: 2,
};

/** Appointments that are missed for the reasons `why` gives in log odds. */
function appointments(n: number, seed: number, why: (facts: NoShowFacts) => number): Appointment[] {
  const { chance, one, count } = drawsOf(seeded(seed));
  return Array.from({ length: n }, () => {
    const facts: NoShowFacts = {
      leadHours: one([4, 24, 48, 96, 160]),
      remindersDelivered: one([0, 1, 2, 2]),
      remindersRead: one([0, 1, 2]),
      confirmed: chance(0.5),
      preCheck: one(['passed', 'failed', 'not_done']),
      earlierNoShows: count(0.3),
      slotHour: one([9, 11, 14, 16, 20]),
      slotWeekday: one([1, 2, 3, 4, 5]),
    };
    return { facts, missed: chance(logistic(why(facts))) };
  });
}

describe('a no-show prediction', () => {
  const honest = (facts: NoShowFacts) =>
    -2.2 + 0.5 * Math.log1p(facts.leadHours / 24) + (facts.confirmed ? -1.8 : 0.4) + 1.2 * facts.earlierNoShows;

  it('can be told nothing of who somebody is', () => {
    // @ts-expect-error The list of facts is closed.
    const facts: NoShowFacts = { ...calm, age: 24 };
    expect(featuresOf(facts)).toEqual(featuresOf(calm));
  });

  it('is off while too little is known, and says what is missing', () => {
    const few = appointments(150, 1, () => -3);
    const missed = few.filter((one) => one.missed).length;
    expect(learnNoShows(few, seeded(1))).toEqual({
      state: 'off',
      reason: 'insufficient',
      missing: { appointments: 50, missed: 30 - missed, kept: 0 },
    });
  });

  it('is off where it does not beat the base rate', () => {
    const found = learnNoShows(
      appointments(1500, 2, () => -1.5),
      seeded(2),
    );
    expect(found).toMatchObject({ state: 'off', reason: 'not_better' });
  });

  it('is on where it does, says what is so, and knows who will rather come', () => {
    const found = learnNoShows(appointments(3000, 3, honest), seeded(3));
    if (found.state === 'off') throw new Error(found.reason);
    const { evidence, model } = found;
    expect(evidence.gain.low).toBeGreaterThan(0);
    expect(evidence.baseBrier - evidence.brier).toBeCloseTo(evidence.gain.mean, 9);
    expect(evidence.reliability).toBeLessThan(0.002);
    expect(evidence.bins).toHaveLength(10);
    const stored: typeof model = JSON.parse(JSON.stringify(model));
    expect(noShowChance(stored, { ...calm, confirmed: true })).toBeCloseTo(
      logistic(honest({ ...calm, confirmed: true })),
      1,
    );
    expect(noShowChance(stored, { ...calm, earlierNoShows: 2 })).toBeGreaterThan(0.5);
  });
});
