import { Temporal } from 'temporal-polyfill';

const pad = (n: number): string => String(n).padStart(2, '0');

/** An instant as people of a zone read it in a message, e.g. 2026年11月25日 14:00 (also WeChat's `time` field). */
export function localTime(instant: string, timeZone: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return `${at.year}年${at.month}月${at.day}日 ${pad(at.hour)}:${pad(at.minute)}`;
}
