import type { Request } from '#functions/http/request.ts';
import { openingsOf } from '#functions/organisation/openings.ts';
import type { Requisitions } from '#functions/ports/hiring.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { type EditDeps, mostOf } from './edit-view.ts';
import { settleRequisition } from './settle.ts';

type Turn = 'requisition.close' | 'requisition.reopen';

async function turnTo<O extends Turn>(
  deps: { requisitions: Requisitions },
  name: O,
  { actor, params, input, bodyHash }: Request<O, StaffActor>,
) {
  const { company, userId } = actor;
  const { requisitionId } = params;
  const operation = { id: input.operationId, name, bodyHash };
  const closed = name === 'requisition.close';
  const done = await deps.requisitions.turn(company, requisitionId, { closed, by: userId, operation });
  if (done === 'absent') return refuse({ code: 'not_found' as const });
  if (done === 'other_operation') return refuse({ code: 'operation_conflict' as const });
  if (done === 'full') return refuse({ code: 'no_vacancy' as const });
  const now = await settleRequisition(deps, company, requisitionId);
  return ok({ closedAt: now?.closedAt ?? null });
}

/** HR takes nobody more. Who waits is told. */
export const close = (deps: { requisitions: Requisitions }, request: Request<'requisition.close', StaffActor>) =>
  turnTo(deps, 'requisition.close', request);

/** HR goes on, if what its post lacks has not been given to other requisitions meanwhile. Who waits is told. */
export async function reopen(deps: EditDeps, request: Request<'requisition.reopen', StaffActor>) {
  const { actor, params } = request;
  const standing = await deps.requisitions.standing(actor.company, params.requisitionId);
  // One that is open already was opened by this operation before, or by somebody else: that stands.
  if (standing !== undefined && standing.closedAt !== null && standing.filled < standing.vacancies) {
    const openings = await openingsOf(deps, actor.company);
    const own = openings.find(({ requisition }) => requisition.requisitionId === params.requisitionId);
    const most = own === undefined ? null : await mostOf(deps, actor.company, openings, own);
    if (own !== undefined && most !== null && own.requisition.vacancies > most)
      return refuse({ code: 'headcount_exceeded' as const, details: { most } });
  }
  return turnTo(deps, 'requisition.reopen', request);
}
