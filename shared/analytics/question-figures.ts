import { quantile } from 'simple-statistics';
import { limits } from '../limits.ts';
import { meanWithError, normalInterval } from './confidence.ts';
import { type Correlation, type Point, pearson } from './correlation.ts';
import { type Rate, rateOf } from './rate.ts';

/** One question as it was put to one person. `score` 0-100, null: none given. `realism` 1-5 stars, null: not said. */
export type Asked = {
  questionId: string;
  score: number | null;
  skipped: boolean;
  seconds: number | null;
  complained: boolean;
  realism: number | null;
};

/** A mean with its 95 % interval, in the unit of what was averaged. */
export type Mean = { mean: number; n: number; low: number; high: number };

/**
 * `difficulty`: mean share of the score reached, 0-1, the *higher the easier* as testing calls it.
 * `discrimination`: correlation with the mean of the same person's other scores. `seconds`: time taken.
 */
export type QuestionFigures = {
  difficulty: Mean | null;
  discrimination: Correlation | null;
  skipped: Rate;
  complained: Rate;
  seconds: { low: number; median: number; high: number } | null;
  realism: Mean | null;
};

/** `missing`: how many more times the question has to be put before the next state. */
export type QuestionReport =
  | { state: 'too_few'; n: number; missing: number }
  | { state: 'shown'; n: number; missing: number; figures: QuestionFigures }
  | { state: 'suggested'; n: number; figures: QuestionFigures };

function meanOf(values: readonly number[]): Mean | null {
  const n = values.length;
  if (n < 2) return null;
  const { mean: middle, error } = meanWithError(values);
  return { mean: middle, n, ...normalInterval(middle, error) };
}

type Put = Asked & { rest: number | null };

/** Each question with the mean of what the person scored elsewhere: what "corrected" means in item-total correlation. */
function withRest(interview: readonly Asked[]): Put[] {
  const scores = interview.flatMap(({ score }) => (score === null ? [] : [score]));
  const sum = scores.reduce((all, score) => all + score, 0);
  return interview.map((one) => {
    const others = scores.length - (one.score === null ? 0 : 1);
    return { ...one, rest: others === 0 ? null : (sum - (one.score ?? 0)) / others };
  });
}

const given = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

function figuresOf(put: readonly Put[]): QuestionFigures | null {
  const skipped = rateOf({ cases: put.filter((one) => one.skipped).length, of: put.length });
  const complained = rateOf({ cases: put.filter((one) => one.complained).length, of: put.length });
  if (!skipped || !complained) return null;
  const seconds = given(put.map((one) => one.seconds));
  const points = put.flatMap(({ score, rest }): Point[] => (score === null || rest === null ? [] : [[score, rest]]));
  return {
    difficulty: meanOf(given(put.map(({ score }) => score)).map((score) => score / 100)),
    discrimination: pearson(points),
    skipped,
    complained,
    seconds:
      seconds.length === 0
        ? null
        : { low: quantile(seconds, 0.25), median: quantile(seconds, 0.5), high: quantile(seconds, 0.75) },
    realism: meanOf(given(put.map((one) => one.realism))),
  };
}

/** What each question's answers say of it. An interview is the list of what was put to one person. */
export function reportsOfQuestions(interviews: readonly (readonly Asked[])[]): Map<string, QuestionReport> {
  const { shown, suggested } = limits.analytics.question;
  const byQuestion = Map.groupBy(interviews.flatMap(withRest), ({ questionId }) => questionId);
  return new Map(
    [...byQuestion].map(([questionId, put]): [string, QuestionReport] => {
      const n = put.length;
      const figures = n < shown ? null : figuresOf(put);
      if (!figures) return [questionId, { state: 'too_few', n, missing: shown - n }];
      if (n < suggested) return [questionId, { state: 'shown', n, missing: suggested - n, figures }];
      return [questionId, { state: 'suggested', n, figures }];
    }),
  );
}
