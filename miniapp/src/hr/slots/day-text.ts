import { copy } from '../../copy.ts';
import { weekdayOf } from './week.ts';

/** 「11月25日」 of a day written YYYY-MM-DD. */
export const dayText = (day: string): string => {
  const [, month = 1, date = 1] = day.split('-').map(Number);
  return copy.candidate.when.date(month, date);
};

export const weekdayText = (day: string): string => copy.candidate.when.weekdays[weekdayOf(day)] ?? '';
