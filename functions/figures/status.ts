import type { Checks } from '#functions/ports/sync.ts';
import { figureOf } from '#shared/analytics/counted.ts';
import { limits } from '#shared/limits.ts';
import type { PeriodDeps, Subject } from './period.ts';

export type StatusDeps = PeriodDeps & { checks: Pick<Checks, 'days'> };

/** How often a check found a copy of a status that was wrong: the case to beat is 12 %. It is nobody's personal figure. */
export async function statusOf({ checks }: StatusDeps, { company, period }: Subject) {
  const kept = await checks.days(company, limits.checksKeptDays);
  const trend = kept.filter(({ date }) => date >= period.from && date <= period.to).reverse();
  const sum = (field: 'checked' | 'drifted' | 'healed') => trend.reduce((all, day) => all + day[field], 0);
  const [checked, drifted, healed] = [sum('checked'), sum('drifted'), sum('healed')];
  return { period, rate: figureOf({ cases: drifted, of: checked }), checked, drifted, healed, trend };
}
