import { describe, expect, it } from 'vitest';
import { backtestDemand, mase } from '#shared/analytics/backtest-demand.ts';
import { forecastDemand, invitationsFor } from '#shared/analytics/forecast-demand.ts';
import { countQuantile } from '#shared/analytics/negative-binomial.ts';
import { level, monthOfYear, type PositionHistory, seasonOf } from '#shared/analytics/season.ts';
import { rateOfPosition } from '#shared/analytics/vacancy-rates.ts';
import { seeded } from '#shared/seeded.ts';
import { drawsOf } from './draw.ts';

describe('quantiles of counts', () => {
  it.each([
    // R: qpois(c(.025, .975), 10) is 4 17; qnbinom(c(.5, .975), 3, .5) is 2 9.
    [{ mean: 10, variance: 10 }, 0.025, 4],
    [{ mean: 10, variance: 10 }, 0.975, 17],
    [{ mean: 3, variance: 6 }, 0.5, 2],
    [{ mean: 3, variance: 6 }, 0.975, 9],
    [{ mean: 0, variance: 0 }, 0.975, 0],
  ])('of %o at %f', (counts, share, count) => expect(countQuantile(counts, share)).toBe(count));

  it('hold for large means, whose first terms are too small for a double', () => {
    expect(countQuantile({ mean: 2000, variance: 2000 }, 0.5)).toBeCloseTo(2000, -1);
  });
});

describe('seasons', () => {
  it('know where a month lies in the year', () => {
    expect([0, 1, 11, 12, -1, -3].map((back) => monthOfYear(1, back))).toEqual([0, 11, 1, 0, 1, 3]);
  });

  const year = [2, 6, 2, 1, 1, 2, 2, 1, 2, 1, 1, 3];
  it('are found in large numbers, and flat where chance explains the differences', () => {
    const large = { positionId: 'a', headcount: 1000, monthly: [...year, ...year].map((n) => n * 20) };
    expect(seasonOf([large], 12)[1]).toBeGreaterThan(2.8);
    expect(seasonOf([large], 12)[1]).toBeLessThanOrEqual(3);
    const small = { positionId: 'a', headcount: 10, monthly: [1, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1] };
    expect(new Set(seasonOf([small], 12))).toEqual(new Set([1]));
  });

  it('are Marshall’s where every month has as many heads', () => {
    // Marshall, Applied Statistics 40 (1991) 283-294: rates 4, 12, 4, 2, 2, 4, 4, 2, 4, 2, 2, 6 about 4, s² 0.4583, of which
    // 0.25 is chance; so 5/11 of each month's own is believed.
    const one = { positionId: 'a', headcount: 100, monthly: year.map((n) => n * 2) };
    const believed = [11, 21, 11, 8.5, 8.5, 11, 11, 8.5, 11, 8.5, 8.5, 13.5].map((n) => n / 11);
    expect(seasonOf([one], 12)).toEqual(believed.map((factor) => expect.closeTo(factor, 9)));
  });

  it('begin with January, whenever the history ends', () => {
    const ending = { positionId: 'a', headcount: 1000, monthly: [...year, ...year].map((n) => n * 20).slice(0, -10) };
    // Ends with February, the highest month.
    const season = seasonOf([ending], 2);
    expect(season.indexOf(Math.max(...season))).toBe(1);
  });
});

describe('the rate of a position', () => {
  it('is that of the textbook’s town: Gamma(33, 25), mean 1.32', () => {
    // Gelman and others, Bayesian Data Analysis (2013), § 2.6, deaths by asthma: a prior Gamma(3, 5), 30 deaths while 20 were
    // exposed. Here the prior weighs twelve months: five in 5/12 of a head, and 48 months of it are 20.
    const monthly = Array.from({ length: 48 }, (_, at) => (at < 30 ? 1 : 0));
    const town = { positionId: 'town', headcount: 5 / 12, monthly };
    const { mean, variance } = rateOfPosition(town, 12, { season: level, rate: 3 / 5 });
    expect(mean).toBeCloseTo(1.32, 12);
    expect(variance).toBeCloseTo(33 / 25 ** 2, 12);
  });
});

type Planted = {
  positions: number;
  months: number;
  headcount: number;
  yearly: number;
  season: number[];
  drift?: number;
};
function histories({ positions, months, headcount, yearly, season }: Planted, seed: number): PositionHistory[] {
  const { count } = drawsOf(seeded(seed));
  return Array.from({ length: positions }, (_, at) => ({
    positionId: `pos_${at}`,
    headcount,
    monthly: Array.from({ length: months }, (__, month) =>
      count((headcount * yearly * (season[month % 12] ?? 1)) / 12),
    ),
  }));
}
const flat = Array.from({ length: 12 }, () => 1);
const spring = [0.5, 2.5, 2, 1, 0.8, 0.8, 0.8, 0.6, 1, 0.8, 0.6, 0.6];

describe('a forecast', () => {
  it('says how many months are missing', () => {
    const asked = {
      histories: histories({ positions: 2, months: 9, headcount: 40, yearly: 0.15, season: flat }, 1),
      last: 9,
    };
    expect(forecastDemand(asked)).toEqual({ state: 'insufficient', missing: 3 });
    expect(backtestDemand(asked)).toBeNull();
  });

  it('is turnover times heads: 15 % a year of 400 people is 15 in three months', () => {
    const found = forecastDemand({
      histories: histories({ positions: 6, months: 20, headcount: 400, yearly: 0.15, season: flat }, 2),
      last: 8,
    });
    if (found.state !== 'forecast') throw new Error(found.state);
    expect(found.season).toBe('unknown');
    // Two tries in eight months beyond the first year; where nothing moves, being as good as naive is not being better.
    expect(found.backtest?.tries).toBe(12);
    for (const { expected, low, high } of found.forecasts) {
      expect(expected).toBeGreaterThan(12);
      expect(expected).toBeLessThan(18);
      expect(low).toBeLessThan(expected);
      expect(high).toBeGreaterThan(expected);
    }
  });

  it('holds chance and how little is known of the rate', () => {
    // By hand: a gamma of shape 960 and rate 24,000, seen for 3000: mean 120, variance 120 · (1 + 3/24), negative binomial; R:
    // qnbinom(c(.025, .975), size = 960, mu = 120) is 98 143.
    const steady = { positionId: 'a', headcount: 1000, monthly: Array.from({ length: 12 }, () => 40) };
    const found = forecastDemand({ histories: [steady], last: 12 });
    expect(found.state === 'forecast' && found.forecasts).toEqual([
      { positionId: 'a', months: 3, expected: expect.closeTo(120, 9), low: 98, high: 143 },
    ]);
  });

  it('sees the spring coming', () => {
    const asked = (last: number, months: number) =>
      forecastDemand({
        histories: histories({ positions: 8, months, headcount: 200, yearly: 0.3, season: spring }, 3),
        last,
      });
    const [before, after] = [asked(1, 37), asked(4, 40)];
    if (before.state !== 'forecast' || after.state !== 'forecast') throw new Error('no forecast');
    expect(before.season).toBe('used');
    // February to April against May to July.
    expect((before.forecasts[0]?.expected ?? 0) / (after.forecasts[0]?.expected ?? 1)).toBeGreaterThan(1.7);
  });

  it('lends a small position what the company knows', () => {
    const others = histories({ positions: 8, months: 24, headcount: 200, yearly: 0.24, season: flat }, 4);
    const silent: PositionHistory = { positionId: 'new', headcount: 5, monthly: [] };
    const found = forecastDemand({ histories: [...others, silent], last: 12 });
    const forecast = found.state === 'forecast' ? found.forecasts.at(-1) : undefined;
    expect(forecast?.expected).toBeCloseTo(5 * 0.02 * 3, 1);
    expect(forecast?.low).toBe(0);
  });

  it('turns vacancies into invitations', () => {
    expect(invitationsFor(4.2, 0.1)).toBe(42);
    expect(invitationsFor(4.2, 0)).toBeNull();
  });
});

describe('the backtest', () => {
  it('has the error of Hyndman and Koehler', () => {
    // Hyndman & Koehler, Int. J. Forecasting 22 (2006) 679-688; the example of sktime's MeanAbsoluteScaledError.
    expect(mase([5, 0.5, 4, 6, 3, 5, 2], [3, -0.5, 2, 7, 2], [2.5, 0, 2, 8, 1.25])).toBeCloseTo(0.183_333, 6);
    expect(mase([3, 3, 3], [3], [4])).toBeNull();
  });

  it('says that it is better than the naive ones where it is', () => {
    const found = backtestDemand({
      histories: histories({ positions: 10, months: 48, headcount: 150, yearly: 0.3, season: spring }, 5),
      last: 12,
    });
    expect(found?.better).toBe(true);
    expect(found?.mase).toBeLessThan(1);
    expect(found?.miss).toBeLessThan(Math.min(found?.naive ?? 0, found?.seasonal ?? 0));
  });

  it('says that it is not where the past tells nothing of the future', () => {
    // Each month is as the last one plus a step: the naive forecast is the best there is.
    const { normal } = drawsOf(seeded(6));
    const walk = (): number[] => {
      let at = 60;
      return Array.from({ length: 48 }, () => {
        at = Math.max(0, at + Math.round(normal(0, 6)));
        return at;
      });
    };
    const histories_ = [0, 1, 2, 3].map((at) => ({ positionId: `pos_${at}`, headcount: 500, monthly: walk() }));
    expect(backtestDemand({ histories: histories_, last: 12 })?.better).toBe(false);
  });
});
