import * as z from 'zod';
import type { InterviewState } from '../interview/state.ts';

/** A time at which so many interviews of a position may begin. */
export const slotSchema = z.object({
  slotId: z.string(),
  positionId: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  capacity: z.number().int().positive(),
  /** No new bookings; those there are stand. */
  open: z.boolean(),
  /** The interviews that hold a place. */
  holders: z.array(z.string()),
});
export type Slot = z.infer<typeof slotSchema>;

export const freeIn = ({ capacity, holders, open }: Slot): number =>
  open ? Math.max(0, capacity - holders.length) : 0;

type SlotRef = { positionId: string; slotId: string };
export type SlotChange = { take: SlotRef | null; release: SlotRef | null };

/** The place an interview in this state holds: until it is entered, missed or given up. */
function held({ status, appointment, positionId }: InterviewState): SlotRef | null {
  if (status !== 'scheduled' || appointment === null || appointment.slotId === null) return null;
  return { positionId, slotId: appointment.slotId };
}

/** What a step does to the places. A place is free again only where its time may still come: on moving and on giving up. */
export function slotChange(before: InterviewState | undefined, after: InterviewState): SlotChange {
  const was = before === undefined ? null : held(before);
  const is = held(after);
  if (was?.slotId === is?.slotId) return { take: null, release: null };
  const freed = after.status === 'scheduled' || after.status === 'cancelled';
  return { take: is, release: freed ? was : null };
}

/**
 * The slots of an offer: from one instant to another, one after the other. Ids follow from the position and the instant,
 * so that the same offer made twice is one.
 */
export function slotsOf(offer: {
  positionId: string;
  from: string;
  to: string;
  minutes: number;
  capacity: number;
}): Slot[] {
  const step = offer.minutes * 60_000;
  const begin = Date.parse(offer.from);
  const count = Math.floor((Date.parse(offer.to) - begin) / step);
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const startsAt = new Date(begin + i * step);
    return {
      slotId: slotIdAt(startsAt),
      positionId: offer.positionId,
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + step).toISOString(),
      capacity: offer.capacity,
      open: true,
      holders: [],
    };
  });
}

/** Ids sort as the times do. */
export const slotIdAt = (startsAt: Date): string => `slot_${startsAt.getTime().toString(36).padStart(9, '0')}`;
