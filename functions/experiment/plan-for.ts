import type { Experiments } from '#functions/ports/experiments.ts';
import type { Plan } from '#shared/interview/plan.ts';
import { armOf } from '#shared/learning/arm.ts';
import type { Position } from '#shared/organisation/records.ts';

/**
 * A position's plan for one person: of each question under trial the version that the lot gives them. It freezes into the
 * interview with the rest of the plan.
 */
export async function planFor(
  { experiments }: { experiments: Experiments },
  company: string,
  { positionId, plan }: Position,
): Promise<Plan> {
  const running = (await experiments.ofPosition(company, positionId)).filter(({ state }) => state === 'running');
  let questions = plan.questions;
  for (const experiment of running) {
    const { experimentId, questionId, bankId, a, question } = experiment;
    const asked = questions.find(({ id }) => id === questionId);
    // Somebody changed the question meanwhile: the trial's two versions are no longer what is asked.
    if (asked?.bank?.bankId !== bankId || asked.bank.version !== a) continue;
    if (armOf(experimentId, await experiments.turn(company, experiment)) === 'a') continue;
    const { required, competencies } = asked;
    questions = questions.map((one) => (one.id === questionId ? { ...question, required, competencies } : one));
  }
  return { ...plan, questions };
}
