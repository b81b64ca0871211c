import type { Plan } from '../interview/plan.ts';
import { outcomeScore } from '../learning/outcome-score.ts';
import type { Random } from '../seeded.ts';
import { fairnessDimensions } from './fairness-pack.ts';
import type { Said } from './impact.ts';
import { familyOf, type Lesson } from './lesson.ts';
import { proposeWeights, type WeightsFound } from './propose-weights.ts';

type Outcome = Parameters<typeof outcomeScore>[0];
type WeightsFor = {
  competencies: Plan['competencies'];
  lessons: readonly Lesson[];
  /** By application. */
  outcomes: ReadonlyMap<string, Outcome>;
  saidOf: (lesson: Lesson) => Said;
  passAt: number;
  random: Random;
};

/** Skills in their order; culture stands beside them and is not weighed against them. */
const skillsOf = (competencies: Plan['competencies']) => competencies.filter(({ kind }) => kind !== 'culture');

/** Each lesson's scores in the order of these skills; whoever was not scored in all of them is left out. */
function scoresIn(lesson: Lesson, names: readonly string[]): number[] | null {
  const scores = names.map((name) => lesson.dimensions.find((one) => one.name === name)?.score ?? null);
  return scores.every((score) => score !== null) ? scores : null;
}

/** New weights for one position from everybody of its job family, points that add up to what its skills have now. */
export function weightsFor({ competencies, lessons, outcomes, saidOf, passAt, random }: WeightsFor): WeightsFound {
  const skills = skillsOf(competencies);
  const names = skills.map(({ name }) => name);
  const family = familyOf(skills);
  const scored = lessons
    .filter((one) => familyOf(one.dimensions) === family)
    .flatMap((lesson) => {
      const scores = scoresIn(lesson, names);
      return scores === null ? [] : [{ lesson, scores }];
    });
  const followed = scored.flatMap(({ lesson, scores }) => {
    const outcome = outcomes.get(lesson.applicationId);
    const score = outcome === undefined ? null : outcomeScore(outcome);
    return score === null ? [] : [{ scores, outcome: score }];
  });
  return proposeWeights({
    now: skills.map(({ weight }) => weight * 100),
    followed,
    applicants: scored.map(({ lesson, scores }) => ({ scores, said: saidOf(lesson) })),
    passAt,
    dimensions: fairnessDimensions,
    random,
  });
}
