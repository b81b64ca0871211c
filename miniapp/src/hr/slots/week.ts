import type { Output } from '#shared/contract/operations.ts';
import { type WallTime, wallAt, wallOf } from '../../state/wall-time.ts';

export type Slot = Output<'slot.list'>['slots'][number];
/** A slot where the company's calendar shows it. `day`: YYYY-MM-DD. */
export type Placed = { slot: Slot; day: string; clock: string; until: string };

const dayMs = 86_400_000;
const two = (n: number) => String(n).padStart(2, '0');

export const dayOf = ({ year, month, day }: Pick<WallTime, 'year' | 'month' | 'day'>): string =>
  `${year}-${two(month)}-${two(day)}`;

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7));

export const daysFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => addDays(first, i));

/** Minutes the zone is ahead of UTC at an instant; undefined on a device that knows no zones but its own. */
function offsetOf(timeZone: string, at: number): number | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    }).formatToParts(at);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    const offset = Math.round((wall - at) / 60_000);
    return Number.isNaN(offset) ? undefined : offset;
  } catch {
    return undefined;
  }
}

/** What the company's clock shows now; told by a slot, or the device's own, where the device knows no other zones. */
export function companyNow(
  { timeZone, slots }: Pick<Output<'slot.list'>, 'timeZone' | 'slots'>,
  now: number,
): WallTime {
  const told = slots[0] && wallOf(slots[0].text, slots[0].startsAt).offset;
  return wallAt(now, offsetOf(timeZone, now) ?? told ?? -new Date(now).getTimezoneOffset());
}

export const placed = (slots: readonly Slot[]): Placed[] =>
  [...slots]
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    .map((slot) => {
      const wall = wallOf(slot.text, slot.startsAt);
      return { slot, day: dayOf(wall), clock: wall.clock, until: wallAt(Date.parse(slot.endsAt), wall.offset).clock };
    });

type Cell = { day: string; slot: Slot | undefined };

/** Days × times: a row for every time there is, in it what each day has then. */
export function gridOf(all: readonly Placed[], days: readonly string[]): { clock: string; cells: Cell[] }[] {
  const within = all.filter(({ day }) => days.includes(day));
  const clocks = [...new Set(within.map(({ clock }) => clock))].sort();
  return clocks.map((clock) => ({
    clock,
    cells: days.map((day) => ({ day, slot: within.find((one) => one.day === day && one.clock === clock)?.slot })),
  }));
}

/** It has begun: nobody can book it any more. */
export const isOver = ({ startsAt }: Slot, now: number): boolean => Date.parse(startsAt) <= now;

const freeIn = ({ open, capacity, holders }: Slot): number => (open ? Math.max(0, capacity - holders.length) : 0);
export const freePlaces = (slots: readonly Slot[]): number => slots.reduce((sum, slot) => sum + freeIn(slot), 0);
