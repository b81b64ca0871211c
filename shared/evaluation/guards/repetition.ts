import type { Span } from '../normalise.ts';
import { sentencesOf, splitAt } from '../segment.ts';
import { type Guard, lettersOf, shareIn } from './asked.ts';

const leastRepeated = 6;
/** So many letters in a row that were said before, word for word, are a repetition even without a full stop. */
const run = 8;
const near = 0.65;
/** A clause here and there that takes up an earlier one is how people talk; so much of an answer is a repetition. */
const leastShare = 0.25;

/** Said again: the same sentence, or a clause made of words that all stood before. The first time counts. */
export const repetition: Guard = ({ text }) => {
  const spans: Span[] = [];
  const parts: Span[] = [];
  const said = new Set<string>();
  const saidPairs = new Set<string>();
  let again = 0;
  for (const sentence of sentencesOf(text)) {
    const key = lettersOf(text.slice(sentence.start, sentence.end));
    if (said.has(key)) {
      spans.push(sentence);
      if (key.length >= leastRepeated) again += key.length;
    } else {
      const here: string[] = [];
      for (const clause of splitAt(text, sentence, /[,:、]+/gu)) {
        const words = text.slice(clause.start, clause.end);
        const pairs = /[{}()=;]/u.test(words) ? [] : pairsIn(words);
        if (pairs.length >= 1 && shareIn(pairs, saidPairs) >= near) parts.push(clause);
        else here.push(...pairs);
        for (const pair of here) saidPairs.add(pair);
      }
    }
    said.add(key);
  }
  const lettersIn = (all: Span[]) =>
    all.reduce((sum, { start, end }) => sum + lettersOf(text.slice(start, end)).length, 0);
  // Of what was said once: saying a sentence again may not thin out what repeats in other words.
  const letters = lettersOf(text).length - lettersIn(spans);
  if (lettersIn(parts) >= leastShare * letters) {
    spans.push(...parts);
    again += lettersIn(parts);
  }
  const runs = repeatedRuns(text).filter((one) => !spans.some((span) => span.start < one.end && one.start < span.end));
  again += runs.reduce((sum, { start, end }) => sum + end - start, 0);
  const all = [...spans, ...runs];
  if (all.length === 0) return [];
  return again >= leastRepeated ? [{ flag: 'repetition', spans: all }] : [{ flag: 'too_short', spans: all }];
};

const weak = /[的了和与及又更也就都才还很再一地得着过我会去来]|[^\p{L}\p{N}]/gu;

/** Neighbouring characters without the small words that people vary a repetition by. */
function pairsIn(words: string): string[] {
  const characters = [...words.replace(weak, '')];
  return [...new Set(characters.slice(1).map((one, at) => `${characters[at]}${one}`))];
}

/** Unpunctuated speech that goes round in circles. Program text repeats itself by nature and is left alone. */
function repeatedRuns(text: string): Span[] {
  const seen = new Map<string, number>();
  const repeated = new Array<boolean>(text.length).fill(false);
  for (let at = 0; at + run <= text.length; at += 1) {
    const gram = text.slice(at, at + run);
    const first = seen.get(gram);
    if (first === undefined) seen.set(gram, at);
    else if (first + run <= at && (gram.match(/\p{Script=Han}/gu)?.length ?? 0) >= run - 2)
      repeated.fill(true, at, at + run);
  }
  const spans: Span[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!repeated[at]) continue;
    const last = spans.at(-1);
    if (last && last.end === at) last.end = at + 1;
    else spans.push({ start: at, end: at + 1 });
  }
  return spans.filter(({ start, end }) => lettersOf(text.slice(start, end)).length >= run);
}
