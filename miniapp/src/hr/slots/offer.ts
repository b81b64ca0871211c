import type { Placed } from './week.ts';

/** What is asked for: `from` and `to` as they were typed. */
export type Offer = { days: string[]; from: string; to: string; minutes: number; capacity: number };

/** Slots made by one tap: each is a write, and more than a person can look over. */
export const mostSlots = 200;

type Wrong = 'days' | 'time' | 'order' | 'short' | 'many' | 'nothing' | 'past';
/** What an offer would do, or the first reason why it does nothing. `starts`: YYYY-MM-DD HH:mm of every slot in it. */
export type Preview =
  | { wrong: Wrong }
  | { wrong?: never; starts: string[]; made: number; places: number; there: number; reopened: Placed[]; over: number };

const two = (n: number) => String(n).padStart(2, '0');

/** HH:mm of a time of day typed as 9, 9:30, 0930 or with any sign or word between; undefined for what is none. */
export function clockOf(typed: string): string | undefined {
  const numbers = typed.match(/\d+/g) ?? [];
  const joined = numbers.length === 1 ? /^(\d{1,2})(\d{2})?$/.exec(numbers[0] ?? '')?.slice(1) : numbers;
  const [hours, minutes = '0', more] = joined ?? [];
  if (hours === undefined || more !== undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${two(Number(hours))}:${two(Number(minutes))}`;
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const clockAt = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** `now`: YYYY-MM-DD HH:mm by the company's clock, as everything here. */
export function previewOf({ days, from, to, minutes, capacity }: Offer, all: readonly Placed[], now: string): Preview {
  const [begin, end] = [clockOf(from), clockOf(to)];
  if (days.length === 0) return { wrong: 'days' };
  if (begin === undefined || end === undefined) return { wrong: 'time' };
  if (end <= begin) return { wrong: 'order' };
  const each = Math.floor((minutesOf(end) - minutesOf(begin)) / minutes);
  if (each === 0) return { wrong: 'short' };
  const every = [...days]
    .sort()
    .flatMap((day) => Array.from({ length: each }, (_, i) => `${day} ${clockAt(minutesOf(begin) + i * minutes)}`));
  const starts = every.filter((start) => start > now);
  if (starts.length === 0) return { wrong: 'past' };
  if (starts.length > mostSlots) return { wrong: 'many' };
  const known = new Map(all.map((one) => [`${one.day} ${one.clock}`, one]));
  const there = starts.flatMap((start) => known.get(start) ?? []);
  const reopened = there.filter(({ slot }) => !slot.open);
  const fresh = starts.length - there.length;
  if (fresh + reopened.length === 0) return { wrong: 'nothing' };
  return {
    starts,
    made: fresh + reopened.length,
    places: fresh * capacity + reopened.reduce((sum, { slot }) => sum + slot.capacity, 0),
    there: there.length - reopened.length,
    reopened,
    over: every.length - starts.length,
  };
}

/** What an offer has opened: of the slots it names, those that are open now and were not before. */
export function openedBy(starts: readonly string[], before: readonly Placed[], after: readonly Placed[]): Placed[] {
  const wanted = new Set(starts);
  const was = new Set(before.filter(({ slot }) => slot.open).map(({ slot }) => slot.slotId));
  return after.filter(({ slot, day, clock }) => wanted.has(`${day} ${clock}`) && slot.open && !was.has(slot.slotId));
}
