import type { Count } from './rate.ts';

/** Tables this much likelier than the observed one still count as equally likely: floating point, as R does. */
const tolerance = 1e-7;
/** A table that adds less than this share to what was added before ends a tail. */
const negligible = 1e-18;

/** ln(n!) by the sum for small numbers, by Stirling's series (error below 1e-15 from here on) for large ones. */
const summed = 256;
const logFactorials = Array.from({ length: summed }, () => 0);
for (let n = 2; n < summed; n += 1) logFactorials[n] = (logFactorials[n - 1] ?? 0) + Math.log(n);
const ln = (n: number): number =>
  n < summed
    ? (logFactorials[n] ?? 0)
    : n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
const choose = (n: number, k: number): number => ln(n) - ln(k) - ln(n - k);

/**
 * Fisher's exact test of two groups, two-sided: the probability, all margins fixed, of every table that is no likelier
 * than this one. 1 where a group is empty. Likelihoods rise up to one table and fall behind it, so both tails are added
 * from where they begin: some standard deviations of steps, however many people there are.
 * Source: Fisher 1935; two-sided as in Agresti, Categorical Data Analysis §3.5 and R's fisher.test.
 */
export function fishersExact(first: Count, second: Count): number {
  const cases = first.cases + second.cases;
  const all = first.of + second.of;
  const likelihood = (own: number) => choose(first.of, own) + choose(second.of, cases - own) - choose(all, cases);
  const [least, most] = [Math.max(0, cases - second.of), Math.min(cases, first.of)];
  const mode = Math.min(most, Math.max(least, Math.floor(((cases + 1) * (first.of + 1)) / (all + 2))));
  const observed = likelihood(first.cases) + Math.log1p(tolerance);
  if (likelihood(mode) <= observed) return 1;
  const tail = (edge: number) => {
    const away = Math.sign(edge - mode);
    let sum = 0;
    for (let steps = firstUnlikely(mode, edge); steps <= Math.abs(edge - mode); steps += 1) {
      const one = Math.exp(likelihood(mode + away * steps));
      sum += one;
      if (one <= sum * negligible) break;
    }
    return sum;
  };
  /** Steps from the likeliest table to the first one that is no likelier than the observed; one beyond the edge where none is. */
  function firstUnlikely(from: number, edge: number): number {
    const away = Math.sign(edge - from);
    let [likely, unlikely] = [0, Math.abs(edge - from) + 1];
    while (unlikely - likely > 1) {
      const middle = Math.floor((likely + unlikely) / 2);
      if (likelihood(from + away * middle) <= observed) unlikely = middle;
      else likely = middle;
    }
    return unlikely;
  }
  return Math.min(1, tail(least) + tail(most));
}
