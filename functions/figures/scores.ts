import { rateOf } from '#shared/analytics/rate.ts';
import { mayShow, shownGroups } from '#shared/analytics/small-groups.ts';
import { cellName } from '#shared/figures/contribution.ts';
import { dimensionValues } from '#shared/figures/names.ts';
import { limits } from '#shared/limits.ts';
import { type CountDeps, countIn, daysOf, totalOf } from './counted.ts';
import type { PeriodDeps, Subject } from './period.ts';

export type ScoreDeps = PeriodDeps & CountDeps;

/** What a score came to: passed, hired, still there, and how well it went. */
export async function scoresOf(deps: ScoreDeps, subject: Subject) {
  const cells = totalOf(await daysOf(deps, subject, 'endings', subject.period));
  const bands = dimensionValues.score_band.map((band) => {
    const of = (measure: string) => cellName(measure, 'score_band', band);
    return { band, of, ended: cells[of('ended')] ?? 0 };
  });
  const shown = shownGroups(bands.map(({ ended }) => ended));
  return {
    period: subject.period,
    bands: bands.map(({ band, of }, at) => {
      const share = (cases: string, among: string) => {
        const count = countIn(cells, of(cases), of(among));
        return shown[at] && mayShow(count.of) ? rateOf(count) : null;
      };
      const n = cells[of('performed')] ?? 0;
      const mean = (cells[of('performance')] ?? 0) / 10 / n;
      return {
        band,
        hidden: !shown[at],
        passed: share('passed', 'decided'),
        hired: share('hired', 'ended'),
        retained: share('stayed', 'followed'),
        performance: shown[at] && mayShow(n) ? { n, mean } : null,
      };
    }),
    missingOutcomes: Math.max(0, limits.analytics.compared - (cells.followed ?? 0)),
  };
}
