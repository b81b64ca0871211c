import type { EventOf } from './events.ts';
import type { InterviewState } from './state.ts';
import { closesAt, later, plusHours } from './windows.ts';

type Grant = { by: string; hours?: number | undefined };

/** Where so many more hours lead: from where the interview would have closed, and never from the past. */
const extendedTo = (state: InterviewState, hours: number, now: Date): string =>
  plusHours(later(closesAt(state), now.toISOString()), hours);

/** The same attempt goes on where it was ended; nothing that was answered is lost. */
export const reopened = (
  state: InterviewState,
  { by, hours = state.terms.resumeWindowHours, reason }: Grant & { reason: EventOf<'reopened'>['data']['reason'] },
  now: Date,
): EventOf<'reopened'> => ({
  v: 1,
  type: 'reopened',
  at: now.toISOString(),
  by,
  data: { epoch: state.epoch + 1, deadlineAt: plusHours(now.toISOString(), hours), reason },
});

export const extended = (
  state: InterviewState,
  { by, hours = state.terms.resumeWindowHours, reason }: Grant & { reason: EventOf<'extended'>['data']['reason'] },
  now: Date,
): EventOf<'extended'> => ({
  v: 1,
  type: 'extended',
  at: now.toISOString(),
  by,
  data: { deadlineAt: extendedTo(state, hours, now), reason },
});
