import { changeBetween } from '#shared/analytics/change.ts';
import { normalInterval } from '#shared/analytics/confidence.ts';
import { type Cells, figureOf, missingFor } from '#shared/analytics/counted.ts';
import { timesInRanges } from '#shared/analytics/ranges.ts';
import { mayShow } from '#shared/analytics/small-groups.ts';
import { handlingRanges } from '#shared/figures/bounds.ts';
import { complaintCategories, complaintKinds, type RatedThing, ratedThings } from '#shared/figures/names.ts';
import {
  breakdownOf,
  byPosition,
  type CountDeps,
  countIn,
  daysOf,
  positionBreakdown,
  says,
  totalOf,
  trendOf,
} from './counted.ts';
import { ownBreakdowns, type ReportDeps } from './own-breakdowns.ts';
import type { PeriodDeps, Subject } from './period.ts';

export type SatisfactionDeps = PeriodDeps & CountDeps & ReportDeps;

/** What candidates say of their interview, and what they asked for help with. */
export async function satisfactionOf(deps: SatisfactionDeps, subject: Subject) {
  const { period, earlier } = subject;
  const [days, before, positions, own] = await Promise.all([
    daysOf(deps, subject, 'voices', period),
    daysOf(deps, subject, 'voices', earlier),
    byPosition(deps, subject, 'voices', period),
    deps.reports.read(subject.company),
  ]);
  const cells = totalOf(days);
  const satisfied = countIn(cells, 'satisfied', 'answered');
  const past = countIn(totalOf(before), 'satisfied', 'answered');
  const closed = handlingRanges.map((_, at) => cells[`closed_${at}`] ?? 0);
  const ended = [...closed, cells[`closed_${handlingRanges.length}`] ?? 0];
  const open = cells.waiting ?? 0;
  const opened = cells.ticket ?? 0;
  const shows = mayShow(opened);
  const crossed = own.reports.filter(({ dimension }) => ['source', 'candidate_kind'].includes(dimension));
  return {
    period,
    answered: figureOf(countIn(cells, 'answered', 'ended')),
    satisfied: figureOf(satisfied),
    change: mayShow(satisfied.of) && mayShow(past.of) ? changeBetween(past, satisfied) : null,
    trend: trendOf(days, period, 'satisfied', 'answered'),
    ratings: ratedThings.map((thing) => ({ of: thing, ...ratingOf(cells, thing) })),
    tickets: {
      opened: shows ? opened : 0,
      open: shows ? open : 0,
      faultOurs: shows ? (cells.ours ?? 0) : 0,
      kinds: shows ? complaintKinds.map((kind) => ({ kind, n: cells[`kind_${kind}`] ?? 0 })) : [],
      categories: shows
        ? complaintCategories.map((category) => ({ category, n: cells[`category_${category}`] ?? 0 }))
        : [],
      time: mayShow(opened - open) ? timesInRanges({ ended }, handlingRanges) : null,
    },
    breakdowns: [
      ...(positions.length > 1 ? [positionBreakdown(positions, 'satisfied', 'answered')] : []),
      ...(['source', 'candidate_kind'] as const)
        .map((dimension) => breakdownOf(cells, dimension, 'satisfied', 'answered'))
        .filter(says),
      ...ownBreakdowns(crossed, cells, 'satisfied', 'answered'),
    ],
  };
}

/** Mean stars with the interval of a mean of so many. */
function ratingOf(cells: Cells, thing: RatedThing) {
  const stars = [1, 2, 3, 4, 5].map((star) => cells[`${thing}_${star}`] ?? 0);
  const n = stars.reduce((sum, one) => sum + one, 0);
  if (!mayShow(n)) return { n: 0, missing: missingFor(n), mean: null, low: null, high: null, stars: [] };
  const mean = stars.reduce((sum, one, at) => sum + one * (at + 1), 0) / n;
  const squares = stars.reduce((sum, one, at) => sum + one * (at + 1 - mean) ** 2, 0);
  const { low, high } = normalInterval(mean, Math.sqrt(squares / (n - 1) / n));
  return { n, missing: 0, mean, low: Math.max(1, low), high: Math.min(5, high), stars };
}
