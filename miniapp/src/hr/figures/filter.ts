import { type FigureSection, figureSections } from '#shared/copy/zh/figures.ts';
import { type TrendStep, trendSteps } from '#shared/figures/names.ts';
import { daysAfter, isDay } from './days.ts';

/** What is looked at. `days`: as many until today; or from a day to a day. It stands in the address as it is. */
export type FigureFilter = {
  days?: number;
  from?: string;
  to?: string;
  department?: string;
  positionId?: string;
  /** The stretches of a trend; by default as long as suits the whole. */
  by?: TrendStep;
};

export const usualDays = 90;
export const periods = [30, usualDays, 180, 365] as const;
type Params = Partial<Record<string, string>>;

export function readFilter({ days, from, to, department, positionId, by }: Params): FigureFilter {
  const shown = periods.find((one) => String(one) === days);
  const step = trendSteps.find((one) => one === by);
  const own = from !== undefined && to !== undefined && isDay(from) && isDay(to) && from <= to;
  return {
    ...(own ? { from, to } : { days: shown ?? usualDays }),
    ...(department ? { department } : {}),
    ...(positionId?.startsWith('pos_') ? { positionId } : {}),
    ...(step === undefined ? {} : { by: step }),
  };
}

export const readSection = ({ section }: Params): FigureSection =>
  figureSections.find((one) => one === section) ?? 'overview';

/** What differs from the usual, as a query without its question mark. */
export function filterQuery({ days, from, to, department, positionId, by }: FigureFilter): string {
  const given = { days: days === usualDays ? undefined : days, from, to, department, positionId, by };
  return Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
}

/** As the server takes it. `today`: a day. */
export function periodQuery({ days = usualDays, from, to, department, positionId }: FigureFilter, today: string) {
  return {
    from: from ?? daysAfter(today, 1 - days),
    to: to ?? today,
    ...(department === undefined ? {} : { department }),
    ...(positionId === undefined ? {} : { positionId }),
  };
}
