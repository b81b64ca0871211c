import type * as z from 'zod';
import type { appointmentViewSchema, timeViewSchema } from '../contract/booking.ts';
import { localTime } from '../copy/zh/local-time.ts';
import { mayBook, rebookingsLeft } from '../interview/book.ts';
import type { Recorded } from '../interview/events.ts';
import { replay } from '../interview/evolve.ts';
import type { InterviewState } from '../interview/state.ts';
import { closesAt, graceEndsAt, plusMinutes } from '../interview/windows.ts';

type AppointmentView = z.infer<typeof appointmentViewSchema>;
type TimeView = z.infer<typeof timeViewSchema>;

/** What was agreed about time, as the candidate's pages show it; null where nothing was. */
export function appointmentView(state: InterviewState, timeZone: string): AppointmentView | null {
  const { appointment, terms, confirmedAt } = state;
  if (appointment === null) return null;
  const { slotId, startsAt, endsAt } = appointment;
  const slot = slotId !== null;
  const early = slot ? (terms.appointment?.earlyMinutes ?? 0) : 0;
  return {
    slot,
    startsAt,
    endsAt,
    text: localTime(slot ? startsAt : endsAt, timeZone),
    entersFrom: plusMinutes(startsAt, -early),
    entersUntil: graceEndsAt(closesAt({ ...state, activeAt: null }), terms),
    confirmedAt,
  };
}

export function timeView(state: InterviewState, history: Recorded[], timeZone: string): TimeView {
  const { noShow, terms } = state;
  const open = state.status === 'invited' || state.status === 'scheduled' || state.status === 'no_show';
  return {
    bookingAsked: terms.appointment?.asked ?? false,
    mayBook: open && mayBook(state) && (terms.appointment?.asked === true || state.status === 'no_show'),
    rebookingsLeft: rebookingsLeft(state),
    appointment: appointmentView(state, timeZone),
    reminded: state.reminded,
    noShow: noShow && {
      at: noShow.at,
      missed: noShow.missed,
      missedText: localTime(noShow.missed, timeZone),
      excuse: noShow.excuse,
      reason: noShow.reason,
    },
    missedBefore: missedBefore(history, timeZone),
  };
}

/** A new appointment wipes the mark of the old one; that there was one stands in what happened. */
function missedBefore(history: Recorded[], timeZone: string): TimeView['missedBefore'] {
  const marked = history.findLast(({ event }) => event.type === 'lapsed' && event.data.to === 'no_show');
  if (marked === undefined) return null;
  const since = history.filter(({ version }) => version > marked.version).map(({ event }) => event.type);
  if (!since.includes('booked') || since.includes('excused')) return null;
  const missed = replay(history.filter(({ version }) => version <= marked.version))?.noShow?.missed;
  return missed === undefined ? null : { missed, missedText: localTime(missed, timeZone) };
}
