import { describe, expect, it } from 'vitest';
import { polygon, spoke } from '../../../miniapp/src/hr/review/radar-shape.ts';

describe('spoke', () => {
  it('begins at the top and goes clockwise', () => {
    expect(spoke(0, 4, 40)).toEqual({ x: 50, y: 10 });
    expect(spoke(1, 4, 40)).toEqual({ x: 90, y: 50 });
    expect(spoke(3, 4, 40)).toEqual({ x: 10, y: 50 });
  });
});

describe('polygon', () => {
  it('has a corner for every spoke and is closed', () => {
    expect(polygon([10, 20, 30, 40])).toBe('polygon(evenodd, 50% 40%, 70% 50%, 50% 80%, 10% 50%, 50% 40%)');
  });

  it('never turns a hole inside out', () => {
    expect(polygon([2, 2, 2, 2], [-1, -1, -1, -1])).toContain('50% 50%, 50% 50%, 50% 50%, 50% 50%, 50% 50%)');
  });
});
