import { chanceOf, fitLogistic } from './logistic.ts';
import { type Rate, rateOf } from './rate.ts';

/** Turns a model's log odds into a chance that comes true as often as it says. */
export type Platt = { slope: number; intercept: number };

/**
 * Platt's scaling of held-out log odds. Two parameters: isotonic regression fits better only from about a thousand cases
 * on and overfits below (Niculescu-Mizil & Caruana, ICML 2005). Targets are drawn in from 0 and 1 as Platt does (1999).
 */
export function fitPlatt(logits: readonly number[], happened: readonly boolean[]): Platt {
  const yes = happened.filter(Boolean).length;
  const no = happened.length - yes;
  const targets = happened.map((one) => (one ? (yes + 1) / (yes + 2) : 1 / (no + 2)));
  const { coefficients } = fitLogistic({ rows: logits.map((logit) => [logit]), targets }, 0);
  const [intercept = 0, slope = 0] = coefficients;
  return { slope, intercept };
}

export const calibrated = ({ slope, intercept }: Platt, logit: number): number => chanceOf(slope * logit + intercept);

/** A chance that was said, 0-1, and what came. */
export type Forecast = { chance: number; happened: boolean };

/** Mean squared distance of chances from what came: 0 is knowing, 0.25 is a coin. Source: Brier 1950. */
export const brier = (forecasts: readonly Forecast[]): number =>
  forecasts.reduce((sum, { chance, happened }) => sum + (chance - Number(happened)) ** 2, 0) / forecasts.length;

/** Forecasts of about the same chance: what was said on average, and how often it came. */
export type CalibrationBin = { said: number; came: Rate };

/** Bins of equal numbers of forecasts, from the lowest chances to the highest. */
export function calibrationBins(forecasts: readonly Forecast[], bins: number): CalibrationBin[] {
  const ordered = forecasts.toSorted((a, b) => a.chance - b.chance);
  return Array.from({ length: bins }, (_, bin) => {
    const own = ordered.slice(
      Math.floor((bin * ordered.length) / bins),
      Math.floor(((bin + 1) * ordered.length) / bins),
    );
    const came = rateOf({ cases: own.filter(({ happened }) => happened).length, of: own.length });
    return { said: own.reduce((sum, { chance }) => sum + chance, 0) / own.length, came };
  }).flatMap(({ said, came }) => (came ? [{ said, came }] : []));
}

/** Murphy's reliability term: mean squared distance of said from come over the bins; 0 is calibrated. */
export function reliability(bins: readonly CalibrationBin[]): number {
  const n = bins.reduce((sum, { came }) => sum + came.of, 0);
  return bins.reduce((sum, { said, came }) => sum + came.of * (said - came.rate) ** 2, 0) / n;
}
