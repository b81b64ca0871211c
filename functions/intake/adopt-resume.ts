import type { Request } from '#functions/http/request.ts';
import type { Openings, People } from '#functions/ports/intake.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';

/**
 * A résumé that came by the link, under a phone that we know, takes the place of the one we have only when a person says
 * so: anybody can type a phone.
 */
export async function adoptResume(
  { openings, people }: { openings: Openings; people: People },
  { actor, params, input }: Request<'requisition.adoptResume', StaffActor>,
) {
  const { candidateId, requisitionId } = params;
  const wish = await openings.wish(actor.company, requisitionId, candidateId);
  if (wish === undefined) return refuse({ code: 'not_found' as const });
  if (wish.newer !== null) {
    if (input.adopt) await people.putResume(actor.company, candidateId, wish.newer);
    await openings.putWish(actor.company, { ...wish, newer: null });
  }
  return ok({ candidateId });
}
