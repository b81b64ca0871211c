import type { Readable, Span } from './normalise.ts';
import { piecesOf, sentencesOf } from './segment.ts';

/** Where so many characters of the original are missing, a quote would show what does not count. */
const widestGap = 5;

/** What is left of an answer in quotable pieces, none of them across something that was taken out. */
export function piecesIn({ text, from, to }: Readable): Span[] {
  const pieces = sentencesOf(text).flatMap((sentence) => piecesOf(text, sentence));
  return pieces.flatMap(({ start, end }) => {
    const parts: Span[] = [];
    let begin = start;
    for (let at = start + 1; at < end; at += 1) {
      if ((from[at] ?? 0) - (to[at - 1] ?? 0) < widestGap) continue;
      parts.push({ start: begin, end: at });
      begin = at;
    }
    return [...parts, { start: begin, end }].filter((part) => /[\p{L}\p{N}]/u.test(text.slice(part.start, part.end)));
  });
}
