import type { Excuse, NoShowReason } from '../interview/appointment.ts';
import type { Recorded } from '../interview/events.ts';
import { replay } from '../interview/evolve.ts';
import type { InterviewState, InterviewStatus, ReportStatus } from '../interview/state.ts';
import { interviewStatuses } from '../interview/statuses.ts';
import type { TicketKind } from '../interview/ticket-kinds.ts';
import { type ApplicationStage, nextStage } from './stage.ts';

/** The places that show an interview's status. Each holds a copy that is computed from the events and from nothing else. */
export const copyNames = ['application', 'dossier', 'organisation', 'workbench'] as const;
export type CopyName = (typeof copyNames)[number];

export type ApplicationCopy = {
  applicationId: string;
  interviewId: string;
  candidateId: string;
  requisitionId: string;
  stage: ApplicationStage;
  status: InterviewStatus;
};
export type DossierCopy = {
  interviewId: string;
  stage: ApplicationStage;
  status: InterviewStatus;
  report: ReportStatus;
  overall: number | null;
  attempt: number;
};
/** What one interview adds to its requisition: one person in one status, and a pass or none. */
export type Contribution = { status: InterviewStatus; passed: 0 | 1 };
export type WorkbenchRow = {
  interviewId: string;
  applicationId: string;
  candidateId: string;
  requisitionId: string;
  positionId: string;
  status: InterviewStatus;
  report: ReportStatus;
  overall: number | null;
  since: string;
  /** What the candidate asks and waits for, and since when the longest. */
  tickets: TicketKind[];
  waitingSince: string | null;
  /** The time that was picked, as long as it is ahead. */
  appointment: { at: string; slot: boolean; confirmed: boolean } | null;
  noShow: { reason: NoShowReason | null; excuse: Excuse | null } | null;
  /** What HR has to look after before it is too late. */
  alarms: WorkbenchAlarm[];
};
/** Nobody could be reminded of an interview that is ahead; a no-show that nobody dealt with in time. */
export const workbenchAlarms = ['reminder_failed', 'no_show'] as const;
export type WorkbenchAlarm = (typeof workbenchAlarms)[number];

export type CopyValues = {
  application: ApplicationCopy;
  dossier: DossierCopy;
  organisation: Contribution;
  workbench: WorkbenchRow;
};

export type StatusCounts = Record<InterviewStatus, number>;
export type Progress = { counts: StatusCounts; passed: number };

export const noCounts = (): StatusCounts =>
  Object.fromEntries(interviewStatuses.map((status) => [status, 0])) as StatusCounts;

/** Only an interview that ended, was judged and was passed counts as a pass; leaving unfinished never does. */
export const isPass = (state: Pick<InterviewState, 'status' | 'outcome'>): boolean =>
  state.status === 'evaluated' && (state.outcome === 'second_interview' || state.outcome === 'onboarding');

export function stageOf(history: Recorded[]): ApplicationStage {
  return history.reduce<ApplicationStage>((stage, { event }) => nextStage(stage, event), 'invited');
}

function appointmentOf({ status, appointment, confirmedAt }: InterviewState): WorkbenchRow['appointment'] {
  if (status !== 'scheduled' || appointment === null) return null;
  const slot = appointment.slotId !== null;
  return { at: slot ? appointment.startsAt : appointment.endsAt, slot, confirmed: confirmedAt !== null };
}

function alarmsOf({ status, reminded, noShow }: InterviewState): { alarm: WorkbenchAlarm; at: string }[] {
  const last = reminded.at(-1);
  if ((status === 'invited' || status === 'scheduled') && last !== undefined && last.outcome !== 'due') {
    return [{ alarm: 'reminder_failed', at: last.at }];
  }
  const unheard = status === 'no_show' && noShow !== null && noShow.explainedAt === null ? noShow.alarmedAt : null;
  return unheard === null ? [] : [{ alarm: 'no_show', at: unheard }];
}

/** All four copies as the history says they must be. The reaction, the check after each end and 「重新同步」 ask here. */
export function copiesOf(history: Recorded[]): { state: InterviewState; values: CopyValues } | undefined {
  const state = replay(history);
  if (state === undefined) return undefined;
  const stage = stageOf(history);
  const { interviewId, applicationId, candidateId, requisitionId, positionId, status, attempt } = state;
  const open = state.tickets.filter((one) => one.closedAt === null);
  const alarms = alarmsOf(state);
  const waits = [...open.map((one) => one.openedAt), ...alarms.map((one) => one.at)].sort();
  const report = { report: state.report.status, overall: state.report.overall };
  return {
    state,
    values: {
      application: { applicationId, interviewId, candidateId, requisitionId, stage, status },
      dossier: { interviewId, stage, status, ...report, attempt },
      organisation: { status, passed: isPass(state) ? 1 : 0 },
      workbench: {
        interviewId,
        applicationId,
        candidateId,
        requisitionId,
        positionId,
        status,
        ...report,
        tickets: open.map((one) => one.kind),
        waitingSince: waits[0] ?? null,
        since: state.decidedAt ?? state.endedAt ?? state.startedAt ?? state.appointment?.bookedAt ?? state.invitedAt,
        appointment: appointmentOf(state),
        noShow: state.noShow && { reason: state.noShow.reason, excuse: state.noShow.excuse },
        alarms: alarms.map(({ alarm }) => alarm),
      },
    },
  };
}
