import { graphemesOf } from './segmenters.ts';

/** Format characters (zero width, direction, soft hyphen, tags) and variation selectors: seen by nobody, used to hide words. */
const unseen = /\p{Cf}|[\u{FE00}-\u{FE0F}]|[\u{E0100}-\u{E01EF}]/gu;

/**
 * A text as the matching reads it: NFKC, lower case, nothing invisible. Character `i` of `text` stands for
 * `[from[i], to[i])` of the original, in UTF-16 units, so that a quote can always be cut from what the person wrote.
 */
export type Readable = { original: string; text: string; from: number[]; to: number[] };

/** Characters that stand for themselves and join with no neighbour, but for their width and case. */
const simple = /^[\n\r\t\u0020-\u007E\u3000-\u303E\u4E00-\u9FFF\uFF01-\uFF5E\u2010-\u2027\u2190-\u21FF\u2264\u2265]*$/u;

export function readable(original: string): Readable {
  return simple.test(original) ? unitByUnit(original) : byGrapheme(original);
}

const isHan = /[\u4E00-\u9FFF]/u;

function unitByUnit(original: string): Readable {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (let at = 0; at < original.length; at += 1) {
    const unit = original[at] ?? '';
    const plain = isHan.test(unit) ? unit : unit.normalize('NFKC').toLowerCase();
    for (let one = 0; one < plain.length; one += 1) {
      from.push(at);
      to.push(at + 1);
    }
    parts.push(plain);
  }
  return { original, text: parts.join(''), from, to };
}

function byGrapheme(original: string): Readable {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const { segment, index } of graphemesOf(original)) {
    const plain = segment.normalize('NFKC').replace(unseen, '').toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) {
      from.push(index);
      to.push(index + segment.length);
    }
    parts.push(plain);
  }
  return { original, text: parts.join(''), from, to };
}

/** The same without the offsets, for texts that are never quoted. */
export const plain = (text: string): string => text.normalize('NFKC').replace(unseen, '').toLowerCase();

export type Span = { start: number; end: number };

/** A span of the readable text as a span of the original. */
export function originalSpan(source: Readable, span: Span): Span {
  return { start: source.from[span.start] ?? 0, end: source.to[span.end - 1] ?? source.original.length };
}

/** What is left when the spans are taken out; every character still knows where it stands in the original. */
export function without(source: Readable, spans: Span[]): Readable {
  if (spans.length === 0) return source;
  const gone = new Uint8Array(source.text.length);
  for (const { start, end } of spans) gone.fill(1, start, end);
  const left: Readable = { original: source.original, text: '', from: [], to: [] };
  for (let at = 0; at < gone.length; at += 1) {
    if (gone[at] === 1) continue;
    left.text += source.text[at];
    left.from.push(source.from[at] ?? 0);
    left.to.push(source.to[at] ?? 0);
  }
  return left;
}
