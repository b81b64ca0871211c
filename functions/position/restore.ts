import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { draftOf, positionFrom } from '#shared/organisation/position/draft.ts';
import { refuse } from '#shared/result.ts';
import { earlier, newer, type WriteDeps, writePosition } from './write.ts';

/** An earlier version, as the next one: what lies between stays in the history. */
export async function restore(deps: WriteDeps, request: Request<'position.restore', StaffActor>) {
  const { company } = request.actor;
  const { positionId } = request.params;
  const { version, to } = request.input;
  const known = await earlier(deps, 'position.restore', request);
  if (known !== undefined) return known;
  const [before, versions] = await Promise.all([
    deps.directory.position(company, positionId),
    deps.positions.versions(company, positionId),
  ]);
  const wanted = versions.find((one) => one.version === to);
  if (before === undefined || wanted === undefined) return refuse({ code: 'not_found' as const });
  if (before.plan.version !== version) return newer(deps, company, positionId);
  const after = positionFrom(before, draftOf(wanted.position), version + 1);
  const { acknowledged } = wanted;
  return writePosition(deps, 'position.restore', request, { before, after, kind: 'restored', acknowledged });
}
