import { describe, expect, it } from 'vitest';
import { lifeTable, rangeTimesChange, timesInRanges } from '#shared/analytics/ranges.ts';

describe('a life table', () => {
  /**
   * Five-year survival of 126 patients, the worked example of Cutler & Ederer, J. Chronic Diseases 8 (1958) 699-712, table 1:
   * died 47, 5, 2, 2, 0; lost or withdrawn alive 19, 17, 15, 9, 6; four are left. Cumulative survival 0.60, 0.54, 0.50, 0.44, 0.44;
   * lifetab(0:6, 126, …) of the R package KMsurv says 0.597, 0.539, 0.503, 0.442, 0.442.
   */
  it('gives the survival of Cutler & Ederer’s own example', () => {
    const curve = lifeTable({ ended: [47, 5, 2, 2, 0, 0], waiting: [19, 17, 15, 9, 6, 4] });
    expect(curve.slice(0, 5).map(({ share }) => Math.round(share * 100) / 100)).toEqual([0.6, 0.54, 0.5, 0.44, 0.44]);
  });

  it('and that of Klein & Moeschberger’s children, with its standard errors', () => {
    // Weeks until 927 first-born children were weaned: the example of lifetab of the R package KMsurv, after Klein &
    // Moeschberger, Survival Analysis (1997), § 5.4. Survival after each range but the last, and its standard error.
    const survival = [0.91684665, 0.83994634, 0.71030482, 0.62764716, 0.50580648, 0.33814834, 0.21528969, 0.1296368];
    const errors = [
      0.009073665, 0.012058378, 0.014947215, 0.015966927, 0.016592925, 0.015812197, 0.013826142, 0.011358269,
    ];
    const curve = lifeTable({
      ended: [77, 71, 119, 75, 109, 148, 107, 74, 85, 27],
      waiting: [2, 3, 6, 9, 7, 5, 3, 0, 0, 0],
    });
    for (const [at, share] of survival.entries()) {
      expect(curve[at]?.share).toBeCloseTo(share, 7);
      const half = (1.959964 * (errors[at] ?? 0)) / (share * Math.abs(Math.log(share)));
      expect(curve[at]?.low).toBeCloseTo(share ** Math.exp(half), 6);
      expect(curve[at]?.high).toBeCloseTo(share ** Math.exp(-half), 6);
    }
    expect(curve.at(-1)?.share).toBe(0);
  });

  it('without anybody waiting is the share that is left', () => {
    const curve = lifeTable({ ended: [2, 3, 5] });
    expect(curve.map(({ share }) => Math.round(share * 1000) / 1000)).toEqual([0.8, 0.5, 0]);
  });
});

describe('times in ranges', () => {
  const edges = [10, 20, 40];
  it('lie where the curve passes a half, on a straight line within the range', () => {
    const { n, median, quarter, threeQuarters } = timesInRanges({ ended: [25, 50, 25, 0] }, edges);
    expect(n).toBe(100);
    expect([quarter, median, threeQuarters]).toEqual([10, 15, 20]);
  });

  it('are unknown where most are in the open range or still wait', () => {
    expect(timesInRanges({ ended: [1, 1, 1, 97] }, edges).median).toBeNull();
    expect(timesInRanges({ ended: [5, 0, 0, 0], waiting: [0, 0, 0, 95] }, edges).median).toBeNull();
  });

  it('come with an interval around the median that narrows with more people', () => {
    const few = timesInRanges({ ended: [5, 10, 5, 0] }, edges);
    const many = timesInRanges({ ended: [500, 1000, 500, 0] }, edges);
    const width = ({ low, high }: typeof few) => (high ?? Number.NaN) - (low ?? Number.NaN);
    expect(few.low ?? 0).toBeLessThan(few.median ?? 0);
    expect(few.high ?? 0).toBeGreaterThan(few.median ?? 0);
    expect(width(many)).toBeLessThan(width(few) / 5);
  });

  it('change only where it is sure', () => {
    const slow = timesInRanges({ ended: [10, 40, 150, 0] }, edges);
    const fast = timesInRanges({ ended: [150, 40, 10, 0] }, edges);
    expect(rangeTimesChange(slow, fast)).toBe('fell');
    expect(rangeTimesChange(fast, slow)).toBe('rose');
    expect(rangeTimesChange(slow, slow)).toBe('unclear');
  });
});
