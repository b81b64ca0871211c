import type { Recorded } from '../interview/events.ts';
import { foreseeAt } from '../schedule/foresee.ts';
import { wallClockOf } from '../schedule/wall-time.ts';
import type { NoShowFacts } from './no-show-facts.ts';
import type { Appointment } from './predict-no-show.ts';

/** What was told to the candidate, and when they read it; ISO instants. Reminders of the interview only. */
type Reminding = { delivered: readonly string[]; read: readonly string[] };

/** What lies beside the history. `missedElsewhere`: when this person missed other interviews. */
export type Beside = { reminding: Reminding; missedElsewhere: readonly string[] };

/** A time somebody was to come: when it was made, when it was, and what came of it; null: nothing that tells. */
type Tried = { madeAt: string; at: string; ended: { at: string; missed: boolean } | null };

/** Every time that was agreed on. One that was moved, called off or is still ahead tells nothing. */
function triedIn(history: readonly Recorded[]): Tried[] {
  const tried: Tried[] = [];
  let open: Omit<Tried, 'ended'> | null = null;
  const end = (at: string, missed: boolean) => {
    if (open !== null) tried.push({ ...open, ended: { at, missed } });
    open = null;
  };
  for (const { event } of history) {
    if (event.type === 'invited') {
      const { appointment, deadlineAt } = event.data.terms;
      open = appointment?.asked ? null : { madeAt: event.at, at: deadlineAt };
    } else if (event.type === 'booked' || event.type === 'excused') {
      const { startsAt, endsAt } = event.data;
      const slot = event.type === 'booked' && event.data.slotId !== null;
      open = { madeAt: event.at, at: slot ? startsAt : endsAt };
    } else if (event.type === 'started') end(event.at, false);
    else if (event.type === 'lapsed' && event.data.to === 'no_show') end(event.at, true);
    else if (event.type === 'declined') open = null;
  }
  return tried;
}

const upTo = (instants: readonly string[], from: string, to: string): number =>
  instants.filter((at) => at >= from && at <= to).length;

/** When anybody of this history was not there. */
export const missedIn = (history: readonly Recorded[]): string[] =>
  history.flatMap(({ event }) => (event.type === 'lapsed' && event.data.to === 'no_show' ? [event.at] : []));

/** What is known at an instant of a time that was made before it. */
export function factsAt(
  history: readonly Recorded[],
  { reminding, missedElsewhere }: Beside,
  { madeAt, at, now, timeZone }: { madeAt: string; at: string; now: string; timeZone: string },
): NoShowFacts {
  const known = history.filter(({ event }) => event.at <= now);
  const checked = known.map(({ event }) => event).findLast((event) => event.type === 'prechecked');
  const { hour, weekday } = wallClockOf(at, timeZone);
  return {
    leadHours: Math.max(0, (Date.parse(at) - Date.parse(madeAt)) / 3_600_000),
    remindersDelivered: upTo(reminding.delivered, madeAt, now),
    remindersRead: upTo(reminding.read, madeAt, now),
    confirmed: known.some(({ event }) => event.type === 'confirmed' && event.at >= madeAt),
    preCheck: checked === undefined ? 'not_done' : checked.data.failed.length === 0 ? 'passed' : 'failed',
    earlierNoShows: [...missedIn(known), ...missedElsewhere].filter((missed) => missed < madeAt).length,
    slotHour: hour,
    slotWeekday: weekday,
  };
}

/**
 * The times of one interview that are over, each with what was known at the moment a forecast of it is made. Who had come
 * by then, or had agreed on it later than that, was never forecast and teaches nothing.
 */
export function appointmentsOf(history: readonly Recorded[], beside: Beside): Appointment[] {
  const invited = history[0]?.event;
  const agreed = invited?.type === 'invited' ? invited.data.terms.appointment : undefined;
  if (agreed === undefined) return [];
  return triedIn(history).flatMap(({ madeAt, at, ended }) => {
    const now = foreseeAt({ madeAt, at }, agreed);
    if (ended === null || now === undefined || ended.at < now) return [];
    const facts = factsAt(history, beside, { madeAt, at, now, timeZone: agreed.timeZone });
    return [{ facts, missed: ended.missed }];
  });
}
