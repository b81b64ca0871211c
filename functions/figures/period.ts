import type { Scope } from '#functions/ports/figures.ts';
import type { Positions } from '#functions/ports/positions.ts';
import type { Clock, Directory } from '#functions/ports.ts';
import { dateIn } from '#shared/application/workbench-places.ts';
import { addDays, daysBetween, stepFor } from '#shared/figures/days.ts';
import type { TrendStep } from '#shared/figures/names.ts';
import { limits } from '#shared/limits.ts';
import type { Position } from '#shared/organisation/records.ts';
import { effectiveSettings, type Settings } from '#shared/settings.ts';

export type PeriodDeps = {
  directory: Pick<Directory, 'company'>;
  positions: Pick<Positions, 'all'>;
  clock: Clock;
};
export type Asked = {
  from?: string | undefined;
  to?: string | undefined;
  by?: TrendStep | undefined;
  positionId?: string | undefined;
  department?: string | undefined;
};

export type Period = { from: string; to: string; by: TrendStep };
/** What a request is about: which days, whose counters, and the company's own words and numbers. */
export type Subject = {
  company: string;
  name: string;
  now: Date;
  today: string;
  period: Period;
  /** As many days before it. */
  earlier: { from: string; to: string };
  /** The counters whose sum it is. */
  scopes: Scope[];
  positions: Position[];
  settings: Settings;
};

/** Days nobody asks for at once. */
const most = limits.figures.days;

export async function subjectOf(deps: PeriodDeps, company: string, asked: Asked): Promise<Subject> {
  const [owner, positions] = await Promise.all([deps.directory.company(company), deps.positions.all(company)]);
  const settings = effectiveSettings(owner?.settings);
  const now = deps.clock.now();
  const today = dateIn(settings.timeZone, now.toISOString());
  const to = asked.to ?? today;
  const wished = asked.from ?? addDays(to, 1 - limits.figures.usualDays);
  const days = Math.min(most, Math.max(1, daysBetween(wished, to) + 1));
  const from = addDays(to, 1 - days);
  const own = positions.filter(
    ({ positionId, department }) =>
      (asked.positionId === undefined || positionId === asked.positionId) &&
      (asked.department === undefined || department === asked.department),
  );
  const whole = asked.positionId === undefined && asked.department === undefined;
  return {
    company,
    name: owner?.name ?? '',
    now,
    today,
    period: { from, to, by: asked.by ?? stepFor(days) },
    earlier: { from: addDays(from, -days), to: addDays(from, -1) },
    scopes: whole ? [null] : own.map(({ positionId }) => positionId),
    positions: own,
    settings,
  };
}
