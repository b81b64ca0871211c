/** Vacancies that opened at one position, month by month, and how many people work there. */
export type PositionHistory = {
  positionId: string;
  /** The newest last; all positions end with the same month. */
  monthly: readonly number[];
  headcount: number;
};

/** Twelve factors, January first, about 1: how many times an average month's vacancies a month sees. */
export type Season = readonly number[];

export const level: Season = Array.from({ length: 12 }, () => 1);

/** Where a month `back` months before the last one lies in the year; `last`: 1-12. */
export const monthOfYear = (last: number, back: number): number => (((last - 1 - back) % 12) + 12) % 12;

/** A month of a position's history with the year's month it was. */
export function eachMonth(histories: readonly PositionHistory[], last: number) {
  return histories.flatMap(({ monthly, headcount, positionId }) =>
    monthly.map((opened, at) => ({
      positionId,
      headcount,
      opened,
      month: monthOfYear(last, monthly.length - 1 - at),
    })),
  );
}

/**
 * The company's seasons from all positions together, drawn towards 1 by as much as chance explains of their differences.
 * Source: global empirical Bayes for rates, Marshall, Applied Statistics 40 (1991) 283-294.
 */
export function seasonOf(histories: readonly PositionHistory[], last: number): Season {
  const rows = eachMonth(histories, last);
  const people = rows.reduce((sum, { headcount }) => sum + headcount, 0);
  const opened = rows.reduce((sum, row) => sum + row.opened, 0);
  if (opened === 0 || people === 0) return level;
  const months = level.map((_, month) => {
    const own = rows.filter((row) => row.month === month);
    const expected = (own.reduce((sum, { headcount }) => sum + headcount, 0) / people) * opened;
    return { expected, seen: own.reduce((sum, row) => sum + row.opened, 0) };
  });
  const beyondChance = months.reduce((sum, { seen, expected }) => sum + (seen - expected) ** 2 - expected, 0);
  const variance = beyondChance / months.reduce((sum, { expected }) => sum + expected ** 2, 0);
  if (!(variance > 0)) return level;
  const drawn = 1 / variance;
  const factors = months.map(({ seen, expected }) => (seen + drawn) / (expected + drawn));
  const middle = factors.reduce((sum, factor) => sum + factor, 0) / 12;
  return factors.map((factor) => factor / middle);
}
