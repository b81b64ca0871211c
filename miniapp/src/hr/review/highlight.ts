/** Half-open, in UTF-16 units of the text. */
export type Span = { start: number; end: number };
export type Piece = Span & { text: string; marked: boolean; withheld: boolean; active: boolean };
type Marks = { active?: Span | undefined; withheld?: Span[] | undefined };

/**
 * Cuts a text at the borders of its spans, so that overlapping ones can be shown. The pieces in order give the text
 * again; a piece begins wherever a span begins. Spans outside the text are cut to it.
 */
export function highlight(text: string, spans: Span[], { active, withheld = [] }: Marks = {}): Piece[] {
  const borders = new Set([0, text.length]);
  for (const span of [...spans, ...withheld, ...(active ? [active] : [])]) {
    if (span.start < text.length) borders.add(Math.max(0, span.start));
    if (span.end > 0) borders.add(Math.min(text.length, span.end));
  }
  const ordered = [...borders].sort((a, b) => a - b);
  const covers = (span: Span, start: number) => span.start <= start && start < span.end;
  return ordered.slice(0, -1).map((start, index) => {
    const end = ordered[index + 1] ?? text.length;
    return {
      start,
      end,
      text: text.slice(start, end),
      marked: spans.some((span) => covers(span, start)),
      withheld: withheld.some((span) => covers(span, start)),
      active: active !== undefined && covers(active, start),
    };
  });
}
