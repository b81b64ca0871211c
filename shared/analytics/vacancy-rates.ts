import { limits } from '../limits.ts';
import { eachMonth, level, monthOfYear, type PositionHistory, type Season, seasonOf } from './season.ts';

/** `last`: the year's month, 1-12, the histories end with. */
export type DemandAsked = { histories: readonly PositionHistory[]; last: number };

/** A position is thought to be like the company for as much as a year of its own would weigh. */
const priorMonths = 12;

export type Learned = { season: Season; rate: number; dispersion: number };

/** Vacancies per head and month of the whole company, its seasons, and how much more they scatter than chance would. */
export function learnRates({ histories, last }: DemandAsked): Learned {
  const long = Math.max(0, ...histories.map(({ monthly }) => monthly.length)) >= limits.analytics.demand.seasonMonths;
  const season = long ? seasonOf(histories, last) : level;
  const rows = eachMonth(histories, last);
  const people = rows.reduce((sum, { headcount, month }) => sum + headcount * (season[month] ?? 1), 0);
  const rate = people > 0 ? rows.reduce((sum, { opened }) => sum + opened, 0) / people : 0;
  const means = new Map(
    histories.map((history) => [history.positionId, rateOfPosition(history, last, { season, rate })]),
  );
  const scatter = rows.flatMap(({ positionId, headcount, opened, month }) => {
    const mean = (means.get(positionId)?.mean ?? 0) * headcount * (season[month] ?? 1);
    return mean > 0 ? [(opened - mean) ** 2 / mean] : [];
  });
  const free = Math.max(1, scatter.length - histories.length);
  return { season, rate, dispersion: Math.max(1, scatter.reduce((sum, one) => sum + one, 0) / free) };
}

/** A gamma distribution of the position's own rate: the company's as the prior, its months as the evidence. */
export function rateOfPosition(
  { monthly, headcount }: PositionHistory,
  last: number,
  { season, rate }: Pick<Learned, 'season' | 'rate'>,
): { mean: number; variance: number } {
  const prior = priorMonths * headcount;
  const seen = monthly.reduce(
    (sum, _, at) => sum + headcount * (season[monthOfYear(last, monthly.length - 1 - at)] ?? 1),
    prior,
  );
  const shape = rate * prior + monthly.reduce((sum, opened) => sum + opened, 0);
  return seen > 0 ? { mean: shape / seen, variance: shape / seen ** 2 } : { mean: 0, variance: 0 };
}

/** Heads times season of the coming months: what a rate is multiplied with. Month 1 is the one after the last. */
export const exposureAhead = (headcount: number, last: number, season: Season, months: number): number[] =>
  Array.from({ length: months }, (_, at) => headcount * (season[monthOfYear(last, -1 - at)] ?? 1));

/** The expected vacancies of each of the coming months, position by position: what the backtest judges. */
export function expectedMonths(asked: DemandAsked, months: number): number[][] {
  const learned = learnRates(asked);
  return asked.histories.map((history) => {
    const { mean } = rateOfPosition(history, asked.last, learned);
    return exposureAhead(history.headcount, asked.last, learned.season, months).map((exposure) => exposure * mean);
  });
}
