import type { CountedUnit } from '#shared/copy/zh/figures.ts';
import type { ComparedMeasure } from '#shared/figures/names.ts';
import { figureWords } from '../../words.ts';
import { aboutText, percentText, pointsText } from '../number-text.ts';
import type { Compared } from '../shapes.ts';
import { differenceText } from '../share-text.ts';

const words = figureWords.compare;

export const unitOf = {
  no_show: 'appointments',
  handling: 'appointments',
  satisfaction: 'answers',
  pass: 'interviews',
  start: 'people',
  delivery: 'reminders',
} as const satisfies Record<ComparedMeasure, CountedUnit>;

/** What is different since, and how sure that is; undefined where a side has too few cases. */
export function comparedText({ measure, change, times }: Compared): { said: string; sure: string } | undefined {
  const name = figureWords.names.measures[measure];
  if (change !== null) {
    const [before, after] = [percentText(change.before.rate), percentText(change.after.rate)];
    const range = differenceText(change);
    if (change.direction === 'unclear') return { said: words.unclear(name, before, after), sure: words.chance(range) };
    const points = pointsText(change.difference);
    return { said: words[change.direction](name, before, after, points), sure: words.means(range) };
  }
  if (times === null) return undefined;
  const [before, after] = [aboutText(times.before.median), aboutText(times.after.median)];
  const said = { fell: words.timesFell, rose: words.timesRose, unclear: words.timesUnclear }[times.direction];
  return { said: said(before, after), sure: '' };
}
