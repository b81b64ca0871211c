import { pairsOf } from '../key-point-terms.ts';
import type { Span } from '../normalise.ts';
import { sentencesOf, splitAt } from '../segment.ts';
import { type Guard, lettersOf, shareIn } from './asked.ts';

const echoed = 0.8;
const leastPairs = 5;
/** Taking up a clause of the question on the way to an answer is no echo; when so much of it is, it is. */
const leastShare = 0.3;

/** A sentence or clause that only says again what was asked, in the question, its setting or a follow-up. */
export const echo: Guard = ({ text }, { promptPairs }) => {
  const whole: Span[] = [];
  const parts: Span[] = [];
  for (const sentence of sentencesOf(text)) {
    const pairs = pairsOf(text.slice(sentence.start, sentence.end));
    if (pairs.length >= leastPairs && shareIn(pairs, promptPairs) >= echoed) whole.push(sentence);
    else
      parts.push(
        ...splitAt(text, sentence, /[,:]+/gu).filter((clause) => {
          const here = pairsOf(text.slice(clause.start, clause.end));
          return here.length >= leastPairs && shareIn(here, promptPairs) >= echoed;
        }),
      );
  }
  const lettersIn = (spans: Span[]) =>
    spans.reduce((sum, { start, end }) => sum + lettersOf(text.slice(start, end)).length, 0);
  const many = lettersIn([...whole, ...parts]) >= leastShare * lettersOf(text).length;
  const spans = many ? [...whole, ...parts] : whole;
  return spans.length === 0 ? [] : [{ flag: 'echo', spans }];
};
