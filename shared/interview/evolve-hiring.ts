import type { Reminded } from './appointment.ts';
import type { EventOf, InterviewEvent } from './events.ts';
import { type Arrangement, type Hiring, noHiring } from './hiring.ts';
import { type InterviewState, outcomeSchema } from './state.ts';
import { later, plusHours, plusMinutes } from './windows.ts';

export type HiringEvent = Extract<
  InterviewEvent,
  {
    type:
      | 'decided'
      | 'decision_undone'
      | 'arranged'
      | 'arrangement_called_off'
      | 'arrangement_answered'
      | 'arrange_overdue'
      | 'round_entered'
      | 'offer_made'
      | 'offer_answered'
      | 'offer_lapsed'
      | 'joined'
      | 'joining_undone'
      | 'requisition_closed'
      | 'requisition_reopened'
      | 'closure_answered';
  }
>;

/** What follows a decision, and the decision itself: a later one keeps the one before it, so that it can be undone. */
export function hiringChange(state: InterviewState, event: HiringEvent): Partial<InterviewState> {
  const { hiring } = state;
  const { at } = event;
  /** Events are numbered from 1; this one is the next. */
  const since = state.version + 1;
  const changed = (change: Partial<Hiring>): Partial<InterviewState> => ({ hiring: { ...hiring, ...change } });
  switch (event.type) {
    case 'decided':
      return decided(state, event);
    case 'decision_undone':
      return undone(state, at);
    case 'arranged':
      return changed({ told: true, arrangement: { ...event.data, since, arrangedAt: at, answer: null, reminded: [] } });
    case 'arrangement_called_off': {
      const { arrangement } = hiring;
      const calledOff = arrangement && { startsAt: arrangement.startsAt, endsAt: arrangement.endsAt, since };
      return changed({ arrangement: null, calledOff });
    }
    case 'arrangement_answered':
      return changed({
        arrangement: hiring.arrangement && { ...hiring.arrangement, answer: { is: event.data.answer, at } },
      });
    case 'arrange_overdue':
      return changed({ alarmedAt: at });
    case 'round_entered': {
      const others = hiring.results.filter(({ round }) => round !== event.data.round);
      return changed({ results: [...others, { ...event.data, at }] });
    }
    case 'offer_made':
      return changed({
        offer: { until: event.data.until, since, offeredAt: at, answer: null, answeredAt: null },
        told: true,
        movedAt: at,
      });
    case 'offer_answered':
      return changed({
        offer: hiring.offer && { ...hiring.offer, answer: event.data.answer, answeredAt: at },
        movedAt: at,
      });
    case 'offer_lapsed':
      return changed({ offer: hiring.offer && { ...hiring.offer, answer: 'lapsed', answeredAt: at }, movedAt: at });
    case 'joined':
      return changed({ joinedAt: at, movedAt: at });
    case 'joining_undone':
      return changed({ joinedAt: null, movedAt: at });
    case 'requisition_closed':
      return changed({ closure: { since, at, choice: null } });
    case 'closure_answered':
      return changed({ closure: hiring.closure && { ...hiring.closure, choice: event.data.choice } });
    case 'requisition_reopened':
      return { ...changed({ closure: null }), ...timeAgain(state, at) };
  }
}

function decided(state: InterviewState, { at, data }: EventOf<'decided'>): Partial<InterviewState> {
  const { arrangement, alarmedAt, offer } = state.hiring;
  const prior =
    state.status === 'evaluated' && state.outcome !== null && state.decidedAt !== null
      ? [...state.hiring.prior, { outcome: state.outcome, decidedAt: state.decidedAt, arrangement, alarmedAt, offer }]
      : [];
  const anew = { arrangement: null, alarmedAt: null, offer: null, told: false, prior, movedAt: at };
  return { status: 'evaluated', outcome: data.outcome, decidedAt: at, hiring: { ...state.hiring, ...anew } };
}

/** Back to the decision before, or to none. */
function undone({ hiring, terms }: InterviewState, at: string): Partial<InterviewState> {
  const last = hiring.prior.at(-1);
  if (last === undefined) {
    const { arrangement, alarmedAt, offer } = noHiring;
    return {
      status: 'submitted',
      outcome: null,
      decidedAt: null,
      factsAt: null,
      hiring: { ...hiring, arrangement, alarmedAt, offer, told: false, movedAt: at },
    };
  }
  const { outcome, decidedAt, ...followed } = last;
  const told = at >= plusMinutes(decidedAt, terms.undoMinutes);
  return {
    outcome: outcomeSchema.parse(outcome),
    decidedAt,
    hiring: { ...hiring, ...followed, told, prior: hiring.prior.slice(0, -1), movedAt: at },
  };
}

/** The time that was lost while it was closed: whoever had not begun has that of a new try. */
function timeAgain({ status, terms, openUntil }: InterviewState, at: string): Partial<InterviewState> {
  if (status !== 'invited' && status !== 'scheduled' && status !== 'in_progress') return {};
  const until = plusHours(at, terms.appointment?.againHours ?? terms.resumeWindowHours);
  return { openUntil: later(until, openUntil ?? until) };
}

/** Who is hired may be another one from now on. */
export const moved = ({ hiring }: InterviewState, movedAt: string): Pick<InterviewState, 'hiring'> => ({
  hiring: { ...hiring, movedAt },
});

/** A reminder of the meeting, kept with it. */
export const meetingReminded = (
  { hiring }: InterviewState,
  change: (reminded: Reminded[]) => Reminded[],
): Partial<InterviewState> => {
  const { arrangement } = hiring;
  if (arrangement === null) return {};
  const kept: Arrangement = { ...arrangement, reminded: change(arrangement.reminded) };
  return { hiring: { ...hiring, arrangement: kept } };
};
