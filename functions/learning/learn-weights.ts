import type { StoredOutcome } from '#functions/ports/outcomes.ts';
import { type RulesDeps, rulesOf } from '#functions/rule/rules-of.ts';
import type { Said } from '#shared/analytics/impact.ts';
import { shownOf } from '#shared/analytics/impact.ts';
import type { Lesson } from '#shared/analytics/lesson.ts';
import type { WeightEvidence } from '#shared/analytics/propose-weights.ts';
import { weightsFor } from '#shared/analytics/weights-for.ts';
import type { LearnedValue } from '#shared/contract/learned.ts';
import type { Position } from '#shared/organisation/records.ts';
import { seeded } from '#shared/seeded.ts';

type Known = { lessons: readonly Lesson[]; outcomes: readonly StoredOutcome[]; saidOf: (lesson: Lesson) => Said };

/** The score from which somebody passes where no rule says one. */
const usualPass = 80;

/** The lowest overall score by which the position's rules let somebody go on. */
async function passAtOf(deps: RulesDeps, company: string, positionId: string): Promise<number> {
  const found = await rulesOf(deps, company, positionId);
  const lines = (found?.ruleSet.rules ?? [])
    .filter(({ on, concludes }) => on && ['second_interview', 'offer', 'onboarding'].includes(concludes))
    .flatMap(({ when }) => when)
    .flatMap((one) => (one.fact === 'overall' && one.is === 'at_least' ? [Number(one.value)] : []));
  return lines.length === 0 ? usualPass : Math.min(...lines);
}

/** Whether those who were hired speak for other weights, by the whole of the position's job family. */
export async function learnWeights(
  deps: RulesDeps,
  company: string,
  position: Position,
  { lessons, outcomes, saidOf }: Known,
): Promise<LearnedValue<'weights'>> {
  const { positionId, plan } = position;
  const skills = plan.competencies.filter(({ kind }) => kind !== 'culture');
  const family = skills.map(({ name }) => name);
  const found = weightsFor({
    competencies: plan.competencies,
    lessons,
    outcomes: new Map(outcomes.map((one) => [one.applicationId, one])),
    saidOf,
    passAt: await passAtOf(deps, company, positionId),
    random: seeded(plan.version),
  });
  if (found.state === 'insufficient') {
    return { state: 'insufficient', family, people: found.people, missing: found.missing };
  }
  const evidence = shownEvidence(found.evidence);
  if (found.state === 'no_gain') return { state: 'no_gain', family, evidence };
  const points = skills.map(({ name, weight }, at) => ({ name, now: weight * 100, wanted: found.weights[at] ?? 0 }));
  return { state: found.state, family, planVersion: plan.version, points, evidence };
}

const shownEvidence = ({ impact, ...evidence }: WeightEvidence) => ({
  ...evidence,
  impact: { ...impact, before: impact.before.map(shownOf), after: impact.after.map(shownOf) },
});
