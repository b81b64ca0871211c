import { figureWords as words } from '../words.ts';

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

export const countText = (n: number): string => grouped(Math.round(n));

/** 0-1 as per cent: a decimal only where a whole number would hide it. */
export const percentText = (share: number): string => words.percent(hundredths(share));

/** A difference of shares as percentage points, whichever way it goes. */
export const pointsText = (difference: number): string => words.points(hundredths(Math.abs(difference)));

/** Points with their sign; the plus where it is wanted. */
export function signed(difference: number, plus: boolean): string {
  const text = hundredths(Math.abs(difference));
  if (text === '0') return text;
  if (difference < 0) return `−${text}`;
  return plus ? `+${text}` : text;
}

function hundredths(share: number): string {
  const value = 100 * share;
  return Math.abs(value) < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
}

const hour = 60;
const day = 24 * hour;

/** Minutes as somebody would say them. */
export function minutesText(minutes: number): string {
  if (minutes < 1) return words.underMinute;
  if (minutes < 2 * hour) return words.minutes(String(Math.round(minutes)));
  if (minutes < 2 * day) return words.hours(String(Math.round((minutes / hour) * 2) / 2));
  return words.days(String(Math.round(minutes / day)));
}

/** A median out of ranges; null is longer than anything seen. */
export const aboutText = (minutes: number | null): string =>
  minutes === null ? words.endless : words.about(minutesText(minutes));

export const yuanText = (amount: number): string => words.yuan(grouped(Math.round(amount)));
