import type { Request } from '#functions/http/request.ts';
import type { Learning } from '#functions/ports/learning.ts';
import type { StaffActor } from '#functions/ports.ts';
import { earlier, newer, type WriteDeps, writePosition } from '#functions/position/write.ts';
import type { Position } from '#shared/organisation/records.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = WriteDeps & { learning: Pick<Learning, 'newest'> };
type Competency = Position['plan']['competencies'][number];

/** The same position with other weights; those that are not named keep theirs. */
const weighed = (before: Position, weightOf: (one: Competency) => number | undefined): Position => ({
  ...before,
  plan: {
    ...before.plan,
    version: before.plan.version + 1,
    competencies: before.plan.competencies.map((one) => ({ ...one, weight: weightOf(one) ?? one.weight })),
  },
});

/** A named person takes the proposed step: a next version of the position, for invitations from now on. */
export async function approveWeights(deps: Deps, request: Request<'position.approveWeights', StaffActor>) {
  const { actor, params, input } = request;
  const known = await earlier(deps, 'position.approveWeights', request);
  if (known !== undefined) return known.ok ? ok({ version: known.value.position.plan.version }) : known;
  const [before, learned] = await Promise.all([
    deps.directory.position(actor.company, params.positionId),
    deps.learning.newest(actor.company, 'weights', params.positionId),
  ]);
  if (before === undefined || learned === undefined) return refuse({ code: 'not_found' as const });
  const { value } = learned;
  const stands = learned.version === input.report && value.state === 'proposal' && value.planVersion === input.version;
  if (!stands || value.state !== 'proposal') return refuse({ code: 'version_conflict' as const });
  if (before.plan.version !== input.version) {
    const refused = await newer(deps, actor.company, params.positionId);
    return refused.ok ? refuse({ code: 'version_conflict' as const }) : refused;
  }
  const after = weighed(before, ({ name }) => {
    const point = value.points.find((one) => one.name === name);
    return point && point.wanted / 100;
  });
  const wrote = await writePosition(deps, 'position.approveWeights', request, { before, after, kind: 'weights' });
  return wrote.ok ? ok({ version: wrote.value.position.plan.version }) : wrote;
}

/** The weights from before the last approval; whatever else was saved since stays. */
export async function rollBackWeights(deps: Deps, request: Request<'position.rollBackWeights', StaffActor>) {
  const { actor, params, input } = request;
  const known = await earlier(deps, 'position.rollBackWeights', request);
  if (known !== undefined) return known.ok ? ok({ version: known.value.position.plan.version }) : known;
  const [before, versions] = await Promise.all([
    deps.directory.position(actor.company, params.positionId),
    deps.positions.versions(actor.company, params.positionId),
  ]);
  const approval = versions.findLast(({ kind }) => kind === 'weights');
  const old = approval && versions.findLast(({ version }) => version < approval.version)?.position;
  if (before === undefined || old === undefined) return refuse({ code: 'not_found' as const });
  const names = (position: Position) =>
    position.plan.competencies
      .map(({ name }) => name)
      .sort()
      .join('\u0000');
  if (before.plan.version !== input.version || names(before) !== names(old))
    return refuse({ code: 'version_conflict' as const });
  const after = weighed(before, ({ name }) => old.plan.competencies.find((one) => one.name === name)?.weight);
  const wrote = await writePosition(deps, 'position.rollBackWeights', request, { before, after, kind: 'weights_back' });
  return wrote.ok ? ok({ version: wrote.value.position.plan.version }) : wrote;
}
