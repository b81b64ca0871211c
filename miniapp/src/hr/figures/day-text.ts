import { figureWords as words } from '../words.ts';
import type { Quarter } from './days.ts';

/** 「11/3」 */
export function shortDay(day: string): string {
  const [, month = '1', date = '1'] = day.split('-');
  return words.day(Number(month), Number(date));
}

/** A day, or from one to the other; the year where it is not the same. */
export function spanText(from: string, to: string): string {
  if (from === to) return shortDay(from);
  const year = (day: string) => (from.slice(0, 4) === to.slice(0, 4) ? '' : `${day.slice(0, 4)}/`);
  return words.span(`${year(from)}${shortDay(from)}`, `${year(to)}${shortDay(to)}`);
}

export const quarterText = ({ year, quarter }: Quarter): string => words.review.quarter(year, quarter);
