/** Both ends of a 95 % confidence interval, in the unit of the figure it belongs to. */
export type Interval = { low: number; high: number };

/** Standard deviations to either side that hold 95 % of a normal distribution. */
export const z95 = 1.959_963_984_540_054;

/** An estimate with its standard error, both in the estimate's unit. */
export const normalInterval = (estimate: number, standardError: number): Interval => ({
  low: estimate - z95 * standardError,
  high: estimate + z95 * standardError,
});

/** A mean of independent values with its standard error; n ≥ 2. */
export function meanWithError(values: readonly number[]): { mean: number; error: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (n - 1) / n) };
}
