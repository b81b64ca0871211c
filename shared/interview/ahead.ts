import type { Reminded } from './appointment.ts';
import { meetingAhead } from './hiring.ts';
import type { InterviewState } from './state.ts';
import { appointedAt } from './windows.ts';

/** A time that is to be kept and reminded of. `madeBy`: the event that made it; 0 for the invitation. */
export type Ahead = {
  since: string;
  at: string;
  madeBy: number;
  reminded: Reminded[];
  /** What its reminders carry, so that they are told from the AI interview's. */
  mark: { of?: 'meeting' };
};

/** What the candidate has to come to: the AI interview until it is judged, then the meeting after it. */
export function aheadOf(state: InterviewState): Ahead | undefined {
  if (state.status !== 'evaluated') {
    const { appointment, reminded, invitedAt } = state;
    const since = appointment?.bookedAt ?? invitedAt;
    return { since, at: appointedAt(state), madeBy: appointment?.since ?? 0, reminded, mark: {} };
  }
  const meeting = meetingAhead(state);
  if (meeting === null) return undefined;
  const { arrangedAt, startsAt, since, reminded } = meeting;
  return { since: arrangedAt, at: startsAt, madeBy: since, reminded, mark: { of: 'meeting' } };
}
