import { describe, expect, it } from 'vitest';
import { type Asked, type QuestionReport, reportsOfQuestions } from '#shared/analytics/question-figures.ts';
import { compareVersions, findingsOf } from '#shared/analytics/question-findings.ts';

/**
 * LSAT section 6: how many of 1000 people answered five questions how (Bock & Lieberman, Psychometrika 35 (1970) 179-197,
 * table 1), the patterns 00000, 00001, … 11111; column `Ob6` of `bock.table` of the R package psych.
 */
const lsat6 = [
  3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298,
];
const plain = { skipped: false, seconds: null, complained: false, realism: null };
const interviews = lsat6.flatMap((n, pattern) =>
  Array.from({ length: n }, () =>
    [0, 1, 2, 3, 4].map((at): Asked => ({ ...plain, questionId: `q${at + 1}`, score: pattern & (16 >> at) ? 100 : 0 })),
  ),
);

const figuresOf = (report: QuestionReport | undefined) =>
  report && report.state !== 'too_few' ? report.figures : undefined;

describe('figures of a question', () => {
  // `mean` and `r.drop` of `alpha(lsat6)$item.stats` of the R package psych 2.2; descript(LSAT) of ltm calls them proportions
  // and point biserial correlations, the item excluded.
  it.each([
    ['q1', 0.924, 0.1128],
    ['q2', 0.709, 0.1532],
    ['q3', 0.553, 0.1728],
    ['q4', 0.763, 0.1444],
    ['q5', 0.87, 0.1216],
  ])('%s of LSAT 6 is as published', (questionId, difficulty, discrimination) => {
    const figures = figuresOf(reportsOfQuestions(interviews).get(questionId));
    expect(figures?.difficulty?.mean).toBeCloseTo(difficulty, 9);
    expect(figures?.discrimination?.r).toBeCloseTo(discrimination, 4);
    expect(figures?.discrimination?.n).toBe(1000);
  });

  const asked = (n: number, over: (at: number) => Partial<Asked> = () => ({})): Asked[][] =>
    Array.from({ length: n }, (_, at) => [
      { ...plain, questionId: 'q', score: 50 + (at % 7), seconds: at + 1, ...over(at) },
      { ...plain, questionId: 'other', score: 40 + (at % 5) },
    ]);
  const of = (rows: Asked[][]) => reportsOfQuestions(rows).get('q');

  it('are shown from 30 on and suggest something from 100 on', () => {
    expect(of(asked(29))).toEqual({ state: 'too_few', n: 29, missing: 1 });
    expect(of(asked(30))).toMatchObject({ state: 'shown', n: 30, missing: 70 });
    expect(of(asked(99))?.state).toBe('shown');
    expect(of(asked(100))?.state).toBe('suggested');
  });

  it('count skips, complaints, time and realism over those who had any', () => {
    const figures = figuresOf(
      of(
        asked(100, (at) => ({
          skipped: at < 20,
          score: at < 20 ? null : 60 + (at % 3),
          complained: at % 10 === 0,
          realism: at % 2 ? null : 3 + (at % 4) / 2,
        })),
      ),
    );
    expect(figures?.skipped).toMatchObject({ cases: 20, of: 100 });
    expect(figures?.complained).toMatchObject({ cases: 10, of: 100 });
    expect(figures?.seconds).toEqual({ low: 25.75, median: 50.5, high: 75.25 });
    expect(figures?.realism).toMatchObject({ n: 50, mean: 3.5 });
    expect(figures?.discrimination?.n).toBe(80);
  });
});

describe('findings', () => {
  const bad = (n: number): Asked[][] =>
    Array.from({ length: n }, (_, at) => [
      {
        questionId: 'q',
        score: 97 + (at % 2),
        skipped: at % 3 === 0,
        seconds: 5,
        complained: at % 5 === 0,
        realism: 2 + (at % 2),
      },
      { ...plain, questionId: 'other', score: (at * 37) % 100 },
    ]);
  const of = (rows: Asked[][]) => reportsOfQuestions(rows).get('q') ?? { state: 'too_few' as const, n: 0, missing: 30 };

  it('name what is surely out of bounds, and nothing below 100 answers', () => {
    expect(findingsOf(of(bad(400)))).toEqual([
      'too_easy',
      'tells_nobody_apart',
      'often_skipped',
      'often_complained',
      'unrealistic',
    ]);
    expect(findingsOf(of(bad(99)))).toEqual([]);
    const good = reportsOfQuestions(interviews).get('q3');
    expect(good && findingsOf(good)).toEqual([]);
  });

  it('a new version is compared with the old one, with intervals', () => {
    const version = (realism: number, n = 150): Asked[][] =>
      Array.from({ length: n }, (_, at) => [
        {
          ...plain,
          questionId: 'q',
          score: 60,
          complained: realism < 4 && at % 5 === 0,
          realism: realism + ((at % 5) - 2) / 2,
        },
      ]);
    const found = compareVersions(of(version(3.2)), of(version(4.1)));
    expect(found?.realism?.difference).toBeCloseTo(0.9, 9);
    expect(found?.realism?.low).toBeGreaterThan(0.5);
    expect(found?.complained?.direction).toBe('fell');
    expect(found?.skipped?.direction).toBe('unclear');
    expect(compareVersions(of(version(3.2, 99)), of(version(4.1)))).toBeNull();
  });
});
