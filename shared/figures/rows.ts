import type { Excuse } from '../interview/appointment.ts';
import type { InterviewStatus, Outcome } from '../interview/state.ts';
import type { AppointmentFacts } from './appointments-of.ts';
import { dayOf, type Facts } from './facts.ts';
import type { Dimension, FactList, FunnelStep, Loss, SaidReason } from './names.ts';

/**
 * One case behind the figures: an invitation, an appointment that is over, or an interview that was handed in. What of it
 * is counted can be told from the row alone. How old somebody is stands in none.
 */
export type FactRow = {
  list: FactList;
  /** Sorts the list; what a day of the figures is told by. */
  at: string;
  day: string;
  /** Tells an interview's appointments apart. */
  n: number;
  interviewId: string;
  applicationId: string;
  candidateId: string;
  requisitionId: string;
  positionId: string;
  invitedAt: string;
  status: InterviewStatus;
  step: FunnelStep;
  lost: Loss | null;
  overall: number | null;
  outcome: Outcome | null;
  passed: boolean | null;
  decidedAt: string | null;
  hiredAt: string | null;
  joinedAt: string | null;
  dimensions: Partial<Record<Dimension, string>>;
  /** Of an appointment. */
  missed: boolean | null;
  excuse: Excuse | null;
  reason: SaidReason | null;
  handledMinutes: number | null;
  trouble: boolean | null;
  signals: AppointmentFacts['signals'] | null;
  /** Of an ending. */
  stars: Facts['stars'];
  tickets: string[];
};

export function rowsOf(facts: Facts): FactRow[] {
  const { interviewId, applicationId, candidateId, requisitionId, positionId, invitedAt, known, endedAt } = facts;
  const { status, step, lost, overall, outcome, passed, decidedAt, hiredAt, joinedAt } = facts;
  const who = { source: known.source, candidate_kind: known.candidateKind };
  const common = {
    ...{ interviewId, applicationId, candidateId, requisitionId, positionId, invitedAt },
    ...{ status, step, lost, overall, outcome, passed, decidedAt, hiredAt, joinedAt },
  };
  const row = (list: FactList, at: string, own: Partial<FactRow>): FactRow => ({
    ...{ list, at, day: dayOf(facts, at), n: 0, ...common, dimensions: who },
    ...{ missed: null, excuse: null, reason: null, handledMinutes: null, trouble: null, signals: null },
    ...{ stars: null, tickets: [] },
    ...own,
  });
  return [
    row('invitations', invitedAt, {}),
    ...facts.appointments.map(({ at, missed, excuse, reason, handledMinutes, trouble, dimensions, signals }, n) =>
      row('appointments', at, {
        n,
        ...{ missed, excuse, reason, handledMinutes, trouble, signals },
        dimensions: { ...who, ...dimensions },
      }),
    ),
    ...(endedAt === null
      ? []
      : [
          row('endings', endedAt, {
            stars: facts.stars,
            tickets: facts.tickets.map(({ kind }) => kind),
            dimensions: { ...who, score_band: facts.scoreBand },
          }),
        ]),
  ];
}
