import { Temporal } from 'temporal-polyfill';
import type { AppointmentTerms } from '../interview/appointment.ts';

type Quiet = Pick<AppointmentTerms, 'quiet' | 'timeZone'>;

/** The quiet time an instant falls into, as instants; undefined when it falls into none. Right over a change of the clocks. */
export function quietAround(at: string, { quiet, timeZone }: Quiet): { from: string; to: string } | undefined {
  if (quiet === null || quiet.from === quiet.to) return undefined;
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  const time = Temporal.PlainTime.from(quiet.from);
  const end = Temporal.PlainTime.from(quiet.to);
  const overnight = Temporal.PlainTime.compare(time, end) > 0;
  // The night that began yesterday, or the one that begins today.
  for (const days of overnight ? [-1, 0] : [0]) {
    const day = local.toPlainDate().add({ days });
    const from = day.toZonedDateTime({ timeZone, plainTime: time });
    const to = (overnight ? day.add({ days: 1 }) : day).toZonedDateTime({ timeZone, plainTime: end });
    if (Temporal.ZonedDateTime.compare(from, local) <= 0 && Temporal.ZonedDateTime.compare(local, to) < 0) {
      return { from: text(from), to: text(to) };
    }
  }
  return undefined;
}

/** As every instant of ours is written. */
const text = (at: Temporal.ZonedDateTime): string => new Date(at.epochMilliseconds).toISOString();
