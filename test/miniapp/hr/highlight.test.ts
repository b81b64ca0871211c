import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from '../../../miniapp/src/hr/review/highlight.ts';

describe('highlight', () => {
  it('marks exactly the span', () => {
    const pieces = highlight('我先问清楚他比的是哪一款', [{ start: 2, end: 5 }]);
    expect(pieces.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['问清楚']);
  });

  it('shows the active one among overlapping spans', () => {
    const spans = [
      { start: 0, end: 4 },
      { start: 2, end: 6 },
    ];
    const pieces = highlight('abcdefgh', spans, { active: spans[1] });
    expect(pieces.map(({ text, marked, active }) => [text, marked, active])).toEqual([
      ['ab', true, false],
      ['cd', true, true],
      ['ef', true, true],
      ['gh', false, false],
    ]);
  });

  it('tells what is held back from what is evidence', () => {
    const pieces = highlight('abcdef', [{ start: 0, end: 2 }], { withheld: [{ start: 1, end: 4 }] });
    expect(pieces.map(({ text, marked, withheld }) => [text, marked, withheld])).toEqual([
      ['a', true, false],
      ['b', true, true],
      ['cd', false, true],
      ['ef', false, false],
    ]);
  });

  it('marks a place that is no evidence', () => {
    const pieces = highlight('abcdef', [], { active: { start: 2, end: 4 } });
    expect(pieces.filter((piece) => piece.active).map((piece) => piece.text)).toEqual(['cd']);
  });

  it('gives the text again and begins a piece at every span, whatever the spans', () => {
    const span = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(span), (text, spans) => {
        const pieces = highlight(text, spans);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        const starts = pieces.map((piece) => piece.start);
        for (const { start } of spans) if (start < text.length) expect(starts).toContain(start);
        for (const piece of pieces) {
          expect(piece.marked).toBe(spans.some((one) => one.start <= piece.start && piece.end <= one.end));
        }
      }),
    );
  });
});
