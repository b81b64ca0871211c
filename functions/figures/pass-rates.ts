import { figureOf, figuresOf } from '#shared/analytics/counted.ts';
import { shownGroups } from '#shared/analytics/small-groups.ts';
import { breakdownOf, byPosition, type CountDeps, countIn, daysOf, totalOf, trendOf } from './counted.ts';
import { ownBreakdowns, type ReportDeps } from './own-breakdowns.ts';
import type { PeriodDeps, Subject } from './period.ts';

export type PassDeps = PeriodDeps & CountDeps & ReportDeps;

/** Who passed of those that were decided, position by position. */
export async function passRatesOf(deps: PassDeps, subject: Subject) {
  const { period } = subject;
  const [days, positions, own] = await Promise.all([
    daysOf(deps, subject, 'endings', period),
    byPosition(deps, subject, 'endings', period),
    deps.reports.read(subject.company),
  ]);
  const cells = totalOf(days);
  const passes = figuresOf(positions.map((one) => countIn(one.cells, 'passed', 'decided')));
  const ended = positions.map((one) => one.cells.ended ?? 0);
  const shown = shownGroups(ended);
  const crossed = own.reports.filter(({ dimension }) => ['source', 'candidate_kind', 'score_band'].includes(dimension));
  return {
    period,
    rate: figureOf(countIn(cells, 'passed', 'decided')),
    trend: trendOf(days, period, 'passed', 'decided'),
    positions: positions.map(({ position: { positionId, title, department } }, at) => ({
      ...{ positionId, title, department },
      ended: shown[at] ? (ended[at] ?? 0) : null,
      pass: passes[at] ?? { share: null, missing: 0 },
    })),
    breakdowns: [
      breakdownOf(cells, 'source', 'passed', 'decided'),
      breakdownOf(cells, 'candidate_kind', 'passed', 'decided'),
      ...ownBreakdowns(crossed, cells, 'passed', 'decided'),
    ],
  };
}
