import { pairsOf } from '../key-point-terms.ts';
import { figure, speech, time } from '../lexicon/markers.ts';
import type { Span } from '../normalise.ts';
import { splitAt } from '../segment.ts';
import { type Guard, lettersOf, shareIn } from './asked.ts';

const separators = /[、,;|/·→>。!?\n:\-—+]+/gu;
/** Spaces separate only where no mark does. */
const spaces = /[|/·→>\n\s:\-—+]+/gu;
const sentence = /[没不就再先都也还得]/u;
/** Words that make a sentence of a list. */
const predicate = /[我你他了把被]|\d|[(){}=]/u;
const longestItem = 10;
const leastItems = 5;
const copiedShare = 0.7;
const frameShare = 0.55;
/** Share of all words that are the rubric's or the question's, where nearly every point is hit word for word. */
const recited = 0.45;

/** 「没有做过这个,也没做过那个」 recites the rubric as well. */
const denial = /^(?:我|也|更|还|都|又|他|而且|并且|从来|从|根本|事后|之后|当时)*(?:没|不|未|无)/u;

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** Terms in a row that say nothing of each other: most of them the rubric's, or nothing else in the answer. */
export const keywordList: Guard = ({ text }, { keyPointPairs, promptPairs }) => {
  const items = splitAt(numbered(text), { start: 0, end: text.length }, /[,。;、]/u.test(text) ? separators : spaces);
  const total = lettersOf(text).length;
  const runs: Span[][] = [];
  let current: Span[] = [];
  for (const item of items) {
    const words = lettersOf(text.slice(item.start, item.end));
    const listed =
      words.length > 0 &&
      (words.length <= longestItem || /^[a-z ]{1,24}$/u.test(words)) &&
      !predicate.test(text.slice(item.start, item.end));
    if (listed) current.push(item);
    else if (words.length > 0) {
      runs.push(current);
      current = [];
    }
  }
  runs.push(current);
  const known = new Set([...keyPointPairs, ...promptPairs]);
  const spans = runs.flatMap((run): Span[] => {
    const first = run[0];
    const last = run.at(-1);
    if (!first || !last || run.length < leastItems) return [];
    const words = text.slice(first.start, last.end);
    const ofRubric = shareIn(pairsOf(words), known) >= 0.4;
    const alone = lettersOf(words).length >= 0.8 * total && run.length >= leastItems + 2 && !sentence.test(words);
    return ofRubric || alone ? [{ start: first.start, end: last.end }] : [];
  });
  return spans.length === 0 ? [] : [{ flag: 'keyword_list', spans }];
};

/** 「1. 复盘 2. 跟进」: the numbers only separate. Same length. */
const numbered = (text: string): string =>
  text.replace(/(?<=^|[\s,。;、])(?:\d{1,2}\s*[.、):]|[(（]\d{1,2}[)）]|[①-⑳])(?!\d)/gu, (mark) =>
    '|'.repeat(mark.length),
  );

/** The rubric's own sentences with 「我」 in front: most of the answer is copied, most points are hit, nothing is told. */
export const keywordFrame: Guard = ({ text }, { keyPointPairs, keyPoints, promptPairs }) => {
  const clauses = splitAt(numbered(text), { start: 0, end: text.length }, /[,。!?;:、|\n]+/gu);
  const known = new Set([...keyPointPairs, ...promptPairs]);
  const copied = clauses.filter((clause) => {
    const pairs = pairsOf(text.slice(clause.start, clause.end));
    return pairs.length >= 2 && shareIn(pairs, known) >= copiedShare;
  });
  const letters = (spans: Span[]) =>
    spans.reduce((sum, { start, end }) => sum + lettersOf(text.slice(start, end)).length, 0);
  const all = letters(clauses);
  const here = new Set(pairsOf(text));
  const hit = keyPoints.filter((pairs) => pairs.length > 0 && shareIn(pairs, here) >= 0.7).length;
  const told = count(text, figure) + count(text, time) + count(text, speech);
  const isFrame =
    (copied.length >= 2 &&
      letters(copied) >= frameShare * all &&
      hit >= Math.max(2, keyPoints.length / 2) &&
      told <= copied.length / 2) ||
    (hit >= Math.max(3, 0.75 * keyPoints.length) && shareIn([...here], known) >= recited && told <= 1);
  const denied = clauses.filter(({ start, end }) => denial.test(text.slice(start, end)));
  const isDenial = denied.length >= 3 && letters(denied) >= frameShare * all && shareIn([...here], known) >= 0.35;
  if (isDenial && told <= 1) return [{ flag: 'keyword_list', spans: clauses }];
  return isFrame ? [{ flag: 'keyword_list', spans: clauses }] : [];
};
