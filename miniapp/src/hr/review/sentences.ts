import type { Span } from './highlight.ts';

/** The sentences of a text, each without the blanks around it; what holds no letter or digit is none. */
export function sentences(text: string): (Span & { text: string })[] {
  const found: (Span & { text: string })[] = [];
  for (const match of text.matchAll(/[^。！？!?；;\n]+[。！？!?；;]*/g)) {
    const piece = match[0].trim();
    const start = match.index + match[0].indexOf(piece);
    if (/[\p{L}\p{N}]/u.test(piece)) found.push({ start, end: start + piece.length, text: piece });
  }
  return found;
}
