import type { CountedUnit } from '#shared/copy/zh/figures.ts';
import { figureWords as words } from '../words.ts';
import { countText, percentText, pointsText, signed } from './number-text.ts';
import type { Change, Figure, Share } from './shapes.ts';

/** 「54 次中的 9 次」 */
export const casesText = ({ cases, of }: Pick<Share, 'cases' | 'of'>, unit: CountedUnit): string =>
  words.of(countText(cases), countText(of), unit);

export const rangeText = ({ low, high }: Pick<Share, 'low' | 'high'>): string =>
  words.interval(percentText(low), percentText(high));

/** 「真实水平多半在 9% 到 29% 之间」 */
export const likelyText = ({ low, high }: Pick<Share, 'low' | 'high'>): string =>
  words.likely(percentText(low), percentText(high));

export const rateText = (share: Share | null): string => (share === null ? words.tooFew : percentText(share.rate));

/** The rate, or how much is missing before there is one. */
export const figureText = ({ share, missing }: Figure, unit: CountedUnit): string =>
  share === null ? words.missing(missing, unit) : percentText(share.rate);

/** What a rate rests on: of how many, and where the truth may lie. */
export const groundsText = (share: Share, unit: CountedUnit): string =>
  `${casesText(share, unit)} · ${rangeText(share)}`;

/** 「下降 12 个百分点」, or that nothing can be told. */
export const changeText = (change: Change): string =>
  change.direction === 'unclear' ? words.change.unclear : words.change[change.direction](pointsText(change.difference));

/** 「−17 到 −7 个百分点」; a plus only where the other end is below zero. */
export function differenceText({ low, high }: Pick<Change, 'low' | 'high'>): string {
  const crosses = low < 0 && high > 0;
  return words.pointsBetween(signed(low, crosses), signed(high, crosses));
}

/** A rate with its interval, in a cell of a table. */
export const shareText = (share: Share | null): string =>
  share === null ? words.none : words.aside(percentText(share.rate), rangeText(share));
