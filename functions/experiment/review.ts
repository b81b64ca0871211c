import type { Request } from '#functions/http/request.ts';
import type { Experiment, Experiments } from '#functions/ports/experiments.ts';
import type { Clock, StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { type ExperimentViewDeps, experimentView } from './view.ts';

type Deps = ExperimentViewDeps & { experiments: Experiments; clock: Clock };

/** The business side's word on a proposed question. Nobody passes their own: four eyes. From an acceptance on it is put by lot. */
export async function reviewExperiment(deps: Deps, { actor, params, input }: Request<'experiment.review', StaffActor>) {
  const { company, userId } = actor;
  const all = await deps.experiments.ofPosition(company, params.positionId);
  const before = all.find(({ experimentId }) => experimentId === params.experimentId);
  const seen = before && (await experimentView(deps, company, before));
  if (before === undefined || seen === undefined) return refuse({ code: 'not_found' as const });
  if (before.proposed.by === userId) return refuse({ code: 'forbidden' as const });
  const wanted = input.accept ? 'running' : 'refused';
  if (before.state === wanted && before.reviewed?.by === userId) return ok(seen);
  const after: Experiment = {
    ...before,
    state: wanted,
    reviewed: { by: userId, at: deps.clock.now().toISOString(), note: input.note },
  };
  if (!(await deps.experiments.put(company, after, 'proposed'))) return refuse({ code: 'version_conflict' as const });
  const view = await experimentView(deps, company, after);
  return view === undefined ? refuse({ code: 'not_found' as const }) : ok(view);
}
