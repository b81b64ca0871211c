import { Temporal } from 'temporal-polyfill';
import { limits } from '../limits.ts';
import type { DimensionValue } from './names.ts';

/**
 * Minutes at which a new range of times begins; the last one is open. A time is kept as its range. Ranges that are in
 * counters already never move: a new list needs a new name.
 */
export const handlingRanges = [5, 15, 30, 60, 120, 240, 1440] as const;
export const stayRanges = [60, 240, 720, 1440, 2880, 4320, 7200, 10_080, 20_160, 43_200] as const;

/** The place of the range that minutes fall into: as many as there are ranges begun, the upper edge included below. */
export const rangeAt = (minutes: number, ranges: readonly number[]): number =>
  ranges.filter((edge) => minutes > edge).length;

export const minutesBetween = (from: string, to: string): number =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / 60_000);
export const hoursBetween = (from: string, to: string): number => minutesBetween(from, to) / 60;

type Clock = { hour: number; weekday: number };
/** By the company's clock; weekday 1 is Monday. */
export function clockOf(timeZone: string, at: string): Clock {
  const { hour, dayOfWeek } = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  return { hour, weekday: dayOfWeek };
}

export function leadTimeOf(hours: number): DimensionValue<'lead_time'> {
  if (hours < 24) return 'same_day';
  if (hours < 48) return 'days_1';
  if (hours < 96) return 'days_2_3';
  return hours < 192 ? 'days_4_7' : 'over_7';
}

export function hourBandOf(hour: number): DimensionValue<'hour'> {
  if (hour < 12) return 'morning';
  if (hour < 14) return 'noon';
  return hour < 18 ? 'afternoon' : 'evening';
}

export const weekdayOf = (weekday: number): DimensionValue<'weekday'> => `${weekday}` as DimensionValue<'weekday'>;

const bandNames = ['under_70', '70_79', '80_84', '85_up'] as const;
export const scoreBandOf = (overall: number | null): DimensionValue<'score_band'> =>
  overall === null
    ? 'unscored'
    : (bandNames[limits.analytics.scoreBands.filter((from) => overall >= from).length] ?? 'unscored');
