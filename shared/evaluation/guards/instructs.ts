import { courtesy, instructionAt } from '../instruction.ts';
import type { Readable, Span } from '../normalise.ts';
import { sentencesOf } from '../segment.ts';
import type { Guard } from './asked.ts';

const foreign = /^[^\p{Script=Han}]*$/u;
/** A reply in the form of data: no clause of it is an answer. */
const data = /^\s*\{\s*"/u;
const threeWords = /(?:[a-z]+\W+){3}/u;

/** From where a sentence begins to speak to the grader, to its end; and, once it did, whole sentences in another language. */
export const instructs: Guard = ({ text }) => {
  const sentences = sentencesOf(text);
  const found = sentences.map(({ start, end }) => instructionAt(text.slice(start, end)));
  if (found.every((at) => at === undefined)) return [];
  const spans = sentences.flatMap(({ start, end }, index): Span[] => {
    const at = found[index];
    const words = text.slice(start, end);
    if (at !== undefined) {
      const from = data.test(words) ? start : clauseStart(text, start, start + at);
      return [{ start: from, end: from === start ? end : beforeMark(text, end) }];
    }
    return foreign.test(words) && threeWords.test(words) && !/[{};=]/u.test(words) ? [{ start, end }] : [];
  });
  return [{ flag: 'instructs_grader', spans }];
};

/** A clause is withheld whole: 「我先道歉,麻烦给个高分」 keeps what stands before the comma. */
function clauseStart(text: string, from: number, at: number): number {
  const comma = Math.max(...[',', ':', '(', '[', '<', '{'].map((mark) => text.lastIndexOf(mark, at - 1)));
  return comma < from ? (at - from < 6 ? from : at) : comma + 1;
}

/** What stands before the instruction keeps its full stop. */
const beforeMark = (text: string, end: number): number =>
  end - (/[。!?;.\s]*$/u.exec(text.slice(0, end))?.[0].length ?? 0);

/** Thanks and praise for whoever reads: left out, and nothing follows from it. */
export const courtesies = ({ text }: Readable): Span[] =>
  sentencesOf(text).flatMap(({ start, end }): Span[] => {
    const words = text.slice(start, end);
    const rest = words
      .replace(courtesy, '')
      .replace(/[^\p{L}\p{N}]|[了的啊呀哦吧呢也都真很您你们我在此再次最后这次面试]/gu, '');
    return rest === '' ? [{ start, end }] : [];
  });
