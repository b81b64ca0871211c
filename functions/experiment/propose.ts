import { createHash } from 'node:crypto';
import type { Request } from '#functions/http/request.ts';
import type { Experiment, Experiments } from '#functions/ports/experiments.ts';
import type { Bank } from '#functions/ports/positions.ts';
import type { Clock, StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { type ExperimentViewDeps, experimentView } from './view.ts';

type Deps = ExperimentViewDeps & { experiments: Experiments; bank: Bank; clock: Clock };

/** A newer version of a question from the bank is proposed for a trial beside the one that is asked. One at a time each. */
export async function proposeExperiment(
  deps: Deps,
  { actor, params, input }: Request<'experiment.propose', StaffActor>,
) {
  const { company, userId } = actor;
  const { positionId } = params;
  const position = await deps.directory.position(company, positionId);
  const asked = position?.plan.questions.find(({ id }) => id === input.questionId);
  if (position === undefined || asked === undefined) return refuse({ code: 'not_found' as const });
  const { bank } = asked;
  const renewed =
    bank && (await deps.bank.versions(company, bank.bankId)).find(({ version }) => version === input.version);
  if (bank === undefined || renewed === undefined || renewed.version <= bank.version)
    return refuse({ code: 'invalid_input' as const, details: { fields: ['version'] } });
  // The request names what it makes: sent again it finds it.
  const experimentId = `exp_${createHash('sha256').update(`${userId}#${input.operationId}`).digest('hex').slice(0, 24)}`;
  const all = await deps.experiments.ofPosition(company, positionId);
  const made = all.find((one) => one.experimentId === experimentId);
  const seen = made && (await experimentView(deps, company, made));
  if (seen !== undefined) return ok(seen);
  const open = all.some(
    ({ questionId, state }) => questionId === asked.id && (state === 'proposed' || state === 'running'),
  );
  if (open) return refuse({ code: 'version_conflict' as const });
  const { id, required, competencies } = asked;
  const b = renewed.version;
  const experiment: Experiment = {
    experimentId,
    positionId,
    questionId: id,
    bankId: bank.bankId,
    a: bank.version,
    b,
    before: asked.prompt,
    question: { ...renewed.question, id, required, competencies, bank: { bankId: bank.bankId, version: b } },
    why: input.why,
    state: 'proposed',
    proposed: { by: userId, at: deps.clock.now().toISOString() },
    reviewed: null,
    ended: null,
  };
  await deps.experiments.put(company, experiment, null);
  const view = await experimentView(deps, company, experiment);
  return view === undefined ? refuse({ code: 'not_found' as const }) : ok(view);
}
