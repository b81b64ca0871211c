import { limits } from '../limits.ts';
import { backtestDemand, type DemandBacktest } from './backtest-demand.ts';
import { type CountDistribution, countQuantile } from './negative-binomial.ts';
import { type DemandAsked, exposureAhead, learnRates, rateOfPosition } from './vacancy-rates.ts';

/** Vacancies a position will open in the coming months: the expected number, and whole numbers that hold it 19 times of 20. */
export type DemandForecast = {
  positionId: string;
  months: number;
  expected: number;
  low: number;
  high: number;
};

/** `backtest`: whether such forecasts were better than naive ones so far; null while the past is too short to tell. */
export type DemandFound =
  | { state: 'insufficient'; missing: number }
  | { state: 'forecast'; season: 'used' | 'unknown'; forecasts: DemandForecast[]; backtest: DemandBacktest | null };

/**
 * A gamma-Poisson forecast of each position, not Holt-Winters: positions open zero to a few times a month, where
 * smoothing has no interval worth the name; here turnover is the rate, a small position borrows from the company, and the
 * interval holds both chance and how little is known of the rate.
 */
export function forecastDemand(asked: DemandAsked): DemandFound {
  const { months: needed, ahead, seasonMonths } = limits.analytics.demand;
  const have = Math.max(0, ...asked.histories.map(({ monthly }) => monthly.length));
  if (have < needed) return { state: 'insufficient', missing: needed - have };
  const learned = learnRates(asked);
  const forecasts = asked.histories.map((history): DemandForecast => {
    const exposure = exposureAhead(history.headcount, asked.last, learned.season, ahead).reduce((a, b) => a + b, 0);
    const rate = rateOfPosition(history, asked.last, learned);
    const expected = rate.mean * exposure;
    const counts: CountDistribution = {
      mean: expected,
      variance: expected * learned.dispersion + rate.variance * exposure ** 2,
    };
    const [low, high] = [countQuantile(counts, 0.025), countQuantile(counts, 0.975)];
    return { positionId: history.positionId, months: ahead, expected, low, high };
  });
  return {
    state: 'forecast',
    season: have >= seasonMonths ? 'used' : 'unknown',
    forecasts,
    backtest: backtestDemand(asked),
  };
}

/** People to invite from the pool so that this many are expected to start; `hiredPerInvited` 0-1, null where it is 0. */
export const invitationsFor = (vacancies: number, hiredPerInvited: number): number | null =>
  hiredPerInvited > 0 ? Math.ceil(vacancies / hiredPerInvited) : null;
