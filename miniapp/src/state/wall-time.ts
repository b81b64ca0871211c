import type { Copy } from '#shared/copy/copy.ts';

type Words = Copy['candidate']['when'];

/** A time as the company's clock shows it. `offset`: minutes the clock is ahead of UTC at that time. */
export type WallTime = {
  year: number;
  month: number;
  day: number;
  weekday: number;
  /** HH:mm */
  clock: string;
  offset: number;
};

const minute = 60_000;
const dayMs = 86_400_000;
const two = (n: number) => String(n).padStart(2, '0');

/** What a clock so many minutes ahead of UTC shows at an instant. */
export function wallAt(ms: number, offset: number): WallTime {
  const at = new Date(ms + offset * minute);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    weekday: at.getUTCDay(),
    clock: `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`,
    offset,
  };
}

/**
 * From the server's own words for the instant, 「2026年11月25日 14:00」 in the company's zone: not every client of WeChat
 * knows zones other than its own.
 */
export function wallOf(text: string, iso: string): WallTime {
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0] = (text.match(/\d+/g) ?? []).map(Number);
  const at = Date.parse(iso);
  const offset = Math.round((Date.UTC(year, month - 1, day, hours, minutes) - at) / minute);
  return wallAt(at, offset);
}

/** Days from one date to another, whatever the clocks did between. */
const daysBetween = (from: WallTime, to: WallTime): number => Math.round((dateOf(to) - dateOf(from)) / dayMs);
const dateOf = ({ year, month, day }: WallTime): number => Date.UTC(year, month - 1, day);

/** 「今天」「明天」; undefined for any other day. `now`: ms. */
export function nearDay(words: Words, wall: WallTime, now: number): string | undefined {
  const days = daysBetween(wallAt(now, wall.offset), wall);
  return days === 0 ? words.today : days === 1 ? words.tomorrow : undefined;
}

/** 「11月25日」, with the year where it is another one. */
export const dateText = (words: Words, { year, month, day, offset }: WallTime, now: number): string =>
  year === wallAt(now, offset).year ? words.date(month, day) : words.dateWithYear(year, month, day);

/** 「明天 周三 14:00」「11月25日 周三 14:00」 by the company's clock. */
export const wallText = (words: Words, wall: WallTime, now: number): string =>
  [nearDay(words, wall, now) ?? dateText(words, wall, now), words.weekdays[wall.weekday] ?? '', wall.clock].join(' ');

/** 「UTC+8」「UTC-3:30」 */
export function zoneText({ offset }: WallTime): string {
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `UTC${offset < 0 ? '-' : '+'}${hours}${minutes === 0 ? '' : `:${two(minutes)}`}`;
}

/** Whether the device's own clock shows another time than the company's. */
export const isElsewhere = (iso: string, { offset }: WallTime): boolean =>
  -new Date(iso).getTimezoneOffset() !== offset;
