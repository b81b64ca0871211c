const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** Format characters (zero width, direction, soft hyphen, tags) and variation selectors: seen by nobody, used to hide words. */
const unseen = /\p{Cf}|[\u{FE00}-\u{FE0F}]|[\u{E0100}-\u{E01EF}]/gu;

/**
 * A text as the matching reads it: NFKC, lower case, nothing invisible. Character `i` of `text` stands for
 * `[from[i], to[i])` of the original, in UTF-16 units, so that a quote can always be cut from what the person wrote.
 */
export type Readable = { original: string; text: string; from: number[]; to: number[] };

export function readable(original: string): Readable {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const { segment, index } of graphemes.segment(original)) {
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
export const plain = (text: string): string => readable(text).text;

export type Span = { start: number; end: number };

/** A span of the readable text as a span of the original. */
export function originalSpan(source: Readable, span: Span): Span {
  return { start: source.from[span.start] ?? 0, end: source.to[span.end - 1] ?? source.original.length };
}
