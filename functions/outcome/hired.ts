import type { Outcomes, StoredOutcome } from '#functions/ports/outcomes.ts';
import type { WorkbenchRows } from '#functions/ports/workbench.ts';
import type { Copies, Directory, Interviews } from '#functions/ports.ts';
import type { Outcome } from '#shared/contract/learning.ts';
import type { Output } from '#shared/contract/operations.ts';
import { fillsSeat } from '#shared/interview/hiring.ts';
import type { InterviewState } from '#shared/interview/state.ts';

export type OutcomeDeps = {
  outcomes: Outcomes;
  copies: Copies;
  interviews: Interviews;
  directory: Directory;
  rows: WorkbenchRows;
};
export type OutcomeRow = Output<'outcome.list'>['outcomes'][number];

/** The interview of an application whose person was hired; undefined where nobody was. */
export async function hiredOf(
  { copies, interviews }: Pick<OutcomeDeps, 'copies' | 'interviews'>,
  company: string,
  applicationId: string,
): Promise<InterviewState | undefined> {
  const application = await copies.application(company, applicationId);
  const state = application && (await interviews.load(company, application.interviewId));
  return state !== undefined && fillsSeat(state) ? state : undefined;
}

export const nothingKnown = (applicationId: string): Outcome => ({
  applicationId,
  retention: null,
  leftOn: null,
  probation: null,
  performance: null,
});

type Who = Pick<InterviewState, 'candidateId' | 'positionId'> & { joinedAt: string | null };

/** What is known of somebody, with names as pages show them. */
export async function outcomeRow(
  { directory }: Pick<OutcomeDeps, 'directory'>,
  company: string,
  { candidateId, positionId, joinedAt }: Who,
  known: Outcome & Partial<Pick<StoredOutcome, 'version' | 'at' | 'by' | 'from'>>,
): Promise<OutcomeRow> {
  const [candidate, position, staff] = await Promise.all([
    directory.candidate(company, candidateId),
    directory.position(company, positionId),
    known.by === undefined ? undefined : directory.staff(company, known.by),
  ]);
  const { applicationId, retention, leftOn, probation, performance } = known;
  return {
    applicationId,
    retention,
    leftOn,
    probation,
    performance,
    candidate: candidate?.name ?? '',
    position: position?.title ?? '',
    joinedAt,
    version: known.version ?? 0,
    at: known.at ?? null,
    by: staff?.name ?? known.by ?? null,
    from: known.from ?? null,
  };
}
