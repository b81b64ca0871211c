/** Counts 0, 1, 2 … with this mean and a variance of at least as much; equal: Poisson. */
export type CountDistribution = { mean: number; variance: number };

/** Above this a quantile is not searched for: no position opens a hundred thousand times in three months. */
const most = 100_000;

/** The smallest count that holds at least `share` (0-1) of a negative binomial distribution at or below it. */
export function countQuantile({ mean, variance }: CountDistribution, share: number): number {
  if (mean <= 0) return 0;
  // So nearly Poisson that the formula's r would overflow.
  const spread = Math.max(variance, mean * (1 + 1e-9));
  const p = mean / spread;
  const r = (mean * p) / (1 - p);
  // In logarithms: the first terms of a large mean are smaller than any double.
  let logTerm = r * Math.log(p);
  let below = Math.exp(logTerm);
  let count = 0;
  for (; below < share && count < most; count += 1) {
    logTerm += Math.log((count + r) / (count + 1)) + Math.log1p(-p);
    below += Math.exp(logTerm);
  }
  return count;
}
