import { Matrix } from 'ml-matrix';
import { limits } from '../limits.ts';
import type { Random } from '../seeded.ts';
import { type Correlation, type Point, pearson } from './correlation.ts';
import { foldsOf, type Gain, heldOutGain } from './folds.ts';
import { type ImpactTable, impactTables, type Said } from './impact.ts';
import { type Range, rangeOf } from './range.ts';
import { type Followed, fitWeights, lineOf, type Moments, missesOf, missOf, momentsOf } from './weight-fit.ts';
import { stepTowards } from './weight-step.ts';

/** Everybody who was scored, hired or not: what new weights would do to them. */
export type Applicant = { scores: readonly number[]; said: Said };

/** `passAt`: the overall score 0-100 from which somebody passes. `dimensions`: what people may have said of themselves. */
export type WeightsAsked = {
  /** The expert's or today's weights, points that add up to 100. */
  now: readonly number[];
  /** Of one job family: people hired, with scores in the order of the weights. */
  followed: readonly Followed[];
  applicants: readonly Applicant[];
  passAt: number;
  dimensions: readonly string[];
  random: Random;
};

/**
 * `gain`: share of the outcome's variance the step explains more, on people it was not fitted on. `before`, `after`:
 * correlation of the overall score with the outcome among those hired; `range`: how far these were picked already, which
 * makes both lower than they would be among all.
 */
export type WeightEvidence = {
  people: number;
  gain: Gain;
  before: Correlation | null;
  after: Correlation | null;
  range: Range;
  impact: { before: ImpactTable[]; after: ImpactTable[]; judged: boolean };
};

export type WeightsFound =
  | { state: 'insufficient'; people: number; missing: number }
  | { state: 'no_gain'; evidence: WeightEvidence }
  | { state: 'adverse'; weights: number[]; evidence: WeightEvidence }
  | { state: 'proposal'; weights: number[]; evidence: WeightEvidence };

/** How hard to hold back towards the expert, the hardest first: of equals the one that changes least is taken. */
const strengths = [10, 3, 1, 0.3, 0.1, 0.03];

export const overall = (scores: readonly number[], weights: readonly number[]): number =>
  scores.reduce((sum, score, at) => sum + score * (weights[at] ?? 0), 0) / weights.reduce((a, b) => a + b, 0);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** One whole learning: choose how hard to hold back by cross-validation inside these people, fit, take one step. */
function learn(people: readonly Followed[], now: readonly number[], random: Random): number[] {
  const { folds: k, step } = limits.analytics.weights;
  const folds = foldsOf(people.length, k, random);
  const all = momentsOf(people);
  const parts = Array.from({ length: k }, (_, own) => {
    const test = momentsOf(people.filter((__, at) => folds[at] === own));
    return { test, train: Matrix.sub(all, test) };
  });
  const stepOf = (moments: Moments, strength: number) => {
    const fitted = fitWeights(moments, now, strength);
    return fitted ? stepTowards(now, fitted, step) : [...now];
  };
  const losses = strengths.map((strength) =>
    parts.reduce((sum, { train, test }) => sum + missesOf(lineOf(train, stepOf(train, strength)), test), 0),
  );
  const best = strengths[losses.indexOf(Math.min(...losses))] ?? 1;
  return stepOf(all, best);
}

function impactAt({ applicants, passAt, dimensions }: WeightsAsked, weights: readonly number[]): ImpactTable[] {
  const passages = applicants.map(({ scores, said }) => ({ said, passed: overall(scores, weights) >= passAt }));
  return impactTables(passages, dimensions);
}

/** A category that falls under four fifths by this step, or that was under it and falls deeper. */
const isAdverse = (before: readonly ImpactTable[], after: readonly ImpactTable[]): boolean =>
  after.some(({ categories }, table) =>
    categories.some(({ flagged, ratio, category }) => {
      const was = before[table]?.categories.find((one) => `${one.category}` === `${category}`);
      return flagged && ratio !== null && (!was?.flagged || was.ratio === null || ratio < was.ratio);
    }),
  );

/**
 * One step of new weights from how it went with those who were hired, or why there is none. The gain is measured on
 * people the step was not learned from, the whole learning repeated in each of ten folds; its lower bound has to be above 0.
 */
export function proposeWeights(asked: WeightsAsked): WeightsFound {
  const { now, followed, random } = asked;
  const needed = limits.analytics.weights;
  const people = followed.length;
  if (people < needed.people) return { state: 'insufficient', people, missing: needed.people - people };
  const outcomes = followed.map(({ outcome }) => outcome);
  const middle = mean(outcomes);
  const variance = mean(outcomes.map((outcome) => (outcome - middle) ** 2));
  const folds = foldsOf(people, needed.folds, random);
  const gains = Array.from({ length: needed.folds }, (_, own) => {
    const train = followed.filter((_, at) => folds[at] !== own);
    const moments = momentsOf(train);
    const [expert, learned] = [lineOf(moments, now), lineOf(moments, learn(train, now, random))];
    return followed
      .filter((_, at) => folds[at] === own)
      .map((one) => (missOf(expert, one) - missOf(learned, one)) / (variance || 1));
  }).flat();
  const weights = learn(followed, now, random);
  const before = impactAt(asked, now);
  const after = impactAt(asked, weights);
  const against = (own: readonly number[]) =>
    pearson(followed.map(({ scores, outcome }): Point => [overall(scores, own), outcome]));
  const evidence: WeightEvidence = {
    people,
    gain: heldOutGain(gains, needed.folds),
    before: against(now),
    after: against(weights),
    range: rangeOf(
      followed.map(({ scores }) => overall(scores, now)),
      asked.applicants.map(({ scores }) => overall(scores, now)),
    ),
    impact: { before, after, judged: after.some(({ highest }) => highest !== null) },
  };
  if (!(evidence.gain.low > 0) || weights.every((weight, at) => weight === now[at]))
    return { state: 'no_gain', evidence };
  return { state: isAdverse(before, after) ? 'adverse' : 'proposal', weights, evidence };
}
