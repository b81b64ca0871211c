import type { Request } from '#functions/http/request.ts';
import type { Copies, Directory, StaffActor } from '#functions/ports.ts';
import type { WorkbenchRow } from '#shared/application/copies.ts';
import type { InterviewStatus } from '#shared/interview/state.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import { ok } from '#shared/result.ts';

type Deps = { copies: Copies; directory: Directory };

/** What HR sees first: how many are where, and the people of one status (or the newest of every status). */
export async function list({ copies, directory }: Deps, { actor, query }: Request<'workbench.list', StaffActor>) {
  const { company } = actor;
  const statuses: readonly InterviewStatus[] = query.status === undefined ? interviewStatuses : [query.status];
  const [counts, ...pages] = await Promise.all([
    copies.counts(company),
    ...statuses.map((status) => copies.rows(company, status, query.status === undefined ? undefined : query.cursor)),
  ]);
  const rows = pages.flatMap((page) => page.rows).sort(byAttention);
  const cursor = query.status === undefined ? null : (pages[0]?.cursor ?? null);
  return ok({ counts, rows: await Promise.all(rows.map((row) => named(directory, company, row))), cursor });
}

/** Who waits for HR comes first, the longest wait on top; then whoever moved last. */
function byAttention(a: WorkbenchRow, b: WorkbenchRow): number {
  const waits = Number(b.status === 'submitted') - Number(a.status === 'submitted');
  if (waits !== 0) return waits;
  return a.status === 'submitted' ? a.since.localeCompare(b.since) : b.since.localeCompare(a.since);
}

async function named(directory: Directory, company: string, row: WorkbenchRow) {
  const [candidate, position] = await Promise.all([
    directory.candidate(company, row.candidateId),
    directory.position(company, row.positionId),
  ]);
  const { interviewId, applicationId, status, report, overall, since, tickets, appointment, noShow, alarms } = row;
  return {
    interviewId,
    applicationId,
    candidate: candidate?.name ?? '',
    position: position?.title ?? '',
    department: position?.department ?? '',
    status,
    report,
    overall,
    since,
    tickets,
    appointment,
    noShow,
    alarms,
  };
}
