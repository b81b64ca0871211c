import * as marker from './lexicon/markers.ts';
import { originalSpan, type Readable, type Span } from './normalise.ts';
import { piecesIn } from './pieces.ts';
import type { Structure } from './report.ts';

const most = 12;
const claim = /我(?:认为|觉得|会|的做法|的观点|先)|首先|关键是|核心是|最要紧|最重要/u;
const example =
  /有一次|那次|有一[个位家天回]|有个|有位|记得|去年|前年|今年|上个?月|上周|之前|当时|曾经|曾|比如|例如|印象最深|我[接带做负]/u;

/** How an answer is built, as spans of the original; the piece that shows a part, or the words themselves for counts. */
export function structureOf(source: Readable): Structure {
  const { text } = source;
  const pieces = piecesIn(source);
  const first = (pattern: RegExp): Span | null => {
    const at = text.search(pattern);
    const piece = at < 0 ? undefined : pieces.find(({ start, end }) => start <= at && at < end);
    return piece ? originalSpan(source, piece) : null;
  };
  const each = (...patterns: RegExp[]): Span[] =>
    patterns
      .flatMap((pattern) => [...text.matchAll(pattern)])
      .sort((a, b) => a.index - b.index)
      .slice(0, most)
      .map(({ index, 0: words }) => originalSpan(source, { start: index, end: index + words.length }));
  const once = (pattern: RegExp) => new RegExp(pattern.source, 'u');
  return {
    claim: first(claim),
    cause: first(once(marker.cause)),
    example: first(example),
    result: first(once(marker.outcome)),
    numbers: each(marker.figure),
    ownActions: each(marker.action, marker.terseAction),
  };
}
