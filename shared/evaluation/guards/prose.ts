import { action, figure, speech, time } from '../lexicon/markers.ts';
import { buzzwords } from '../lexicon/plain-words.ts';
import { type Guard, lettersOf } from './asked.ts';

const buzzShare = 0.24;
const distinct = (text: string, pattern: RegExp): number =>
  new Set([...text.matchAll(pattern)].map(([one]) => one)).size;

/** Jargon that names nothing anyone could have seen. */
export const emptyProse: Guard = ({ text }) => {
  const letters = lettersOf(text).length;
  const covered = new Array<boolean>(text.length).fill(false);
  for (const word of buzzwords)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      covered.fill(true, at, at + word.length);
  const share = letters === 0 ? 0 : covered.filter(Boolean).length / letters;
  const told = distinct(text, figure) + distinct(text, time) + distinct(text, speech) + distinct(text, action);
  const empty = letters >= 20 && share >= buzzShare && told <= 2;
  return empty ? [{ flag: 'empty_prose', spans: [{ start: 0, end: text.length }] }] : [];
};
