import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { changeBetween } from '#shared/analytics/change.ts';
import { missingFor } from '#shared/analytics/counted.ts';
import { rangeTimesChange, timesInRanges } from '#shared/analytics/ranges.ts';
import { mayShow } from '#shared/analytics/small-groups.ts';
import type { Output } from '#shared/contract/operations.ts';
import { handlingRanges } from '#shared/figures/bounds.ts';
import { addDays, stepFor } from '#shared/figures/days.ts';
import type { ComparedMeasure, Family } from '#shared/figures/names.ts';
import { limits } from '#shared/limits.ts';
import { ok, type Result } from '#shared/result.ts';
import { type CountDeps, countIn, daysOf, totalOf, trendOf } from './counted.ts';
import { handledIn } from './no-shows.ts';
import { type PeriodDeps, subjectOf } from './period.ts';

/** Of two days. */
const firstOf = (...days: [string, string]): string => days.sort()[0] as string;
const lastOf = (...days: [string, string]): string => days.sort()[1] as string;

type Counted = { family: Family; cases: string; of: string };
const measures = {
  no_show: { family: 'appointments', cases: 'missed', of: 'due' },
  handling: { family: 'appointments', cases: 'missed', of: 'due' },
  satisfaction: { family: 'voices', cases: 'satisfied', of: 'answered' },
  pass: { family: 'endings', cases: 'passed', of: 'decided' },
  start: { family: 'invitations', cases: 'started', of: 'invited' },
  delivery: { family: 'reminders', cases: 'reached', of: 'said' },
} as const satisfies Record<ComparedMeasure, Counted>;

/** The time before a day against the time from it on: 18 % → 6 %, with what chance alone could make of it. */
export async function compare(
  deps: PeriodDeps & CountDeps,
  { actor, query }: Request<'figures.compare', StaffActor>,
): Promise<Result<Output<'figures.compare'>, never>> {
  const { measure, at, days = limits.figures.comparedDays, positionId, department } = query;
  const from = addDays(at, -days);
  const subject = await subjectOf(deps, actor.company, { from, to: addDays(at, days - 1), positionId, department });
  const to = firstOf(subject.period.to, subject.today);
  const { family, cases, of } = measures[measure];
  const found = await daysOf(deps, subject, family, { from, to });
  const cellsOf = (first: string, last: string) => totalOf(found.filter(({ day }) => day >= first && day <= last));
  const sides = [cellsOf(from, addDays(at, -1)), cellsOf(at, to)] as const;
  const period = { from, to: lastOf(to, at), by: stepFor(days * 2) };
  const common = {
    measure,
    before: { from, to: addDays(at, -1) },
    after: { from: at, to: period.to },
    trend: trendOf(found, period, cases, of),
  };
  if (measure === 'handling') {
    const [first, second] = sides.map(handledIn);
    const n = (all: number[] = []) => all.reduce((sum, one) => sum + one, 0);
    const shows = mayShow(n(first)) && mayShow(n(second));
    const times = [first, second].map((ended = []) => timesInRanges({ ended }, handlingRanges));
    const [before, after] = times;
    return ok({
      ...common,
      change: null,
      times: shows && before && after ? { before, after, direction: rangeTimesChange(before, after) } : null,
      missing: { before: missingFor(n(first)), after: missingFor(n(second)) },
    });
  }
  const [first, second] = sides.map((cells) => countIn(cells, cases, of));
  const shows = mayShow(first?.of ?? 0) && mayShow(second?.of ?? 0);
  return ok({
    ...common,
    change: shows && first && second ? changeBetween(first, second) : null,
    times: null,
    missing: { before: missingFor(first?.of ?? 0), after: missingFor(second?.of ?? 0) },
  });
}
