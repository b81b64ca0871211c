import type { Request } from '#functions/http/request.ts';
import type { Requisitions } from '#functions/ports/hiring.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { settleRequisition } from './settle.ts';

type Deps = { requisitions: Requisitions };
type Turn = 'requisition.close' | 'requisition.reopen';

const turnTo =
  <O extends Turn>(name: O, closed: boolean) =>
  async (deps: Deps, { actor, params, input, bodyHash }: Request<O, StaffActor>) => {
    const { company, userId } = actor;
    const { requisitionId } = params;
    const operation = { id: input.operationId, name, bodyHash };
    const done = await deps.requisitions.turn(company, requisitionId, { closed, by: userId, operation });
    if (done === 'absent') return refuse({ code: 'not_found' as const });
    if (done === 'other_operation') return refuse({ code: 'operation_conflict' as const });
    if (done === 'full') return refuse({ code: 'no_vacancy' as const });
    const now = await settleRequisition(deps, company, requisitionId);
    return ok({ closedAt: now?.closedAt ?? null });
  };

/** HR takes nobody more, or goes on. Who waits is told either way. */
export const close = turnTo('requisition.close', true);
export const reopen = turnTo('requisition.reopen', false);
