import { Temporal } from 'temporal-polyfill';
import type { AppointmentTerms } from '../interview/appointment.ts';

type Terms = Pick<AppointmentTerms, 'quiet' | 'timeZone'>;
type Quiet = NonNullable<AppointmentTerms['quiet']>;
/** Instants: from the first on, up to the second. */
type Stretch = { from: string; to: string };

/** The quiet time an instant falls into, as instants; undefined when it falls into none. Right over a change of the clocks. */
export function quietAround(at: string, { quiet, timeZone }: Terms): Stretch | undefined {
  if (quiet === null || quiet.from === quiet.to) return undefined;
  const instant = new Date(at).toISOString();
  return stretchesNear(instant.slice(0, 10), quiet, timeZone).find(({ from, to }) => from <= instant && instant < to);
}

/**
 * A sweep asks for thousands of instants of few days in few zones, and calendar arithmetic was a sixth of its time: the
 * answer of a day is kept.
 */
const kept = new Map<string, Stretch[]>();
const keptAtMost = 256;

function stretchesNear(utcDay: string, quiet: Quiet, timeZone: string): Stretch[] {
  const name = `${utcDay} ${quiet.from} ${quiet.to} ${timeZone}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  if (kept.size >= keptAtMost) kept.clear();
  const found = stretchesAround(Temporal.PlainDate.from(utcDay), quiet, timeZone);
  kept.set(name, found);
  return found;
}

/** Every zone's days that touch a day of UTC, and the night that began before them. */
const days = [-2, -1, 0, 1];

function stretchesAround(utcDay: Temporal.PlainDate, quiet: Quiet, timeZone: string): Stretch[] {
  const begins = Temporal.PlainTime.from(quiet.from);
  const ends = Temporal.PlainTime.from(quiet.to);
  const overnight = Temporal.PlainTime.compare(begins, ends) > 0;
  return days.map((ahead) => {
    const day = utcDay.add({ days: ahead });
    const from = day.toZonedDateTime({ timeZone, plainTime: begins });
    const to = (overnight ? day.add({ days: 1 }) : day).toZonedDateTime({ timeZone, plainTime: ends });
    return { from: text(from), to: text(to) };
  });
}

/** As every instant of ours is written, so that they compare as text. */
const text = (at: Temporal.ZonedDateTime): string => new Date(at.epochMilliseconds).toISOString();
