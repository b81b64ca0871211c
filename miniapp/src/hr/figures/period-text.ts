import { figureWords as words } from '../words.ts';
import { spanText } from './day-text.ts';
import { type FigureFilter, usualDays } from './filter.ts';

export function periodText({ days, from, to }: FigureFilter): string {
  if (from !== undefined && to !== undefined) return spanText(from, to);
  if (days === 365) return words.filter.year;
  if (days === 180) return words.filter.half;
  return words.filter.lately(days ?? usualDays);
}
