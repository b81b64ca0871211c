import type { Request } from '#functions/http/request.ts';
import { earlier, operationOf } from '#functions/organisation/earlier.ts';
import type { Organisation } from '#functions/ports/organisation.ts';
import type { Directory, Operations, StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { organisation: Organisation; directory: Directory; operations: Operations };

/**
 * One requisition, or all of somebody, get another owner. Who hears of an interview is asked when a message leaves, so what
 * is on its way goes to the new one. Done again after it broke off, it goes on.
 */
export async function handOver(deps: Deps, request: Request<'requisition.handOver', StaffActor>) {
  const { actor, input } = request;
  const { company } = actor;
  const { fromUserId: from, toUserId: to, requisitionId } = input;
  const known = await earlier(deps.operations, 'requisition.handOver', request);
  if (known !== undefined) return known.ok ? ok({ handedOver: idsOf(known.value.handedOver) }) : known;
  const [person, all] = await Promise.all([deps.directory.staff(company, to), deps.directory.requisitions(company)]);
  if (person === undefined || person.goneAt !== undefined || from === to) {
    return refuse({ code: 'invalid_input' as const, details: { fields: ['toUserId'] } });
  }
  if (requisitionId !== null && !all.some((one) => one.requisitionId === requisitionId)) {
    return refuse({ code: 'not_found' as const });
  }
  const wanted = all.filter((one) => requisitionId === null || one.requisitionId === requisitionId);
  const handedOver: string[] = [];
  for (const one of wanted) {
    if (one.ownerId === from && (await deps.organisation.handOver(company, one.requisitionId, { from, to }))) {
      handedOver.push(one.requisitionId);
    }
  }
  await deps.organisation.keep(company, operationOf('requisition.handOver', request, { handedOver }));
  return ok({ handedOver });
}

const idsOf = (kept: unknown): string[] => (Array.isArray(kept) ? kept.map(String) : []);
