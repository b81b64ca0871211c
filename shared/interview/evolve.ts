import type { InterviewEvent, Recorded } from './events.ts';
import type { InterviewState } from './state.ts';

/** What an event makes of an interview. Total over events in the order they were decided. */
export function evolve(state: InterviewState | undefined, event: InterviewEvent): InterviewState {
  if (event.type === 'invited') return invited(event);
  if (state === undefined) throw new Error(`an interview's history cannot begin with ${event.type}`);
  return { ...state, version: state.version + 1, ...change(state, event) };
}

export const replay = (history: Recorded[]): InterviewState | undefined =>
  history.reduce<InterviewState | undefined>((state, { event }) => evolve(state, event), undefined);

function change(state: InterviewState, event: Exclude<InterviewEvent, { type: 'invited' }>): Partial<InterviewState> {
  const none = { status: 'none', version: state.report.version, overall: null } as const;
  switch (event.type) {
    case 'started':
      return { ...opened(event.data, event.at), startedAt: event.at };
    case 'resumed':
      return { epoch: event.data.epoch, activeAt: event.at };
    case 'restarted':
      return { ...opened(event.data, event.at), answeredIds: [], endedAt: null, late: false, report: none };
    case 'ended': {
      const submitted = event.data.outcome === 'submitted';
      return {
        status: event.data.outcome,
        answeredIds: event.data.answeredIds,
        late: event.data.late,
        endedAt: event.at,
        activeAt: event.at,
        report: submitted ? { ...none, status: 'generating' } : none,
      };
    }
    case 'lapsed':
      return { status: event.data.to, endedAt: event.at };
    case 'report_ready':
      return {
        report: { status: 'ready', version: event.data.report, overall: event.data.overall },
        reportAt: event.at,
      };
    case 'report_failed':
      return { report: { ...state.report, status: 'failed' } };
    case 'decided':
      return { status: 'evaluated', outcome: event.data.outcome, decidedAt: event.at };
    case 'decision_undone':
      return { status: 'submitted', outcome: null, decidedAt: null };
    case 'declined':
      return { status: 'cancelled', endedAt: event.at };
  }
}

const opened = (data: { attempt: number; epoch: number }, at: string) =>
  ({ status: 'in_progress', attempt: data.attempt, epoch: data.epoch, activeAt: at }) as const;

function invited(event: Extract<InterviewEvent, { type: 'invited' }>): InterviewState {
  return {
    ...event.data,
    status: 'invited',
    version: 1,
    attempt: 0,
    epoch: 0,
    report: { status: 'none', version: 0, overall: null },
    outcome: null,
    answeredIds: [],
    late: false,
    invitedAt: event.at,
    startedAt: null,
    activeAt: null,
    endedAt: null,
    reportAt: null,
    decidedAt: null,
  };
}
