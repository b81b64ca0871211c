import { type Aspect, deductions, merits } from './aspects.ts';
import type { Measures } from './measure.ts';

/** What makes a level: the rubric's points, and the aspects beside them. */
export type Part = 'coverage' | Aspect;

/**
 * How much each part of an answer adds to or takes from its level (1-5). Fitted by ridge regression, drawn towards equal
 * small weights and never below 0.08, to the development set in test/shared/evaluation/set (fit.test.ts prints the fit
 * and holds this table to it); docs/evaluation.md tells the method and how good it is. `noEpisode` and `astray` are set
 * by hand: no sincere answer of that set is about something else.
 */
export const weights = {
  coverage: 0.56,
  specifics: 0.43,
  actions: 0.32,
  concreteness: 0.68,
  results: 0.43,
  reflection: 0.08,
  reasoning: 0.08,
  order: 0.29,
  density: 0.33,
  relatedness: 0.52,
  tightness: 0.84,
  vague: 0.94,
  virtue: 0.59,
  lecture: 0.77,
  noEpisode: 0.2,
  abstract: 0.35,
  refusal: 0.79,
  indifference: 0.87,
  grievance: 1.1,
  privateLife: 0.67,
  jargon: 0.62,
  astray: 1.4,
} as const satisfies Record<Part, number>;
/** Every part from 0 (nothing of it) to 1. */
export type Aspects = Record<Part, number>;

/** What an answer of a sentence or two starts from before anything speaks for or against it. */
export const base = 1.6;
/** Letters from which on an answer counts as one; a few words start from less. */
const wholeAnswer = 40;
/** A level is worth so many points of a hundred. */
export const pointsOfLevel = 20;

/** 0 for none, 1 for ever more; half way after 0.7 × `scale`. More of a thing helps less and less. */
const saturated = (amount: number, scale: number): number => 1 - Math.exp(-amount / scale);
const within = (share: number): number => Math.min(1, Math.max(0, share));
const leastLetters = 40;

/**
 * How surely an answer speaks of what was asked: above 0 it does. Logistic regression on the development set's answers with
 * their own question against the same answers with other positions' questions.
 */
export function onTopic(coverage: number, measures: Measures): number {
  const root = Math.sqrt(Math.max(30, measures.letters));
  const { related, shared, foreign, life } = measures;
  return 3.15 * coverage + (5.56 * related + 2.31 * shared - 2.67 * foreign - 1.97 * life) / root - 1.1;
}

export function aspectsOf(coverage: number, measures: Measures): Aspects {
  const m = measures;
  const length = Math.max(leastLetters, m.letters);
  const per = (amount: number, letters: number) => (amount * letters) / length;
  return {
    coverage,
    specifics: saturated(m.figures + 0.7 * m.times + m.speech, 4),
    actions: saturated(m.actions + 0.6 * m.terse, 3.5),
    concreteness: saturated(m.concrete, 14),
    results: saturated(m.outcomes, 1.5),
    reflection: saturated(m.reflections, 1),
    reasoning: saturated(m.causes + m.contrasts + m.conditions, 2),
    order: saturated(m.sequence, 2),
    density: within(m.density / 0.5),
    relatedness: saturated(m.related, 4),
    tightness: saturated(per(m.figures + m.times + m.speech + m.actions + m.terse, 100), 8),
    vague: saturated(per(m.vague, 100), 2),
    virtue: saturated(per(m.virtue, 100), 2),
    lecture: saturated(per(m.lecture, 100), 2),
    noEpisode: m.episode === null ? 0 : Math.exp(-m.episode),
    abstract: within((m.abstract - 0.15) / 0.35),
    refusal: saturated(m.refusal, 1),
    indifference: saturated(m.indifference, 1),
    grievance: saturated(m.grievance, 1.5),
    privateLife: saturated(per(m.life, 60), 2),
    jargon: within(per(m.buzz, 1) / 0.3),
    astray: within((-0.5 - onTopic(coverage, m)) / 0.8) * within((m.letters - 40) / 50),
  };
}

/** 0-100. `kept` is the share of the answer that no guard withheld, `letters` what is left of it. */
export function scoreOf(aspects: Aspects, { kept, letters }: { kept: number; letters: number }): number {
  const sum = (names: readonly Part[]) => names.reduce((total, name) => total + weights[name] * aspects[name], 0);
  const start = base * kept * Math.min(1, letters / wholeAnswer);
  return 100 * within((pointsOfLevel * (start + sum(['coverage', ...merits]) - sum(deductions))) / 100);
}

/** Points of an item that come from the rubric: its key points, and keeping to the question. */
export function rubricPoints({ coverage, relatedness }: Aspects): { got: number; most: number } {
  const points = (one: number, other: number) => (weights.coverage * one + weights.relatedness * other) * pointsOfLevel;
  return { got: points(coverage, relatedness), most: points(1, 1) };
}
