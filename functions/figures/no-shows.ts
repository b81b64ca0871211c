import { changeBetween } from '#shared/analytics/change.ts';
import { type Cells, figureOf, missingFor } from '#shared/analytics/counted.ts';
import { timesInRanges } from '#shared/analytics/ranges.ts';
import { rateOf } from '#shared/analytics/rate.ts';
import { mayShow } from '#shared/analytics/small-groups.ts';
import { standOut } from '#shared/analytics/stand-out.ts';
import { handlingRanges } from '#shared/figures/bounds.ts';
import { noShowReasons } from '#shared/figures/names.ts';
import { type AgeDeps, ageBreakdown } from './age-breakdown.ts';
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

export type NoShowDeps = PeriodDeps & CountDeps & ReportDeps & AgeDeps;

/** By what a no-show is looked at. */
const shown = ['source', 'candidate_kind', 'channel', 'lead_time', 'weekday', 'hour', 'device'] as const;

/** Who was expected and did not come, why, and how soon somebody dealt with it. */
export async function noShowsOf(deps: NoShowDeps, subject: Subject) {
  const { period, earlier, settings } = subject;
  const [days, before, positions, own, ages] = await Promise.all([
    daysOf(deps, subject, 'appointments', period),
    daysOf(deps, subject, 'appointments', earlier),
    byPosition(deps, subject, 'appointments', period),
    deps.reports.read(subject.company),
    ageBreakdown(deps, subject),
  ]);
  const cells = totalOf(days);
  const missed = countIn(cells, 'missed', 'due');
  const past = countIn(totalOf(before), 'missed', 'due');
  const comparable = mayShow(missed.of) && mayShow(past.of);
  const breakdowns = [
    ...(positions.length > 1 ? [positionBreakdown(positions, 'missed', 'due')] : []),
    ...shown.map((dimension) => breakdownOf(cells, dimension, 'missed', 'due')).filter(says),
    ...ages,
    ...ownBreakdowns(own.reports, cells, 'missed', 'due'),
  ];
  return {
    period,
    rate: figureOf(missed),
    change: comparable ? changeBetween(past, missed) : null,
    excused: mayShow(missed.of) ? (cells.excused ?? 0) : 0,
    trend: trendOf(days, period, 'missed', 'due'),
    reasons: noShowReasons.map((reason) => ({
      reason,
      share: mayShow(missed.cases) ? rateOf({ cases: cells[`reason_${reason}`] ?? 0, of: missed.cases }) : null,
    })),
    handling: handlingOf(cells, settings.handleMinutes),
    breakdowns,
    portrait: standOut(breakdowns),
  };
}

/** How long no-shows waited for somebody. */
export const handledIn = (cells: Cells): number[] =>
  Array.from({ length: handlingRanges.length + 1 }, (_, at) => cells[`handled_${at}`] ?? 0);

function handlingOf(cells: Cells, limit: number) {
  const ended = handledIn(cells);
  const dealt = ended.reduce((sum, n) => sum + n, 0);
  const waiting = cells.unhandled ?? 0;
  const all = dealt + waiting;
  const shows = mayShow(all);
  // A limit of its own that is no edge counts the ranges that are surely within it.
  const within = ended.filter((_, at) => (handlingRanges[at] ?? Number.POSITIVE_INFINITY) <= limit);
  const inTime = within.reduce((sum, n) => sum + n, 0);
  return {
    time: mayShow(dealt) ? timesInRanges({ ended }, handlingRanges) : null,
    missing: missingFor(dealt),
    ranges: shows ? ended.map((n, at) => ({ upTo: handlingRanges[at] ?? null, n })) : [],
    limit,
    within: shows ? rateOf({ cases: inTime, of: all }) : null,
    over: shows ? dealt - inTime : 0,
    waiting: shows ? waiting : 0,
  };
}
