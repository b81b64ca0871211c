import { limits } from '../limits.ts';
import { meanWithError, normalInterval } from './confidence.ts';
import type { Gain } from './folds.ts';
import { monthOfYear } from './season.ts';
import { type DemandAsked, expectedMonths } from './vacancy-rates.ts';

/**
 * Mean absolute scaled error: the forecast's mean miss over the mean miss, within the history, of saying that a month is
 * as the one `season` months before. Below 1 is better than that. Null where the history never moved.
 * Source: Hyndman & Koehler, International Journal of Forecasting 22 (2006) 679-688.
 */
export function mase(
  history: readonly number[],
  actual: readonly number[],
  forecast: readonly number[],
  season = 1,
): number | null {
  const moves = history.slice(season).map((value, at) => Math.abs(value - (history[at] ?? 0)));
  const scale = moves.reduce((sum, move) => sum + move, 0) / moves.length;
  const miss = actual.reduce((sum, value, at) => sum + Math.abs(value - (forecast[at] ?? 0)), 0) / actual.length;
  return scale > 0 ? miss / scale : null;
}

/**
 * Mean absolute misses in vacancies per position and month; naive: as the last month; seasonal: as the same month a year
 * before. `mase`: the forecast's over the histories' own moves. `gain`: how much smaller the forecast's miss of three
 * months together is than that of the better naive one; `better` only where all of its interval is above 0.
 */
export type DemandBacktest = {
  tries: number;
  miss: number;
  naive: number;
  seasonal: number;
  mase: number | null;
  gain: Gain | null;
  better: boolean;
};

type Try = {
  actual: readonly number[];
  history: readonly number[];
  expected: number[];
  naive: number[];
  seasonal: number[];
};

/**
 * The forecast as it would have been made every three months of the past, against what came. Where seasons are known by
 * now, only times are tried at which they were.
 */
function triesOf({ histories, last }: DemandAsked): Try[] {
  const { months, ahead, seasonMonths } = limits.analytics.demand;
  const longest = Math.max(0, ...histories.map(({ monthly }) => monthly.length));
  const needed = longest - ahead >= seasonMonths ? seasonMonths : months;
  const tries: Try[] = [];
  for (let back = ahead; longest - back >= needed; back += ahead) {
    const then = histories
      .filter(({ monthly }) => monthly.length - back >= needed)
      .map((history) => ({ ...history, monthly: history.monthly.slice(0, -back) }));
    const expected = expectedMonths({ histories: then, last: monthOfYear(last, back) + 1 }, ahead);
    then.forEach(({ positionId, monthly }, at) => {
      const all = histories.find((one) => one.positionId === positionId)?.monthly ?? [];
      tries.push({
        history: monthly,
        actual: all.slice(monthly.length, monthly.length + ahead),
        expected: expected[at] ?? [],
        naive: Array.from({ length: ahead }, () => monthly.at(-1) ?? 0),
        seasonal: monthly.slice(monthly.length - 12, monthly.length - 12 + ahead),
      });
    });
  }
  return tries;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Null while the past is too short to be forecast even once. */
export function backtestDemand(asked: DemandAsked): DemandBacktest | null {
  const tries = triesOf(asked);
  if (tries.length === 0) return null;
  const missOf = (which: 'expected' | 'naive' | 'seasonal') =>
    mean(tries.flatMap(({ actual, ...one }) => actual.map((value, at) => Math.abs(value - (one[which][at] ?? 0)))));
  const together = (which: 'expected' | 'naive' | 'seasonal') =>
    tries.map(({ actual, ...one }) => Math.abs(sum(actual) - sum(one[which])));
  const [own, naive, seasonal] = [together('expected'), together('naive'), together('seasonal')];
  const rival = mean(naive) <= mean(seasonal) ? naive : seasonal;
  const gains = own.map((miss, at) => (rival[at] ?? 0) - miss);
  const scaled = tries.flatMap(({ history, actual, expected }) => mase(history, actual, expected) ?? []);
  const spread = gains.length > 1 ? meanWithError(gains) : null;
  const gain = spread && { mean: spread.mean, ...normalInterval(spread.mean, spread.error) };
  return {
    tries: tries.length,
    miss: missOf('expected'),
    naive: missOf('naive'),
    seasonal: missOf('seasonal'),
    mase: scaled.length > 0 ? mean(scaled) : null,
    gain,
    better: gain !== null && gain.low > 0,
  };
}
