import type { Recorded } from '../interview/events.ts';
import { replay } from '../interview/evolve.ts';
import { type InterviewState, type InterviewStatus, interviewStatuses, type ReportStatus } from '../interview/state.ts';
import type { TicketKind } from '../interview/ticket.ts';
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
};

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

/** All four copies as the history says they must be. The reaction, the check after each end and 「重新同步」 ask here. */
export function copiesOf(history: Recorded[]): { state: InterviewState; values: CopyValues } | undefined {
  const state = replay(history);
  if (state === undefined) return undefined;
  const stage = stageOf(history);
  const { interviewId, applicationId, candidateId, requisitionId, positionId, status, attempt } = state;
  const open = state.tickets.filter((one) => one.closedAt === null);
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
        waitingSince: open[0]?.openedAt ?? null,
        since: state.decidedAt ?? state.endedAt ?? state.startedAt ?? state.invitedAt,
      },
    },
  };
}
