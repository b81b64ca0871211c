import type { Excuse, NoShowReason } from '../interview/appointment.ts';
import type { Recorded } from '../interview/events.ts';
import { replay } from '../interview/evolve.ts';
import { fillsSeat, hasJoined, isPass, isUnarranged, meetingAhead, waitsForSeat } from '../interview/hiring.ts';
import type { InterviewState, InterviewStatus, ReportStatus } from '../interview/state.ts';
import { interviewStatuses } from '../interview/statuses.ts';
import type { TicketKind } from '../interview/ticket-kinds.ts';
import { owedReminder } from '../schedule/reminders.ts';
import { type ApplicationStage, nextStage, standing } from './stage.ts';
import { type Place, placesOf } from './workbench-places.ts';

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
/**
 * What one interview adds to its requisition: one person in one status, a pass or none, a vacancy filled (待入职, 已入职) or
 * none, one who joined (已入职) or none. `waits`: for a vacancy; `told`: that there is none any more.
 */
export type Contribution = {
  status: InterviewStatus;
  passed: 0 | 1;
  filled: 0 | 1;
  joined: 0 | 1;
  waits: boolean;
  told: boolean;
};
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
  /** The lists of the workbench it stands in. */
  places: Place[];
};
/** Nobody could be reminded of what is ahead; a no-show, or a second interview, that nobody dealt with in time. */
export const workbenchAlarms = ['reminder_failed', 'no_show', 'second_interview'] as const;
export type WorkbenchAlarm = (typeof workbenchAlarms)[number];

export type CopyValues = {
  application: ApplicationCopy;
  dossier: DossierCopy;
  organisation: Contribution;
  workbench: WorkbenchRow;
};

export type StatusCounts = Record<InterviewStatus, number>;
/** `closedAt`: since when the requisition takes nobody any more. */
export type Progress = {
  counts: StatusCounts;
  passed: number;
  filled: number;
  joined: number;
  closedAt: string | null;
};

export const noCounts = (): StatusCounts =>
  Object.fromEntries(interviewStatuses.map((status) => [status, 0])) as StatusCounts;

export function stageOf(history: Recorded[]): ApplicationStage {
  const stage = history.reduce<ApplicationStage>((last, { event }) => nextStage(last, event), 'invited');
  const state = replay(history);
  return state === undefined ? stage : standing(state, stage);
}

function appointmentOf({ status, appointment, confirmedAt }: InterviewState): WorkbenchRow['appointment'] {
  if (status !== 'scheduled' || appointment === null) return null;
  const slot = appointment.slotId !== null;
  return { at: slot ? appointment.startsAt : appointment.endsAt, slot, confirmed: confirmedAt !== null };
}

function alarmsOf(state: InterviewState): { alarm: WorkbenchAlarm; at: string }[] {
  const { status, reminded, noShow } = state;
  if (status === 'evaluated') return hiringAlarms(state);
  const owed = status === 'invited' || status === 'scheduled' ? owedReminder(reminded) : undefined;
  if (owed !== undefined) return [{ alarm: 'reminder_failed', at: owed.at }];
  const unheard = status === 'no_show' && noShow !== null && noShow.explainedAt === null ? noShow.alarmedAt : null;
  return unheard === null ? [] : [{ alarm: 'no_show', at: unheard }];
}

/** A second interview that nobody arranged, or that the candidate cannot come to; one nobody could be reminded of. */
function hiringAlarms(state: InterviewState): { alarm: WorkbenchAlarm; at: string }[] {
  const { alarmedAt, arrangement } = state.hiring;
  if (state.outcome !== 'second_interview') return [];
  const unarranged = isUnarranged(state) ? alarmedAt : null;
  const since = arrangement?.answer?.is === 'cannot' ? arrangement.answer.at : unarranged;
  if (since !== null) return [{ alarm: 'second_interview', at: since }];
  const owed = owedReminder(meetingAhead(state)?.reminded ?? []);
  return owed === undefined ? [] : [{ alarm: 'reminder_failed', at: owed.at }];
}

/** A report that could not be made is trouble for as long as a decision waits for it. */
function failedReportAt({ status, report }: InterviewState, history: Recorded[]): string[] {
  if (status !== 'submitted' || report.status !== 'failed') return [];
  const failed = history.filter(({ event }) => event.type === 'report_failed').at(-1);
  return failed === undefined ? [] : [failed.event.at];
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
  const since = state.decidedAt ?? state.endedAt ?? state.startedAt ?? state.appointment?.bookedAt ?? state.invitedAt;
  const waitingSince = waits[0] ?? null;
  const troubles = [...alarms.map((one) => one.at), ...failedReportAt(state, history)].sort();
  const places = placesOf(state, { since, waitingSince, troubleSince: troubles[0] ?? null });
  return {
    state,
    values: {
      application: { applicationId, interviewId, candidateId, requisitionId, stage, status },
      dossier: { interviewId, stage, status, ...report, attempt },
      organisation: {
        status,
        passed: isPass(state) ? 1 : 0,
        filled: fillsSeat(state) ? 1 : 0,
        joined: hasJoined(state) ? 1 : 0,
        waits: waitsForSeat(state),
        told: state.hiring.closure !== null,
      },
      workbench: {
        interviewId,
        applicationId,
        candidateId,
        requisitionId,
        positionId,
        status,
        ...report,
        tickets: open.map((one) => one.kind),
        waitingSince,
        since,
        appointment: appointmentOf(state),
        noShow: state.noShow && { reason: state.noShow.reason, excuse: state.noShow.excuse },
        alarms: alarms.map(({ alarm }) => alarm),
        places,
      },
    },
  };
}
