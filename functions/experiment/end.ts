import type { Request } from '#functions/http/request.ts';
import type { Experiment, Experiments } from '#functions/ports/experiments.ts';
import type { StaffActor } from '#functions/ports.ts';
import { type WriteDeps, writePosition } from '#functions/position/write.ts';
import { withQuestion } from '#shared/organisation/position/draft.ts';
import { ok, refuse } from '#shared/result.ts';
import { type ExperimentViewDeps, experimentView } from './view.ts';

type Deps = ExperimentViewDeps & WriteDeps & { experiments: Experiments };

/** A trial is over; where the new version did better, a person makes it the position's. */
export async function endExperiment(deps: Deps, request: Request<'experiment.end', StaffActor>) {
  const { actor, params, input } = request;
  const { company, userId } = actor;
  const all = await deps.experiments.ofPosition(company, params.positionId);
  const running = all.find(({ experimentId }) => experimentId === params.experimentId);
  const position = running && (await deps.directory.position(company, running.positionId));
  if (running === undefined || position === undefined) return refuse({ code: 'not_found' as const });
  if (running.state === 'running') {
    const asked = position.plan.questions.find(({ id }) => id === running.questionId);
    const stands = asked?.bank?.bankId === running.bankId && asked.bank.version === running.a;
    if (input.adopt && stands) {
      const after = withQuestion(position, running.question);
      const wrote = await writePosition(deps, 'experiment.end', request, { before: position, after, kind: 'bank' });
      if (!wrote.ok) return wrote;
    }
    const ended: Experiment = {
      ...running,
      state: 'ended',
      ended: { by: userId, at: deps.clock.now().toISOString(), adopted: input.adopt && stands },
    };
    if (!(await deps.experiments.put(company, ended, 'running'))) return refuse({ code: 'version_conflict' as const });
    const view = await experimentView(deps, company, ended);
    return view === undefined ? refuse({ code: 'not_found' as const }) : ok(view);
  }
  const view = await experimentView(deps, company, running);
  if (view === undefined || running.state !== 'ended') return refuse({ code: 'version_conflict' as const });
  return ok(view);
}
