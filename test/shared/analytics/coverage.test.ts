import { beforeAll, describe, expect, it } from 'vitest';
import { changeBetween } from '#shared/analytics/change.ts';
import type { Interval } from '#shared/analytics/confidence.ts';
import { type Point, pearson, spearman } from '#shared/analytics/correlation.ts';
import { forecastDemand } from '#shared/analytics/forecast-demand.ts';
import { reportsOfQuestions } from '#shared/analytics/question-figures.ts';
import { rateOf } from '#shared/analytics/rate.ts';
import { stageTime } from '#shared/analytics/stage-time.ts';
import { seeded } from '#shared/seeded.ts';
import { company, type Person, truth } from './company.ts';
import { countOf, reasonsOf } from './company-figures.ts';
import { drawsOf } from './draw.ts';

const companies = 200;
const people = 300;
let drawn: Person[][] = [];
beforeAll(() => {
  drawn = Array.from({ length: companies }, (_, at) => company({ seed: 100 + at, people }));
});

/** The share of companies whose interval holds what is true. */
const covered = (value: number, intervalOf: (own: Person[]) => Interval | null | undefined): number =>
  drawn.filter((own) => {
    const interval = intervalOf(own);
    return interval && interval.low <= value && value <= interval.high;
  }).length / companies;

function holds(share: number): void {
  expect(share).toBeGreaterThanOrEqual(0.9);
  expect(share).toBeLessThanOrEqual(0.99);
}

const driven = (own: Person[]): Point[] =>
  own.map(({ scores, performance }) => [scores[truth.driver] ?? 0, performance]);

describe('95 % intervals of 200 small companies hold the truth in 90 to 99 of 100', () => {
  it('of a rate', () => {
    const all = truth.graduates * truth.missed.graduate + (1 - truth.graduates) * truth.missed.experienced;
    holds(covered(all, (own) => rateOf(countOf(own, ({ missed }) => missed))));
  });

  it('of a share of few', () => {
    holds(
      covered(truth.reasons.technical, (own) => {
        const reasons = reasonsOf(own);
        return rateOf({ cases: reasons.technical, of: Object.values(reasons).reduce((a, b) => a + b, 0) });
      }),
    );
  });

  it('of the difference of two groups', () => {
    const of = (own: Person[], kind: Person['kind']) =>
      countOf(
        own.filter((one) => one.kind === kind),
        ({ missed }) => missed,
      );
    const apart = truth.missed.graduate - truth.missed.experienced;
    holds(covered(apart, (own) => changeBetween(of(own, 'experienced'), of(own, 'graduate'))));
  });

  it('of trouble by device', () => {
    const isB = ({ device }: Person) => device === 'b';
    const of = (own: Person[]) => countOf(own, ({ troubled }) => troubled);
    const apart = truth.trouble.b - truth.trouble.a;
    holds(covered(apart, (own) => changeBetween(of(own.filter((one) => !isB(one))), of(own.filter(isB)))));
  });

  it('of a correlation and of a rank correlation', () => {
    holds(covered(truth.performance, (own) => pearson(driven(own))));
    // Of two normal variables: 6/π · asin(r/2).
    holds(covered((6 / Math.PI) * Math.asin(truth.performance / 2), (own) => spearman(driven(own))));
  });

  it('of the median time in a stage, with people who still wait', () => {
    holds(
      covered(truth.stageHours * Math.LN2, (own) => {
        const median = stageTime(own.map(({ stay }) => stay))?.median;
        return median && { low: median.low ?? 0, high: median.high ?? Number.POSITIVE_INFINITY };
      }),
    );
  });

  it('of what a question tells, and how hard it is', () => {
    const reports = new Map(drawn.map((own) => [own, reportsOfQuestions(own.map(({ asked }) => asked))]));
    const figures = (own: Person[], questionId: string) => {
      const report = reports.get(own)?.get(questionId);
      return report && report.state !== 'too_few' ? report.figures : undefined;
    };
    holds(covered(0, (own) => figures(own, 'useless')?.discrimination));
    holds(covered(truth.mean / 100, (own) => figures(own, 'telling')?.difficulty));
  });

  it('of the vacancies of three months', () => {
    // A position of 120 people of whom 30 % leave in a year, among others like it.
    const heads = 120;
    const { count } = drawsOf(seeded(77));
    const month = () => count((heads * 0.3) / 12);
    const months = (n: number) => Array.from({ length: n }, month);
    const hits = Array.from({ length: companies }, () => {
      const histories = Array.from({ length: 4 }, (_, at) => ({
        positionId: `pos_${at}`,
        headcount: heads,
        monthly: months(30),
      }));
      const found = forecastDemand({ histories, last: 6 });
      const came = months(3).reduce((a, b) => a + b, 0);
      const one = found.state === 'forecast' ? found.forecasts[0] : undefined;
      return one !== undefined && one.low <= came && came <= one.high;
    });
    holds(hits.filter(Boolean).length / companies);
  });
});
