import { isUnarranged, meetingAhead, waitsForSeat } from '#shared/interview/hiring.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { appointedAt } from '#shared/interview/windows.ts';
import { owedReminder } from '#shared/schedule/reminders.ts';
import type { DeliverJob } from './deliver.ts';

/** Decided at the moment of sending: what no longer holds is not said. `generation`: the event that asked for it. */
export function stillTrue(state: InterviewState, { kind, generation }: DeliverJob, now: Date): boolean {
  const since = state.appointment?.since ?? 0;
  const waits = state.status === 'invited' || state.status === 'scheduled';
  const { arrangement, calledOff, offer, closure } = state.hiring;
  const meeting = meetingAhead(state);
  switch (kind) {
    case 'invitation':
      return state.status === 'invited';
    case 'booked':
      return state.status === 'scheduled' && since === generation;
    case 'cancelled':
      return state.status === 'cancelled' && state.appointment !== null && now < new Date(state.appointment.endsAt);
    case 'reminder':
      return waits && generation > since && now < new Date(appointedAt(state));
    case 'reminder_failed':
      if (state.status === 'evaluated') return meeting !== null && generation > meeting.since;
      return waits && generation > since && owedReminder(state.reminded) !== undefined;
    case 'no_show':
    case 'no_show_for_hr':
    case 'no_show_waiting':
      return state.status === 'no_show' && generation > since;
    case 'result':
    case 'report_for_hr':
    case 'rule_for_hr':
      return state.report.status === 'ready';
    case 'decision':
      return state.status === 'evaluated' && !state.hiring.told;
    case 'second_interview':
      return meeting?.since === generation && now < new Date(meeting.startsAt);
    case 'meeting_reminder':
      return meeting !== null && generation > meeting.since && now < new Date(meeting.startsAt);
    case 'meeting_called_off':
      return calledOff?.since === generation && arrangement === null && now < new Date(calledOff.endsAt);
    case 'meeting_answered':
      return arrangement !== null && arrangement.answer !== null && generation > arrangement.since;
    case 'arrange_overdue':
      return isUnarranged(state);
    case 'offer':
      return offer?.since === generation && offer.answer === null && now <= new Date(offer.until);
    case 'offer_answered':
      return offer !== null && offer.answer !== null && generation > offer.since;
    case 'requisition_closed':
      return closure?.since === generation && closure.choice === null;
    case 'requisition_reopened':
      return closure === null && waitsForSeat(state);
    // What is left is counted when it is written.
    case 'vacancies_left':
      return true;
    case 'report_missing':
      return state.report.status === 'failed';
    case 'human_route':
      return state.status === 'cancelled';
  }
}
