import { describe, expect, it } from 'vitest';
import { filled, stroked } from '../../../miniapp/src/hr/charts/mask.ts';
import { topOf, trendShape } from '../../../miniapp/src/hr/charts/trend-shape.ts';

describe('the top of a scale', () => {
  it('is round and over every interval', () => {
    expect(topOf([{ value: 0.12, low: 0.05, high: 0.27 }])).toBe(0.3);
    expect(topOf([{ value: 47 }, { value: null }])).toBe(60);
  });
  it('is never over what there can be, and never nothing', () => {
    expect(topOf([{ value: 0.97, low: 0.9, high: 1 }], { ceiling: 1 })).toBe(1);
    expect(topOf([{ value: 0 }])).toBe(1);
    expect(topOf([{ value: 10 }], { least: 120 })).toBeGreaterThanOrEqual(120);
  });
});

describe('a trend', () => {
  const points = [
    { value: 0.2, low: 0.1, high: 0.4 },
    { value: null },
    { value: 0.4, low: 0.3, high: 0.5 },
    { value: 0 },
  ];
  const shape = trendShape(points, 0.5);
  it('stands in the middle of its columns, the greater the higher', () => {
    expect(shape.dots.map((dot) => dot?.x)).toEqual([12.5, undefined, 62.5, 87.5]);
    expect(shape.dots[2]?.y).toBeLessThan(shape.dots[0]?.y ?? 0);
    expect(shape.dots[3]?.y).toBe(98);
  });
  it('has a gap where nothing is known', () => {
    expect(shape.dots[1]).toBeNull();
    expect(shape.line.match(/M/g)).toHaveLength(2);
    expect(shape.band.match(/M/g)).toHaveLength(2);
  });
  it('has ticks from nought up', () => {
    expect(shape.ticks[0]).toEqual({ value: 0, y: 98 });
    expect(shape.ticks.length).toBeGreaterThan(1);
  });
});

describe('a mask', () => {
  it('is a picture that CSS takes as it stands: nothing in it ends the declaration or the quotes', () => {
    for (const { maskImage } of [filled('M0,0L100,100'), stroked('M0,0L100,100', 2, '5 4')]) {
      expect(maskImage).toMatch(/^url\("data:image\/svg\+xml,[^"; ]+"\)$/);
    }
  });
});
