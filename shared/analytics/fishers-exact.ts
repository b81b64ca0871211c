import type { Count } from './rate.ts';

/** Tables this much likelier than the observed one still count as equally likely: floating point, as R does. */
const tolerance = 1e-7;

/** ln(0!) … ln(n!). */
function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let i = 2; i <= n; i += 1) logs[i] = (logs[i - 1] ?? 0) + Math.log(i);
  return logs;
}

/**
 * Fisher's exact test of two groups, two-sided: the probability, all margins fixed, of every table that is no likelier
 * than this one. 1 where a group is empty. Takes as many steps as the groups have people.
 * Source: Fisher 1935; two-sided as in Agresti, Categorical Data Analysis §3.5 and R's fisher.test.
 */
export function fishersExact(first: Count, second: Count): number {
  const cases = first.cases + second.cases;
  const all = first.of + second.of;
  const log = logFactorials(all);
  const ln = (n: number) => log[n] ?? 0;
  const choose = (n: number, k: number) => ln(n) - ln(k) - ln(n - k);
  const likelihood = (own: number) => choose(first.of, own) + choose(second.of, cases - own) - choose(all, cases);
  const observed = likelihood(first.cases) + Math.log1p(tolerance);
  let p = 0;
  for (let own = Math.max(0, cases - second.of); own <= Math.min(cases, first.of); own += 1) {
    const one = likelihood(own);
    if (one <= observed) p += Math.exp(one);
  }
  return Math.min(1, p);
}
