import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { refuse } from '#shared/result.ts';
import { demandOf } from './view.ts';
import { earlier, newer, type WriteDeps, writePosition } from './write.ts';

/** Puts a position away, or takes it out again. Not while somebody is being hired for it. */
export async function archive(deps: WriteDeps, request: Request<'position.archive', StaffActor>) {
  const { company } = request.actor;
  const { positionId } = request.params;
  const { version, archived } = request.input;
  const known = await earlier(deps, 'position.archive', request);
  if (known !== undefined) return known;
  const [before, requisitions] = await Promise.all([
    deps.directory.position(company, positionId),
    deps.directory.requisitions(company),
  ]);
  if (before === undefined) return refuse({ code: 'not_found' as const });
  if (before.plan.version !== version) return newer(deps, company, positionId);
  const mine = requisitions.filter((one) => one.positionId === positionId);
  if (archived && (await demandOf(deps, company, mine)).openRequisitions > 0) {
    return refuse({ code: 'requisition_open' as const });
  }
  const { archivedAt: _, ...kept } = before;
  const plan = { ...before.plan, version: version + 1 };
  const after = { ...kept, plan, ...(archived && { archivedAt: deps.clock.now().toISOString() }) };
  const kind = archived ? ('archived' as const) : ('reopened' as const);
  return writePosition(deps, 'position.archive', request, { before, after, kind });
}
