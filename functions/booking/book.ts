import type { Request } from '#functions/http/request.ts';
import {
  answering,
  asked,
  type CommandDeps,
  perform,
  type Receipt,
  type Refusal,
} from '#functions/interview/perform.ts';
import type { CandidateActor } from '#functions/ports.ts';
import type { Output } from '#shared/contract/operations.ts';
import { limits } from '#shared/limits.ts';
import { type Result, refuse } from '#shared/result.ts';
import { appointmentView } from '#shared/schedule/appointment-view.ts';
import { slotIdAt } from '#shared/schedule/slots.ts';
import { freeSlots, type SlotDeps } from './free-slots.ts';

type Booked = Result<Receipt & Pick<Output<'booking.book'>, 'appointment'>, Refusal>;

/** Books a time, or moves it. Of two on the last place one wins; the other is answered with the next free ones. */
export async function book(
  deps: CommandDeps & SlotDeps,
  request: Request<'booking.book', CandidateActor>,
): Promise<Booked> {
  const { actor, params, input } = request;
  const { company } = actor;
  const known = await deps.interviews.load(company, params.interviewId);
  if (known?.candidateId !== actor.candidateId) return refuse({ code: 'not_found' });
  const slot = input.slotId === null ? null : await find(deps, company, known.positionId, input.slotId);
  if (slot === undefined) return refuse({ code: 'not_found' });
  const timeZone = known.terms.appointment?.timeZone ?? 'UTC';
  const booked = await answering(
    perform(deps, {
      ...asked('booking.book', request),
      prepare: async () => ({ command: { type: 'book', by: actor.candidateId, slot } }),
      answer: (after) => {
        const appointment = appointmentView(after, timeZone);
        if (appointment === null) throw new Error('a booking without an appointment');
        return { appointment };
      },
    }),
  );
  if (booked.ok || (booked.error.code !== 'slot_full' && booked.error.code !== 'slot_passed')) return booked;
  const { slots } = await freeSlots(deps, company, known.positionId);
  const after = slots.filter(({ startsAt }) => slot === null || startsAt >= slot.startsAt);
  return refuse({
    ...booked.error,
    details: { slots: (after.length > 0 ? after : slots).slice(0, limits.slotsInstead) },
  });
}

/** The slot of that id with its times; undefined where there is none. */
async function find({ slots }: SlotDeps, company: string, positionId: string, slotId: string) {
  const startsAt = new Date(Number.parseInt(slotId.slice('slot_'.length), 36));
  if (Number.isNaN(startsAt.getTime()) || slotIdAt(startsAt) !== slotId) return undefined;
  const [found] = await slots.from(company, positionId, startsAt.toISOString(), 1);
  return found?.slotId === slotId ? { slotId, startsAt: found.startsAt, endsAt: found.endsAt } : undefined;
}
