import { conceptsIn } from './concepts.ts';
import { figure, figureWords, glue, namedTime, stopWords, synonyms, timeWords } from './lexicon/rubric-words.ts';
import { isDenial } from './negation.ts';
import { plain } from './normalise.ts';
import { wordsOf } from './segmenters.ts';

const hanRun = /\p{Script=Han}{2,}/gu;
const hanOnly = /^\p{Script=Han}+$/u;

/** One thing to look for: any of the forms, or the pattern, shows it. `weight` is higher the fewer key points share it. */
export type Term = { forms: string[]; pattern: RegExp | undefined; weight: number };
/** One thought: its words, and beside them its character pairs. */
export type Thought = { words: Term[]; pairs: Term[]; denial: boolean };
/** A key point: it is shown by any of its alternatives (「打电话或上门」), each the sum of its thoughts (「道歉并安抚」). */
export type KeyPointTerms = Thought[][];

function contentWords(text: string): string[] {
  const found = wordsOf(plain(text))
    .filter((word) => !stopWords.has(word))
    .filter((word) => !hanOnly.test(word) || word.length > 1)
    .filter((word) => [...word].some((character) => !glue.test(character)));
  return [...new Set(found)];
}

/** Neighbouring Han characters, two by two, for what the word list of the platform does not know. */
export function pairsOf(text: string): string[] {
  const found = new Set<string>();
  for (const [run] of plain(text).matchAll(hanRun)) {
    const characters = [...run];
    for (let at = 1; at < characters.length; at += 1) {
      const pair = `${characters[at - 1]}${characters[at]}`;
      if (!found.has(pair) && !glue.test(pair)) found.add(pair);
    }
  }
  return [...found];
}

/** How telling a word is, over the key points and prompts of one interview. Does not depend on their order. */
export function weigher(documents: string[]): (term: string) => number {
  const readableDocuments = documents.map(plain);
  return (term) => {
    const holding = readableDocuments.filter((document) => document.includes(term)).length;
    return Math.log(1 + documents.length / Math.max(1, holding));
  };
}

/** The prompt's own words come back in any answer, so they tell little. */
const promptShare = 0.3;

const alternatives = /或者|或|\/|\bor\b/u;
const joined = /并且|并|[,，;；]/u;

export function termsOf(keyPoint: string, prompt: string, weigh: (term: string) => number): KeyPointTerms {
  const asked = plain(prompt);
  const weight = (term: string) => weigh(term) * (asked.includes(term) ? promptShare : 1);
  const thoughtOf = (part: string): Thought => ({
    words: ideasOf(part).map(({ word, forms }) => ({ forms, pattern: patternOf(word), weight: weight(word) })),
    pairs: pairsOf(part).map((pair) => ({ forms: [pair], pattern: undefined, weight: weight(pair) })),
    denial: isDenial(plain(part)),
  });
  return keyPoint.split(alternatives).map((one) =>
    one
      .split(joined)
      .map(thoughtOf)
      .filter(({ words, pairs }) => words.length + pairs.length > 0),
  );
}

/** The ideas of a thought: what the lexicon knows, with all its words for it; and the words it does not know. */
function ideasOf(part: string): { word: string; forms: string[] }[] {
  const text = plain(part);
  const known = conceptsIn(text).filter(
    ({ form }) => !stopWords.has(form) && ![...form].every((one) => glue.test(one)),
  );
  const longest = known.filter(
    ({ form, start }) =>
      !known.some(
        (other) =>
          other.form.length > form.length &&
          other.start <= start &&
          start + form.length <= other.start + other.form.length,
      ),
  );
  const covered = (word: string) => longest.some(({ form }) => form.includes(word) || word.includes(form));
  return [
    ...[...new Map(longest.map((one) => [one.form, one])).values()].map(({ form, concepts }) => ({
      word: form,
      forms: [...new Set([form, ...concepts.flatMap((one) => one.forms), ...groupOf(form)])],
    })),
    ...contentWords(part)
      .filter((word) => !covered(word))
      .map((word) => ({ word, forms: [...new Set([word, ...groupOf(word)])] })),
  ];
}

const groupOf = (word: string): string[] => synonyms.filter((group) => group.includes(word)).flat();

function patternOf(word: string): RegExp | undefined {
  if (figureWords.has(word)) return figure;
  return timeWords.has(word) ? namedTime : undefined;
}
