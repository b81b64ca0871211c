import type * as z from 'zod';
import type { appointmentViewSchema, timeViewSchema } from '../contract/booking.ts';
import { localTime } from '../copy/zh/local-time.ts';
import { mayBook, rebookingsLeft } from '../interview/book.ts';
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

export function timeView(state: InterviewState, timeZone: string): TimeView {
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
  };
}
