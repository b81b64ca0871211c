import type { Experiment } from '#functions/ports/experiments.ts';
import type { Learning } from '#functions/ports/learning.ts';
import type { Directory } from '#functions/ports.ts';
import type { Output } from '#shared/contract/operations.ts';

export type ExperimentViewDeps = { directory: Directory; learning: Pick<Learning, 'newest'> };

/** Undefined where the reader may not see its position. `before`: the version that is asked without it. */
export async function experimentView(
  { directory, learning }: ExperimentViewDeps,
  company: string,
  experiment: Experiment,
): Promise<Output<'experiment.review'> | undefined> {
  const { positionId, experimentId, question, questionId, proposed, reviewed, ended } = experiment;
  const position = await directory.position(company, positionId);
  if (position === undefined) return undefined;
  const named = async <T extends { by: string }>(act: T): Promise<T> => ({
    ...act,
    by: (await directory.staff(company, act.by))?.name ?? act.by,
  });
  const learned = await learning.newest(company, 'questions', positionId);
  const trial = learned?.value.trials.find((one) => one.experimentId === experimentId);
  const { bankId, a, b, why, state } = experiment;
  return {
    experimentId,
    positionId,
    position: position.title,
    questionId,
    bankId,
    a,
    b,
    before: experiment.before,
    after: question.prompt,
    why,
    state,
    proposed: await named(proposed),
    reviewed: reviewed && (await named(reviewed)),
    ended: ended && (await named(ended)),
    put: { a: trial?.a ?? 0, b: trial?.b ?? 0 },
    result: trial?.result ?? null,
  };
}
