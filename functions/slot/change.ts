import type { Request } from '#functions/http/request.ts';
import type { Slots, StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';

/** More or fewer places, or no new bookings; those there are stand, so there are never fewer places than people. */
export async function change(deps: { slots: Slots }, { actor, params, input }: Request<'slot.change', StaffActor>) {
  const { positionId, slotId } = params;
  switch (await deps.slots.change(actor.company, { positionId, slotId }, input)) {
    case 'changed':
      return ok({ slotId });
    case 'absent':
      return refuse({ code: 'not_found' as const });
    case 'too_few':
      return refuse({ code: 'slot_full' as const });
  }
}
