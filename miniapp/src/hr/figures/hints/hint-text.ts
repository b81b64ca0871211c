import { figureWords } from '../../words.ts';
import { valueName } from '../name-text.ts';
import { percentText } from '../number-text.ts';
import type { Hint } from '../shapes.ts';
import { casesText, differenceText, rangeText } from '../share-text.ts';

const words = figureWords.hints;

/** What stands out. */
export function hintTitle({ code, reason, dimension, value, name, share }: Hint): string {
  if (code === 'reason') {
    return words.reason(figureWords.names.reasons[reason ?? 'unsaid'], percentText(share?.rate ?? 0));
  }
  const who = valueName(dimension ?? '', value ?? '', name);
  return code === 'trouble_with' ? words.troubleWith(who) : words.missedMore(who);
}

/** What it rests on, in numbers. */
export function hintEvidence({ share, change }: Hint): string {
  if (change !== null) {
    const group = figureWords.aside(percentText(change.after.rate), casesText(change.after, 'appointments'));
    return words.evidenceChange(group, percentText(change.before.rate), differenceText(change));
  }
  return share === null ? '' : words.evidenceShare(casesText(share, 'appointments'), rangeText(share));
}

export const hintAdvice = ({ code, reason }: Hint): string =>
  words.advice[code === 'reason' ? (reason ?? 'unsaid') : code];

export const hintKey = ({ code, reason, dimension, value }: Hint): string =>
  [code, reason, dimension, value].filter((one) => one !== null).join('-');
