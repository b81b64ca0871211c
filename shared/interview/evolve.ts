import type { Reminded } from './appointment.ts';
import { reachedNobody } from './book.ts';
import type { EventOf, InterviewEvent, Recorded } from './events.ts';
import { hiringChange, meetingReminded, moved } from './evolve-hiring.ts';
import { holdsSeat, noHiring } from './hiring.ts';
import type { InterviewState } from './state.ts';
import { appointedAt, later, pausedSince, plusMinutes } from './windows.ts';

/** What an event makes of an interview. Total over events in the order they were decided. */
export function evolve(state: InterviewState | undefined, event: InterviewEvent): InterviewState {
  if (event.type === 'invited') return invited(event);
  if (state === undefined) throw new Error(`an interview's history cannot begin with ${event.type}`);
  return { ...state, version: state.version + 1, ...change(state, event) };
}

export const replay = (history: Recorded[]): InterviewState | undefined =>
  history.reduce<InterviewState | undefined>((state, { event }) => evolve(state, event), undefined);

function change(state: InterviewState, event: Exclude<InterviewEvent, { type: 'invited' }>): Partial<InterviewState> {
  const none = { ...noReport, version: state.report.version } as const;
  /** Events are numbered from 1; this one is the next. */
  const request = state.version + 1;
  switch (event.type) {
    case 'started':
      return { ...opened(event.data, event.at), startedAt: event.at };
    case 'resumed':
      return { epoch: event.data.epoch, activeAt: event.at };
    case 'restarted':
      return {
        ...opened(event.data, event.at),
        answeredIds: [],
        endedAt: null,
        late: false,
        report: none,
        factsAt: null,
      };
    case 'ended': {
      const submitted = event.data.outcome === 'submitted';
      return {
        status: event.data.outcome,
        answeredIds: event.data.answeredIds,
        late: event.data.late,
        endedAt: event.at,
        activeAt: event.at,
        report: submitted ? { ...none, status: 'generating', request, requestedAt: event.at } : none,
        reportAt: null,
        judgement: null,
        factsAt: null,
      };
    }
    case 'lapsed':
      return { status: event.data.to, endedAt: event.at, ...(event.data.to === 'no_show' && missed(state, event)) };
    case 'report_ready':
      return {
        report: {
          ...state.report,
          status: 'ready',
          version: event.data.report,
          overall: event.data.overall,
          mode: event.data.mode ?? 'scored',
          requestedAt: null,
        },
        reportAt: event.at,
        factsAt: event.at,
      };
    case 'report_failed':
      return {
        report: {
          ...state.report,
          // A version that could be read stays readable.
          status: state.report.status === 'ready' ? 'ready' : 'failed',
          requestedAt: null,
        },
      };
    case 'evaluation_asked':
      return {
        report: {
          ...state.report,
          status: state.report.status === 'ready' ? 'ready' : 'generating',
          request,
          requestedAt: event.at,
          rescored: state.report.rescored + (event.data.because === 'rescored' ? 1 : 0),
        },
      };
    case 'judged':
      return { judgement: event.data };
    case 'questionnaire_answered':
      return { questionnaire: event.data, factsAt: event.at };
    case 'prechecked':
      return { precheckFailed: event.data.failed };
    case 'ticket_opened': {
      const { ticketId, kind, category } = event.data;
      const ticket = { ticketId, kind, category, openedAt: event.at, closedAt: null, resolution: null, fault: null };
      return { tickets: [...state.tickets, ticket] };
    }
    case 'ticket_closed':
      return ticketClosed(state, event);
    case 'reopened':
      return {
        status: 'in_progress',
        epoch: event.data.epoch,
        activeAt: event.at,
        openUntil: event.data.deadlineAt,
        answeredIds: [],
        endedAt: null,
        late: false,
        report: none,
        reportAt: null,
        factsAt: null,
      };
    case 'extended':
      return { openUntil: event.data.deadlineAt };
    case 'accommodated':
      return { terms: { ...state.terms, extraTime: event.data.extraTime } };
    case 'booked': {
      const { slotId, startsAt, endsAt, counts } = event.data;
      return {
        ...booked(state, event.at, { slotId, startsAt, endsAt }),
        rebookings: state.rebookings + (counts ? 1 : 0),
      };
    }
    case 'confirmed':
      return { confirmedAt: event.at };
    case 'reminder_due':
    case 'reminder_dropped':
    case 'reminder_failed':
    case 'reminder_put_off':
      return event.data.of === 'meeting'
        ? meetingReminded(state, (reminded) => remindedBy(reminded, event))
        : interviewReminded(state, event);
    case 'no_show_explained':
      return state.noShow === null
        ? {}
        : { noShow: { ...state.noShow, reason: event.data.reason, explainedAt: event.at } };
    case 'no_show_waiting':
      return state.noShow === null ? {} : { noShow: { ...state.noShow, alarmedAt: event.at } };
    case 'no_show_taken':
      return state.noShow === null ? {} : { noShow: { ...state.noShow, takenBy: event.by } };
    case 'excused':
      return booked(state, event.at, { slotId: null, ...event.data });
    case 'corrected':
      return event.data.to === 'invited' ? invitedAgain(event.data.openUntil) : {};
    case 'declined':
      return { status: 'cancelled', endedAt: event.at, ...(holdsSeat(state) && moved(state, event.at)) };
    default:
      return hiringChange(state, event);
  }
}

/** As if nobody had come too late: no time is picked yet, nobody was reminded. */
const invitedAgain = (openUntil: string | null): Partial<InterviewState> => ({
  status: 'invited',
  appointment: null,
  openUntil,
  reminded: [],
  confirmedAt: null,
  noShow: null,
  endedAt: null,
});

type When = { slotId: string | null; startsAt: string; endsAt: string };

/**
 * A new appointment starts afresh: nobody was reminded of it, the mark of the old one is history, and so is what was
 * granted beyond the old time.
 */
const booked = (state: InterviewState, at: string, when: When): Partial<InterviewState> => ({
  status: 'scheduled',
  appointment: { ...when, since: state.version + 1, bookedAt: at },
  openUntil: null,
  reminded: [],
  confirmedAt: null,
  noShow: null,
  endedAt: null,
});

type OfReminder = EventOf<'reminder_due' | 'reminder_dropped' | 'reminder_failed' | 'reminder_put_off'>;

function remindedBy(reminded: Reminded[], { type, at, data: { minutes } }: OfReminder): Reminded[] {
  switch (type) {
    case 'reminder_due':
      return [...reminded, { minutes, at, outcome: 'due' }];
    case 'reminder_dropped':
      return [...reminded, { minutes, at, outcome: 'dropped' }];
    case 'reminder_failed':
      return reminded.map((one) => (one.minutes === minutes ? { ...one, outcome: 'failed' } : one));
    case 'reminder_put_off':
      return reminded.filter((one) => one.minutes !== minutes);
  }
}

/** That one failed may be heard of only after nobody came: what excuses them excuses them then. */
function interviewReminded(state: InterviewState, event: OfReminder): Partial<InterviewState> {
  const reminded = remindedBy(state.reminded, event);
  const { noShow } = state;
  if (event.type !== 'reminder_failed' || noShow === null || noShow.excuse !== null || !reachedNobody(reminded))
    return { reminded };
  return { reminded, noShow: { ...noShow, excuse: 'not_reminded' } };
}

const missed = (state: InterviewState, { at, data }: EventOf<'lapsed'>): Pick<InterviewState, 'noShow'> => ({
  noShow: {
    at,
    missed: appointedAt(state),
    excuse: data.excuse ?? null,
    reason: null,
    explainedAt: null,
    alarmedAt: null,
    takenBy: null,
  },
});

/** Whoever waited for help has a little time to go on, whatever came of it. */
function ticketClosed(state: InterviewState, event: EventOf<'ticket_closed'>): Partial<InterviewState> {
  const { ticketId, resolution, fault } = event.data;
  const paused = pausedSince(state) !== null;
  const tickets = state.tickets.map((one) =>
    one.ticketId === ticketId ? { ...one, closedAt: event.at, resolution, fault } : one,
  );
  if (!paused || pausedSince({ tickets }) !== null) return { tickets };
  const soon = plusMinutes(event.at, state.terms.graceMinutes);
  return { tickets, openUntil: later(soon, state.openUntil ?? soon) };
}

const noReport = {
  status: 'none',
  version: 0,
  overall: null,
  mode: null,
  request: 0,
  requestedAt: null,
  rescored: 0,
} as const;

const opened = (data: { attempt: number; epoch: number }, at: string) =>
  ({ status: 'in_progress', attempt: data.attempt, epoch: data.epoch, activeAt: at }) as const;

function invited(event: Extract<InterviewEvent, { type: 'invited' }>): InterviewState {
  return {
    ...event.data,
    status: 'invited',
    version: 1,
    attempt: 0,
    epoch: 0,
    report: noReport,
    tickets: [],
    openUntil: null,
    appointment: null,
    rebookings: 0,
    reminded: [],
    confirmedAt: null,
    noShow: null,
    precheckFailed: [],
    questionnaire: null,
    judgement: null,
    outcome: null,
    hiring: noHiring,
    answeredIds: [],
    late: false,
    invitedAt: event.at,
    startedAt: null,
    activeAt: null,
    endedAt: null,
    reportAt: null,
    factsAt: null,
    decidedAt: null,
  };
}
