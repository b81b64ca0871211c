import type { ErrorCode } from '../contract/errors.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Excuse, Reminded } from './appointment.ts';
import type { InterviewCommand } from './commands.ts';
import type { InterviewEvent } from './events.ts';
import type { InterviewState } from './state.ts';
import { closesAt, graceEndsAt, pausedSince, plusHours, plusMinutes } from './windows.ts';

type Decision = Result<InterviewEvent[], ErrorCode>;
type Command<T extends InterviewCommand['type']> = Extract<InterviewCommand, { type: T }>;

/**
 * Whether moving it once more uses one of the candidate's rebookings: the first time and what we owe them do not, nor
 * does picking a slot in a try that HR opened.
 */
const counts = ({ status, noShow, appointment }: InterviewState): boolean =>
  (status === 'scheduled' && appointment?.slotId !== null) || (status === 'no_show' && noShow?.excuse === null);

/** Rebookings the candidate has left. */
export const rebookingsLeft = ({ terms, rebookings }: InterviewState): number =>
  Math.max(0, (terms.appointment?.rebookings ?? 0) - rebookings);

/** Whether the candidate may pick a time now without asking anybody. */
export const mayBook = (state: InterviewState): boolean =>
  state.terms.appointment !== undefined && (!counts(state) || rebookingsLeft(state) > 0);

/** Picks a slot, or another one. Where no slots are asked for, a no-show opens a new try of some hours. */
export function book(state: InterviewState, { by, slot }: Command<'book'>, now: Date): Decision {
  const agreed = state.terms.appointment;
  if (agreed === undefined) return refuse('booking_not_asked');
  if (slot !== null && slot.slotId === state.appointment?.slotId && state.status === 'scheduled') return ok([]);
  if (agreed.asked ? slot === null : slot !== null || state.status !== 'no_show') return refuse('booking_not_asked');
  if (!mayBook(state)) return refuse('rebooking_limit');
  if (slot !== null && new Date(slot.startsAt) <= now) return refuse('slot_passed');
  const at = now.toISOString();
  const open = { slotId: null, startsAt: at, endsAt: plusHours(at, agreed.againHours) };
  return ok([{ v: 1, type: 'booked', at, by, data: { ...(slot ?? open), counts: counts(state) } }]);
}

/** Why the interview cannot be entered at this moment; null when it can. */
export function notNow(state: InterviewState, now: Date): ErrorCode | null {
  const { appointment, terms, status } = state;
  if (status === 'invited') {
    if (terms.appointment?.asked) return 'booking_required';
    return now > new Date(closesAt(state)) ? 'deadline_passed' : null;
  }
  if (appointment === null) return null;
  const early = terms.appointment?.earlyMinutes ?? 0;
  if (appointment.slotId !== null && now < new Date(plusMinutes(appointment.startsAt, -early))) return 'too_early';
  return now > new Date(graceEndsAt(closesAt(state), terms)) ? 'slot_passed' : null;
}

/**
 * What speaks for the candidate who was not there, as far as we know it ourselves: no reminder reached them, they had
 * asked for help and waited, or their device check had failed.
 */
export function excuseOf(state: InterviewState): Excuse | null {
  if (reachedNobody(state.reminded)) return 'not_reminded';
  if (pausedSince(state) !== null) return 'help_waiting';
  return state.precheckFailed.length > 0 ? 'precheck_failed' : null;
}

/** There were reminders, and none of them went out. */
export const reachedNobody = (reminded: Reminded[]): boolean =>
  reminded.length > 0 && reminded.every(({ outcome }) => outcome !== 'due');
