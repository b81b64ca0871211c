import { limits } from '../limits.ts';
import { type Correlation, type Point, spearman } from './correlation.ts';
import { type Range, rangeOf } from './range.ts';
import { type Rate, rateOf } from './rate.ts';
import { mayShow, shownGroups } from './small-groups.ts';

/** A score 0-100 and what came: 1 or 0 for hired or still there, or a figure such as a rating of performance. */
export type ScoredOutcome = { score: number; outcome: number };

/** `from` ≤ score < `below`; the last band is open. `reached`: null where it may not be shown. */
export type ScoreBand = { from: number; below: number | null; reached: Rate | null };

export type ScoreValidity = { n: number; bands: ScoreBand[]; correlation: Correlation | null; range: Range };

/**
 * What a score says of what came after. `reachedFrom`: the outcome from which somebody counts for a band's rate (1 for
 * yes or no). `everybody`: the scores of all who were scored, to see how far these were already picked.
 */
export function scoreValidity(asked: {
  people: readonly ScoredOutcome[];
  everybody: readonly number[];
  reachedFrom: number;
}): ScoreValidity {
  const { people, everybody, reachedFrom } = asked;
  const starts = [0, ...limits.analytics.scoreBands];
  const counts = starts.map((from, at) => {
    const below = starts[at + 1] ?? null;
    const own = people.filter(({ score }) => score >= from && (below === null || score < below));
    return { from, below, of: own.length, cases: own.filter(({ outcome }) => outcome >= reachedFrom).length };
  });
  const shown = shownGroups(counts.map(({ of }) => of));
  const points = people.map(({ score, outcome }): Point => [score, outcome]);
  return {
    n: people.length,
    bands: counts.map(({ from, below, ...count }, at) => ({ from, below, reached: shown[at] ? rateOf(count) : null })),
    correlation: mayShow(people.length) ? spearman(points) : null,
    range: rangeOf(
      people.map(({ score }) => score),
      everybody,
    ),
  };
}
