import { Temporal } from 'temporal-polyfill';
import type { TrendStep } from './names.ts';

/** Days are `YYYY-MM-DD` of the company's calendar. */
export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

/** By what a trend of so many days is read. */
export const stepFor = (days: number): TrendStep => (days <= 31 ? 'day' : days <= 190 ? 'week' : 'month');

function endOf(day: string, by: TrendStep): string {
  const date = Temporal.PlainDate.from(day);
  if (by === 'day') return day;
  if (by === 'week') return date.add({ days: 7 - date.dayOfWeek }).toString();
  return date.with({ day: date.daysInMonth }).toString();
}

/** The parts of a time in order: days, weeks from Monday, or months; the first and the last one may be cut. */
export function partsOf(from: string, to: string, by: TrendStep): { from: string; to: string }[] {
  const parts: { from: string; to: string }[] = [];
  for (let start = from; start <= to; ) {
    const end = endOf(start, by);
    parts.push({ from: start, to: end < to ? end : to });
    start = addDays(end, 1);
  }
  return parts;
}

/** The days of a quarter: `2026-Q3`. */
export function quarterDays(quarter: string): { from: string; to: string } {
  const [year, of] = quarter.split('-Q');
  const first = Temporal.PlainDate.from({ year: Number(year), month: Number(of) * 3 - 2, day: 1 });
  return { from: first.toString(), to: first.add({ months: 3 }).subtract({ days: 1 }).toString() };
}
