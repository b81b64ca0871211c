import { describe, expect, it } from 'vitest';
import { hr } from '#shared/copy/zh/hr.ts';
import { behind } from '../../../miniapp/src/hr/review/copies.ts';
import { placeOf } from '../../../miniapp/src/hr/review/quoted.ts';
import { summary } from '../../../miniapp/src/hr/review/summary.ts';
import { sampleReview } from './sample.ts';

describe('placeOf', () => {
  const { report, answers } = sampleReview();

  it('finds every quote of the report at its exact place', () => {
    const reasons = report.dimensions.flatMap((dimension) => dimension.reasons).filter((reason) => reason.quote);
    expect(reasons.length).toBeGreaterThan(2);
    for (const reason of reasons) {
      const place = placeOf(reason, report, answers);
      const answer = answers.find((one) => one.questionId === place?.questionId);
      expect(answer?.text.slice(place?.start, place?.end)).toBe(reason.quote);
    }
  });

  it('prefers the evidence of the same key point where words occur twice', () => {
    const twice = {
      ...report,
      items: [
        {
          questionId: 'q1',
          score: 80,
          missing: [],
          flags: [],
          evidence: [
            { keyPoint: 'a', quote: '先问', start: 0, end: 2 },
            { keyPoint: 'b', quote: '先问', start: 9, end: 11 },
          ],
        },
      ],
    };
    const reason = { kind: 'shown' as const, questionId: 'q1', keyPoint: 'b', quote: '先问' };
    expect(placeOf(reason, twice, answers)?.start).toBe(9);
  });

  it('has no place for words nobody said', () => {
    expect(
      placeOf({ kind: 'shown', questionId: 'q1', keyPoint: 'x', quote: '没说过的话' }, report, answers),
    ).toBeUndefined();
    expect(placeOf({ kind: 'missing', questionId: 'q1', keyPoint: 'x' }, report, answers)).toBeUndefined();
  });
});

describe('summary', () => {
  it('says the score, what is shown, what to ask, and what is missing', () => {
    expect(summary(hr, sampleReview().report, sampleReview().answers)).toBe(
      '综合 84 分，沟通能力、客户洞察有依据，抗压能力待追问，1 题未作答。',
    );
  });

  it('calls nothing strong that is not, and names the two weakest then', () => {
    const { report, answers } = sampleReview();
    const dimensions = report.dimensions.map((one, index) => ({
      ...one,
      score: 10 + index,
      reasons: report.dimensions[2]?.reasons ?? [],
    }));
    const text = summary(hr, { ...report, overall: 12, dimensions }, answers);
    expect(text).toBe('综合 12 分，客户洞察、沟通能力待追问，1 题未作答。');
  });

  it('says that there is nothing to rest on where nothing can be quoted', () => {
    const { report, answers } = sampleReview();
    const dimensions = report.dimensions.map((one) => ({ ...one, score: 0, reasons: [] }));
    expect(summary(hr, { ...report, overall: 0, dimensions }, answers)).toBe(
      '综合 0 分，没有找到可引用的依据，1 题未作答。',
    );
  });

  it('gives no number where there was too little', () => {
    const review = sampleReview();
    expect(summary(hr, { ...review.report, insufficient: true }, review.answers)).not.toMatch(/\d/);
  });
});

describe('a quote', () => {
  it('takes the inner marks for a quote within it', () => {
    expect(hr.review.quote('「李经理,我理解」,我说')).toBe('「『李经理,我理解』,我说」');
  });
});

describe('behind', () => {
  const copy = (name: 'application' | 'workbench', version: number, status: 'submitted' | 'in_progress') => ({
    copy: name,
    version,
    status,
  });

  it('names the older one, and one that says another status', () => {
    expect(behind([copy('application', 7, 'submitted'), copy('workbench', 7, 'submitted')])).toEqual([]);
    expect(
      behind([copy('application', 7, 'submitted'), copy('workbench', 6, 'in_progress')]).map((one) => one.copy),
    ).toEqual(['workbench']);
    expect(
      behind([copy('application', 7, 'submitted'), copy('workbench', 7, 'in_progress')]).map((one) => one.copy),
    ).toEqual(['workbench']);
  });
});
