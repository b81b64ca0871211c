import { dateIn } from '../application/workbench-places.ts';
import type { InterviewEvent, Recorded } from '../interview/events.ts';
import { evolve } from '../interview/evolve.ts';
import type { InterviewState, InterviewStatus, Outcome } from '../interview/state.ts';
import type { TicketCategory } from '../interview/ticket.ts';
import type { TicketKind } from '../interview/ticket-kinds.ts';
import { type AppointmentFacts, appointmentsOf } from './appointments-of.ts';
import { scoreBandOf } from './bounds.ts';
import { hiredAt, isPassOutcome } from './hired.ts';
import type { DimensionValue, FunnelStep, Loss, RatedThing } from './names.ts';
import { type ReminderFacts, remindersOf } from './reminders-of.ts';
import { type Stay, staysOf } from './stays-of.ts';
import { lossOf, stepOf } from './steps-of.ts';

/** What the company's records said of the candidate when the figures first looked; kept with them from then on. */
export type Known = { source: DimensionValue<'source'>; candidateKind: DimensionValue<'candidate_kind'> };

/** What came of one message by one channel, in the words of the deliveries. `read`: in 消息中心. */
export type Told = { generation: number; channel: string; state: string; receipt: string | null; read: boolean };
/** What a check of the device found. */
export type Checked = {
  at: string;
  results: readonly { check: string; ok: boolean; code: string }[];
  device?: Device | undefined;
};
export type Device = { platform: DimensionValue<'device'>; network: 'wifi' | 'cellular' | 'unknown' };

/** All that the facts of an interview follow from. */
export type FactSources = {
  history: readonly Recorded[];
  known: Known;
  told: readonly Told[];
  checked: readonly Checked[];
  /** How it went with whoever was hired, as far as somebody entered it. */
  stayed: { stayed: boolean | null; performance: number | null } | null;
};

/** One event of a history with the states around it. */
export type Step = {
  version: number;
  event: InterviewEvent;
  before: InterviewState | undefined;
  after: InterviewState;
};

export type TicketFacts = {
  kind: TicketKind;
  category: TicketCategory;
  openedAt: string;
  closedAt: string | null;
  fault: 'ours' | 'none' | null;
};

/** What happened to one interview and what came of it, in closed words and numbers. Instants in UTC, days by `timeZone`. */
export type Facts = {
  interviewId: string;
  applicationId: string;
  candidateId: string;
  requisitionId: string;
  positionId: string;
  timeZone: string;
  known: Known;
  status: InterviewStatus;
  invitedAt: string;
  /** When it was handed in, as long as it stands. */
  endedAt: string | null;
  step: FunnelStep;
  lost: Loss | null;
  overall: number | null;
  scoreBand: DimensionValue<'score_band'>;
  outcome: Outcome | null;
  decidedAt: string | null;
  passed: boolean | null;
  hiredAt: string | null;
  joinedAt: string | null;
  /** Null: nobody said. Performance 1-5. */
  stayed: boolean | null;
  performance: number | null;
  appointments: AppointmentFacts[];
  stays: Stay[];
  reminders: ReminderFacts[];
  /** Stars 1-5. */
  stars: Partial<Record<RatedThing, number>> | null;
  tickets: TicketFacts[];
};
export type { AppointmentFacts, ReminderFacts, Stay };

const stepsOf = (history: readonly Recorded[]): Step[] => {
  let state: InterviewState | undefined;
  return history.map(({ version, event }) => {
    const before = state;
    state = evolve(state, event);
    return { version, event, before, after: state };
  });
};

/** Undefined for a history without a beginning. */
export function factsOf({ history, known, told, checked, stayed }: FactSources): Facts | undefined {
  const steps = stepsOf(history);
  const state = steps.at(-1)?.after;
  if (state === undefined) return undefined;
  const { interviewId, applicationId, candidateId, requisitionId, positionId, status, outcome, invitedAt } = state;
  const ended = status === 'submitted' || status === 'evaluated';
  const decided = status === 'evaluated' && outcome !== null;
  const overall = ended ? (state.judgement?.overall ?? state.report.overall) : null;
  return {
    interviewId,
    applicationId,
    candidateId,
    requisitionId,
    positionId,
    timeZone: state.terms.appointment?.timeZone ?? 'UTC',
    known,
    status,
    invitedAt,
    endedAt: ended ? state.endedAt : null,
    step: stepOf(state),
    lost: lossOf(state, steps),
    overall,
    scoreBand: scoreBandOf(overall),
    outcome: decided ? outcome : null,
    decidedAt: decided ? state.decidedAt : null,
    passed: decided ? isPassOutcome(outcome) : null,
    hiredAt: decided ? hiredAt(state) : null,
    joinedAt: state.hiring.joinedAt,
    stayed: stayed?.stayed ?? null,
    performance: stayed?.performance ?? null,
    appointments: appointmentsOf(steps, { told, checked }),
    stays: staysOf(steps),
    reminders: remindersOf(steps, told),
    stars: starsOf(state),
    tickets: state.tickets.map(({ kind, category, openedAt, closedAt, fault }) => ({
      kind,
      category,
      openedAt,
      closedAt,
      fault,
    })),
  };
}

function starsOf({ questionnaire }: InterviewState): Facts['stars'] {
  if (questionnaire === null) return null;
  const { flow, realism, reminders, support } = questionnaire;
  const all = Object.values(realism);
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
  return {
    flow,
    ...(all.length > 0 && { realism: Math.round(mean) }),
    ...(reminders !== undefined && { reminders }),
    ...(support !== undefined && { support }),
  };
}

export const dayOf = ({ timeZone }: Pick<Facts, 'timeZone'>, at: string): string => dateIn(timeZone, at);
