import { instructionAt } from './instruction.ts';
import { pairsOf } from './key-point-terms.ts';
import type { Span } from './normalise.ts';
import type { Flag } from './report.ts';
import { sentencesOf } from './segment.ts';

/** Han characters (a Latin word or a number counts for two) an answer needs to be judged at all. */
const leastSubstance = 15;
const echoShare = 0.8;
const leastRepeated = 6;

/** Sentences that may give evidence, and what the guards saw. Nothing is withheld without its flag. */
type Guarded = { sentences: Span[]; flags: Flag[]; enough: boolean };

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** 「啊啊啊啊」 and a phrase said over and over say it once. */
const collapsed = (text: string): string => text.replace(/(.{1,6}?)\1{2,}/gsu, '$1');

function substanceOf(text: string): number {
  const plainText = collapsed(letters(text) === '' ? '' : text);
  const han = plainText.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = plainText.match(/(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)?.length ?? 0;
  return han + 2 * others;
}

function repeatsPrompt(sentence: string, promptPairs: Set<string>): boolean {
  const pairs = pairsOf(sentence);
  return pairs.length >= 3 && pairs.filter((pair) => promptPairs.has(pair)).length / pairs.length >= echoShare;
}

/** `text` is readable text (NFKC, nothing invisible). */
export function guarded(text: string, prompt: string): Guarded {
  const flags = new Set<Flag>();
  const promptPairs = new Set(pairsOf(prompt));
  const said = new Set<string>();
  const sentences: Span[] = [];
  let substance = 0;
  for (const span of sentencesOf(text)) {
    const sentence = text.slice(span.start, span.end);
    const key = letters(sentence);
    const instruction = instructionAt(sentence);
    if (instruction !== undefined) {
      flags.add('instructs_grader');
      substance += substanceOf(sentence.slice(0, instruction));
    } else if (said.has(key)) {
      if (key.length >= leastRepeated) flags.add('repetition');
    } else if (repeatsPrompt(sentence, promptPairs)) {
      flags.add('echo');
    } else {
      if (letters(collapsed(sentence)).length + leastRepeated <= key.length) flags.add('repetition');
      substance += substanceOf(sentence);
      sentences.push(span);
    }
    said.add(key);
  }
  const enough = substance >= leastSubstance;
  if (!enough) flags.add('too_short');
  return { sentences, flags: [...flags].sort(), enough };
}
