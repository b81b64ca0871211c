import type { Random } from '../seeded.ts';
import { type Interval, meanWithError, normalInterval } from './confidence.ts';

/** The fold, 0 … k-1, of each of n rows: shuffled, sizes equal to within one. */
export function foldsOf(n: number, k: number, random: Random): number[] {
  const folds = Array.from({ length: n }, (_, at) => at % k);
  for (let at = n - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [folds[at] ?? 0, folds[other] ?? 0];
    folds[at] = b;
    folds[other] = a;
  }
  return folds;
}

/** A gain per held-out case with its 95 % interval. */
export type Gain = { mean: number } & Interval;

/**
 * The mean of what each held-out case gained. Models of different folds share most of their data, so cases are less
 * independent than they look: the variance is raised by 1 + k/(k-1), k folds.
 * Source: Nadeau & Bengio, Machine Learning 52 (2003) 239-281 (corrected resampled variance, n2/n1 = 1/(k-1)).
 */
export function heldOutGain(gains: readonly number[], k: number): Gain {
  const { mean, error } = meanWithError(gains);
  return { mean, ...normalInterval(mean, error * Math.sqrt(1 + k / (k - 1))) };
}
