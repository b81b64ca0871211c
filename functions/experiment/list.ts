import type { Request } from '#functions/http/request.ts';
import type { Experiments } from '#functions/ports/experiments.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';
import { type ExperimentViewDeps, experimentView } from './view.ts';

/** Every trial of two versions of a question that the reader may see, the last proposed first. */
export async function listExperiments(
  deps: ExperimentViewDeps & { experiments: Experiments },
  { actor: { company } }: Request<'experiment.list', StaffActor>,
) {
  const all = await deps.experiments.all(company);
  const views = await Promise.all(all.map((one) => experimentView(deps, company, one)));
  const experiments = views
    .filter((view) => view !== undefined)
    .sort((a, b) => b.proposed.at.localeCompare(a.proposed.at));
  return ok({ experiments });
}
