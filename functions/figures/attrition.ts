import { changeBetween } from '#shared/analytics/change.ts';
import { type Cells, figureOf } from '#shared/analytics/counted.ts';
import { mayShow } from '#shared/analytics/small-groups.ts';
import { type CountDeps, daysOf, totalOf } from './counted.ts';
import type { PeriodDeps, Subject } from './period.ts';

export type AttritionDeps = PeriodDeps & CountDeps;

const leftOf = (cells: Cells) => {
  const of = cells.followed ?? 0;
  return { cases: of - (cells.stayed ?? 0), of };
};

/** Who left again of those that were hired from interviews of these days, and what that costs. */
export async function attritionOf(deps: AttritionDeps, subject: Subject) {
  const { period, earlier, settings } = subject;
  const [days, before] = await Promise.all([
    daysOf(deps, subject, 'endings', period),
    daysOf(deps, subject, 'endings', earlier),
  ]);
  const [left, past] = [leftOf(totalOf(days)), leftOf(totalOf(before))];
  const shows = mayShow(left.of);
  const change = shows && mayShow(past.of) ? changeBetween(past, left) : null;
  // A difference that may be chance saves nothing that could be said.
  const fewer = change?.direction === 'fell' ? -change.difference * left.of : null;
  return {
    period,
    costPerLeaver: settings.leaverCost,
    leavers: shows ? left.cases : null,
    known: shows ? left.of : 0,
    left: figureOf(left),
    cost: shows ? left.cases * settings.leaverCost : null,
    saved: fewer === null ? null : Math.round(fewer) * settings.leaverCost,
  };
}
