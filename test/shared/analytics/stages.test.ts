import { describe, expect, it } from 'vitest';
import { dropOffByWaiting, funnelOf, type InStage, stageTime } from '#shared/analytics/stage-time.ts';
import { kaplanMeier, stayQuantile } from '#shared/analytics/survival.ts';

/**
 * Weeks in remission under 6-MP, + still in it: Freireich and others, Blood 21 (1963) 699-716, as printed in Gehan,
 * Biometrika 52 (1965) 203-223; `gehan` of the R package MASS.
 */
const treated = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'
  .split(' ')
  .map((one) => ({ time: Number.parseInt(one, 10), left: !one.endsWith('+') }));
const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23].map((time) => ({
  time,
  left: true,
}));

describe('the product-limit estimate', () => {
  // `summary(survfit(Surv(time, cens) ~ 1, conf.type = "log-log"))` of these data in the R package survival 3.5.
  it.each([
    [6, 21, 0.8571, 0.6197, 0.9516],
    [7, 17, 0.8067, 0.5631, 0.9228],
    [10, 15, 0.7529, 0.5032, 0.8894],
    [13, 12, 0.6902, 0.4316, 0.8491],
    [16, 11, 0.6275, 0.3675, 0.8049],
    [22, 7, 0.5378, 0.2678, 0.7468],
    [23, 6, 0.4482, 0.1881, 0.6801],
  ])('at %i weeks is as published', (time, waiting, share, low, high) => {
    const step = kaplanMeier(treated).find((one) => one.time === time);
    expect(step?.waiting).toBe(waiting);
    expect(step?.share).toBeCloseTo(share, 4);
    expect(step?.low).toBeCloseTo(low, 4);
    expect(step?.high).toBeCloseTo(high, 4);
  });

  it('has the published medians: 23 weeks, from 13 and without end; 8 weeks under placebo, from 4 to 11', () => {
    // Of the same package, `print(survfit(…))` and `quantile(survfit(…))`.
    expect(stayQuantile(kaplanMeier(treated), 0.5)).toEqual({ time: 23, low: 13, high: null });
    expect(stayQuantile(kaplanMeier(treated), 0.25)).toEqual({ time: 13, low: 6, high: 22 });
    expect(stayQuantile(kaplanMeier(placebo), 0.5)).toEqual({ time: 8, low: 4, high: 11 });
  });

  it('without anybody waiting is the share still there', () => {
    expect(kaplanMeier([1, 2, 3, 4].map((time) => ({ time, left: true }))).map(({ share }) => share)).toEqual([
      0.75, 0.5, 0.25, 0,
    ]);
    expect(kaplanMeier([])).toEqual([]);
  });
});

const stay = (hours: number, end: InStage['end']): InStage => ({ hours, end });

describe('a stage', () => {
  it('counts who still waits for as long as they have waited', () => {
    const people = [...[1, 2, 3].map((h) => stay(h, 'moved_on')), ...[40, 50, 60].map((h) => stay(h, 'waiting'))];
    expect(stageTime(people)).toMatchObject({ n: 6, waiting: 3, quarter: { time: 2 }, median: { time: 3 } });
    expect(stageTime([...people, stay(70, 'waiting')])?.median.time).toBeNull();
    expect(stageTime(people.slice(0, 4))).toBeNull();
  });

  it('tells after which wait people are lost', () => {
    const people = [
      ...Array.from({ length: 90 }, () => stay(5, 'moved_on')),
      ...Array.from({ length: 10 }, () => stay(5, 'lost')),
      ...Array.from({ length: 30 }, () => stay(40, 'moved_on')),
      ...Array.from({ length: 30 }, () => stay(40, 'lost')),
      ...Array.from({ length: 7 }, () => stay(30, 'waiting')),
      stay(80, 'lost'),
    ];
    const [first, second, third] = dropOffByWaiting(people, [24, 48]);
    expect(first).toMatchObject({ from: 0, to: 24, lost: { cases: 10, of: 168 } });
    // Those who have waited 30 hours so far say nothing of the second day.
    expect(second).toMatchObject({ from: 24, to: 48, lost: { cases: 30, of: 61 } });
    expect(third).toEqual({ from: 48, to: null, lost: null });
  });

  it('of a funnel tells how many of those who are through moved on', () => {
    const people = [...[1, 2, 3, 4].map((h) => stay(h, 'moved_on')), stay(1, 'lost'), stay(9, 'waiting')];
    expect(funnelOf([{ stage: 'invited', people }])).toMatchObject([
      { stage: 'invited', entered: 6, waiting: 1, movedOn: { cases: 4, of: 5 } },
    ]);
    expect(funnelOf([{ stage: 'offer', people: people.slice(0, 4) }])).toMatchObject([{ movedOn: null, time: null }]);
  });
});
