import type { Experiments } from '#functions/ports/experiments.ts';
import type { Learning } from '#functions/ports/learning.ts';
import type { Outcomes } from '#functions/ports/outcomes.ts';
import type { Positions } from '#functions/ports/positions.ts';
import type { VoluntaryOfAll } from '#functions/ports/voluntary.ts';
import type { Clock, Directory } from '#functions/ports.ts';
import type { RulesDeps } from '#functions/rule/rules-of.ts';
import { fairnessPack } from '#shared/analytics/fairness-pack.ts';
import type { Lesson } from '#shared/analytics/lesson.ts';
import { learnNoShows } from '#shared/analytics/predict-no-show.ts';
import type { LearnedValue, Topic } from '#shared/contract/learned.ts';
import { limits } from '#shared/limits.ts';
import { seeded } from '#shared/seeded.ts';
import { type GatherDeps, gather } from './gather.ts';
import { learnDemand } from './learn-demand.ts';
import { learnQuestions } from './learn-questions.ts';
import { learnWeights } from './learn-weights.ts';
import { type PullDeps, type Pulled, pullOutcomes } from './pull-outcomes.ts';
import { saidOfAll } from './said-of.ts';

export type LearnDeps = GatherDeps &
  RulesDeps &
  PullDeps & {
    learning: Learning;
    outcomes: Outcomes;
    positions: Positions;
    experiments: Experiments;
    voluntary: VoluntaryOfAll;
    directory: Directory;
    clock: Clock;
  };

/**
 * One turn of learning of a company: everything is worked out anew and kept as the next version of what is known. A
 * connected system that is away stops nothing; `onPulled` hears of it.
 */
export async function learn(deps: LearnDeps, company: string, onPulled?: (pulled: Pulled) => void): Promise<string> {
  const at = deps.clock.now().toISOString();
  const pulled = await pullOutcomes(deps, company);
  if (pulled !== undefined) onPulled?.(pulled);
  const lessons = await gather(deps, company);
  const keep = <T extends Topic>(topic: T, value: LearnedValue<T>, subject = '') =>
    deps.learning.keep(company, topic, { subject, at, value });

  const saidOf = await saidOfAll(deps.voluntary, company);
  await keep('fairness', { ...fairnessPack(lessons, saidOf) });
  await keep('no_show', foreseen(lessons));
  const [positions, outcomes] = await Promise.all([deps.positions.all(company), deps.outcomes.all(company)]);
  for (const position of positions.filter(({ archivedAt }) => archivedAt === undefined)) {
    const { positionId } = position;
    await keep('questions', await learnQuestions(deps, company, position, lessons), positionId);
    await keep('weights', await learnWeights(deps, company, position, { lessons, outcomes, saidOf }), positionId);
  }
  await keep('demand', await learnDemand(deps, company, lessons));
  return `learned from ${lessons.length}`;
}

/** The newest appointments, in their order; seeded, so that the same past gives the same model. */
function foreseen(lessons: readonly Lesson[]): LearnedValue<'no_show'> {
  const { newest } = limits.analytics.noShow;
  const appointments = lessons
    .toSorted((a, b) => a.invitedAt.localeCompare(b.invitedAt) || a.interviewId.localeCompare(b.interviewId))
    .flatMap((one) => one.appointments)
    .slice(-newest);
  const found = learnNoShows(appointments, seeded(appointments.length));
  if (found.state === 'on') return { state: 'on', evidence: found.evidence, model: mutable(found.model) };
  if (found.reason === 'insufficient') return { state: 'insufficient', missing: found.missing };
  return { state: 'not_better', evidence: found.evidence };
}

type Model = Extract<ReturnType<typeof learnNoShows>, { state: 'on' }>['model'];
const mutable = ({ logistic, ...model }: Model) => ({
  ...model,
  logistic: { coefficients: [...logistic.coefficients] },
});
