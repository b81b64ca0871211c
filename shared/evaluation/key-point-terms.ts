import { figure, figureWords, glue, namedTime, stopWords, synonyms, timeWords } from './lexicon.ts';
import { isDenial } from './negation.ts';
import { plain } from './normalise.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const hanRun = /\p{Script=Han}{2,}/gu;
const hanOnly = /^\p{Script=Han}+$/u;

/** One thing to look for: any of the forms, or the pattern, shows it. `weight` is higher the fewer key points share it. */
export type Term = { forms: string[]; pattern: RegExp | undefined; weight: number };
/** One thought: its words, and beside them its character pairs. */
export type Thought = { words: Term[]; pairs: Term[]; denial: boolean };
/** A key point: it is shown by any of its alternatives (「打电话或上门」), each the sum of its thoughts (「道歉并安抚」). */
export type KeyPointTerms = Thought[][];

function contentWords(text: string): string[] {
  const found = [...words.segment(plain(text))]
    .filter(({ segment, isWordLike }) => isWordLike && !stopWords.has(segment))
    .map(({ segment }) => segment)
    .filter((word) => !hanOnly.test(word) || word.length > 1)
    .filter((word) => [...word].some((character) => !glue.test(character)));
  return [...new Set(found)];
}

/** Neighbouring Han characters, two by two, for what the word list of the platform does not know. */
export function pairsOf(text: string): string[] {
  const found = [...plain(text).matchAll(hanRun)].flatMap(([run]) => {
    const characters = [...run];
    return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  });
  return [...new Set(found.filter((pair) => !glue.test(pair)))];
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
    words: contentWords(part).map((word) => ({ forms: formsOf(word), pattern: patternOf(word), weight: weight(word) })),
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

const formsOf = (word: string): string[] => [
  ...new Set([word, ...synonyms.filter((group) => group.includes(word)).flat()]),
];

function patternOf(word: string): RegExp | undefined {
  if (figureWords.has(word)) return figure;
  return timeWords.has(word) ? namedTime : undefined;
}
