import type { InterviewState } from '#shared/interview/state.ts';
import { appointedAt } from '#shared/interview/windows.ts';
import type { DeliverJob } from './deliver.ts';

/** Decided at the moment of sending: what no longer holds is not said. `generation`: the event that asked for it. */
export function stillTrue(state: InterviewState, { kind, generation }: DeliverJob, now: Date): boolean {
  const since = state.appointment?.since ?? 0;
  const waits = state.status === 'invited' || state.status === 'scheduled';
  switch (kind) {
    case 'invitation':
      return state.status === 'invited';
    case 'booked':
      return state.status === 'scheduled' && since === generation;
    case 'reminder':
      return waits && generation > since && now < new Date(appointedAt(state));
    case 'reminder_failed':
      return waits && generation > since;
    case 'no_show':
    case 'no_show_for_hr':
    case 'no_show_waiting':
      return state.status === 'no_show' && generation > since;
    case 'result':
    case 'report_for_hr':
      return state.report.status === 'ready';
    case 'decision':
      return state.status === 'evaluated';
    case 'report_missing':
      return state.report.status === 'failed';
    case 'human_route':
      return state.status === 'cancelled';
  }
}
