import type { Output } from '#shared/contract/operations.ts';
import { type WallTime, wallOf } from './wall-time.ts';

export type FreeSlot = Output<'booking.slots'>['slots'][number];
export type SlotDay = { key: string; wall: WallTime; slots: { slot: FreeSlot; wall: WallTime }[] };

/** The free times by the days of the company's calendar, both in their order. */
export function slotDays(slots: readonly FreeSlot[]): SlotDay[] {
  const days = new Map<string, SlotDay>();
  for (const slot of [...slots].sort((a, b) => a.startsAt.localeCompare(b.startsAt))) {
    const wall = wallOf(slot.text, slot.startsAt);
    const key = `${wall.year}-${wall.month}-${wall.day}`;
    const day = days.get(key) ?? { key, wall, slots: [] };
    day.slots.push({ slot, wall });
    days.set(key, day);
  }
  return [...days.values()];
}

/** What came with a refusal; nothing where it is not a list of times. */
export function offeredIn(details: Record<string, unknown> | undefined): FreeSlot[] {
  const slots = details?.['slots'];
  return Array.isArray(slots) ? (slots as FreeSlot[]) : [];
}

/** From so few places on it is said how many are left. */
export const fewPlaces = 3;
