import type { Copy } from '#shared/copy/copy.ts';

type Words = Copy['candidate']['when'];
const minute = 60_000;
const day = 86_400_000;
/** The zone most people here live in; a device in another one gets its zone told. */
const homeOffset = -480;

const two = (n: number) => String(n).padStart(2, '0');

/** 「今天 14:00」「明天 周二 14:00」「11月24日 周二 14:00」 in the device's zone, named where it is not China's. */
export function describeInstant(words: Words, iso: string, now: number): string {
  const at = new Date(iso);
  const today = new Date(now);
  const days = Math.round((midnight(at) - midnight(today)) / day);
  const weekday = words.weekdays[at.getDay()] ?? '';
  const time = `${two(at.getHours())}:${two(at.getMinutes())}${zoneOf(at)}`;
  if (days === 0) return `${words.today} ${time}`;
  if (days === 1) return `${words.tomorrow} ${weekday} ${time}`;
  if (days === -1) return `${words.yesterday} ${time}`;
  const [year, month, date] = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  const text = year === today.getFullYear() ? words.date(month, date) : words.dateWithYear(year, month, date);
  return `${text} ${weekday} ${time}`;
}

const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

function zoneOf(at: Date): string {
  const offset = at.getTimezoneOffset();
  if (offset === homeOffset) return '';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return ` (UTC${offset <= 0 ? '+' : '-'}${hours}${minutes === 0 ? '' : `:${two(minutes)}`})`;
}

/** HH:mm:ss */
export function clockOf(iso: string): string {
  const at = new Date(iso);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** 「2 天 3 小时」「1 小时 20 分」「12 分钟」; `ms` until then. */
export function describeLeft(words: Words, ms: number): string {
  if (ms <= 0) return words.over;
  const minutes = Math.floor(ms / minute);
  if (minutes < 1) return words.underMinute;
  if (minutes < 60) return words.minutes(minutes);
  if (minutes < 48 * 60) return words.hours(Math.floor(minutes / 60), minutes % 60);
  return words.days(Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60));
}
