import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, difference } from '../../../miniapp/src/hr/difference.ts';

const textOf = (changes: Change[], other: Change['kind']) =>
  changes
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('');

describe('difference', () => {
  it('shows a corrected word and leaves the rest', () => {
    expect(difference('我先把他的故虑复述了', '我先把他的顾虑复述了一遍')).toEqual([
      { text: '我先把他的', kind: 'same' },
      { text: '故', kind: 'removed' },
      { text: '顾', kind: 'added' },
      { text: '虑复述了', kind: 'same' },
      { text: '一遍', kind: 'added' },
    ]);
  });

  it('finds nothing between a text and itself', () => {
    expect(difference('一样', '一样')).toEqual([{ text: '一样', kind: 'same' }]);
    expect(difference('', '')).toEqual([]);
  });

  it('gives both texts again, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('我', '先', '问', '。', '\n', 'a'), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = difference(before, after);
        expect(textOf(changes, 'added')).toBe(before);
        expect(textOf(changes, 'removed')).toBe(after);
      }),
    );
  });

  it('stays quick with two long answers that have nothing in common', () => {
    const before = '我先问清楚他比的是哪一款。'.repeat(400);
    const after = '客户要求再砍三成预算！'.repeat(450);
    const started = performance.now();
    const changes = difference(before, after);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(textOf(changes, 'added')).toBe(before);
    expect(textOf(changes, 'removed')).toBe(after);
  });
});
