import { limits } from '../limits.ts';
import { type Change, changeBetween } from './change.ts';
import { type Interval, normalInterval, z95 } from './confidence.ts';
import type { Mean, QuestionFigures, QuestionReport } from './question-figures.ts';

/** What is surely out of bounds about a question, so that somebody looks at it. */
export type QuestionFinding =
  | 'too_easy'
  | 'too_hard'
  | 'tells_nobody_apart'
  | 'often_skipped'
  | 'often_complained'
  | 'unrealistic';

/** Each compares the end of the interval that is kinder to the question: it is out of bounds with 95 % confidence. */
function findingsIn({ difficulty, discrimination, skipped, complained, realism }: QuestionFigures): QuestionFinding[] {
  const bounds = limits.analytics.question;
  const found: [QuestionFinding, boolean][] = [
    ['too_easy', difficulty !== null && difficulty.low > bounds.easy],
    ['too_hard', difficulty !== null && difficulty.high < bounds.hard],
    ['tells_nobody_apart', discrimination !== null && discrimination.high < bounds.discrimination],
    ['often_skipped', skipped.low > bounds.skipped],
    ['often_complained', complained.low > bounds.complained],
    ['unrealistic', realism !== null && realism.high < bounds.realism],
  ];
  return found.flatMap(([finding, is]) => (is ? [finding] : []));
}

/** Nothing is suggested of a question that was put too few times. */
export const findingsOf = (report: QuestionReport): QuestionFinding[] =>
  report.state === 'suggested' ? findingsIn(report.figures) : [];

/** How far two means lie apart, second minus first, with its 95 % interval (Welch's standard error). */
export type MeanChange = { before: Mean; after: Mean; difference: number } & Interval;

/** The standard error of a mean, back from its interval. */
const errorOf = ({ low, high }: Mean): number => (high - low) / 2 / z95;

function meanChange(before: Mean, after: Mean): MeanChange {
  const difference = after.mean - before.mean;
  return { before, after, difference, ...normalInterval(difference, Math.hypot(errorOf(before), errorOf(after))) };
}

/** What a new version of a question did, where both were put often enough: better by realism, skips and complaints. */
export type VersionResult = { realism: MeanChange | null; skipped: Change | null; complained: Change | null };

/** Null while either version was put too few times to suggest anything. */
export function compareVersions(old: QuestionReport, renewed: QuestionReport): VersionResult | null {
  if (old.state !== 'suggested' || renewed.state !== 'suggested') return null;
  const [before, after] = [old.figures, renewed.figures];
  return {
    realism: before.realism && after.realism ? meanChange(before.realism, after.realism) : null,
    skipped: changeBetween(before.skipped, after.skipped),
    complained: changeBetween(before.complained, after.complained),
  };
}
