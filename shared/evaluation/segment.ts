import type { Span } from './normalise.ts';

/** Readable text (NFKC, so 「!?;」 are ASCII here). A full stop ends a sentence only before space, quote or end: 3.5 does not. */
const sentenceEnd = /[。!?;\n\r]+[」』"'”’)\]]*|\.+(?=[\s」』"'”’)]|$)/gu;
/** Where what was denied stops being denied: a comma, or a turn of the sentence. */
const clauseEnd = /[,:—]+|(?=但是|但|不过|而是|反而|却是|于是|然后)/gu;
const longest = 60;

const isBlank = (character: string | undefined): boolean => character === undefined || /\s/u.test(character);

function trimmed(text: string, { start, end }: Span): Span | undefined {
  let from = start;
  let to = end;
  while (from < to && isBlank(text[from])) from += 1;
  while (to > from && isBlank(text[to - 1])) to -= 1;
  return from < to ? { start: from, end: to } : undefined;
}

/** The parts between separators, each with the separator behind it. */
export function splitAt(text: string, { start, end }: Span, separator: RegExp): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const found of text.slice(start, end).matchAll(separator)) {
    const to = start + found.index + found[0].length;
    if (to > from) spans.push({ start: from, end: to });
    from = to;
  }
  if (from < end) spans.push({ start: from, end });
  return spans;
}

/** The sentences and lines of a text, with their closing mark, without surrounding space. */
export function sentencesOf(text: string): Span[] {
  return splitAt(text, { start: 0, end: text.length }, sentenceEnd)
    .map((span) => trimmed(text, span))
    .filter((span) => span !== undefined);
}

export const clausesOf = (text: string, sentence: Span): Span[] => splitAt(text, sentence, clauseEnd);

/** A sentence in quotable pieces: whole when short; a long one (dictated, without full stops) by commas, then by length. */
export function piecesOf(text: string, sentence: Span): Span[] {
  if (sentence.end - sentence.start <= longest) return [sentence];
  const pieces: Span[] = [];
  for (const part of splitAt(text, sentence, /,+/gu).flatMap(cutToLength)) {
    const last = pieces.at(-1);
    if (last && part.end - last.start <= longest) last.end = part.end;
    else pieces.push({ ...part });
  }
  return pieces.map((span) => trimmed(text, span)).filter((span) => span !== undefined);
}

function cutToLength({ start, end }: Span): Span[] {
  const cuts: Span[] = [];
  for (let from = start; from < end; from += longest) cuts.push({ start: from, end: Math.min(end, from + longest) });
  return cuts;
}
