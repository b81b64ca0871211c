import type { Output } from '#shared/contract/operations.ts';
import { ok, type Result } from '#shared/result.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';

type Matches = Output<'requisition.matches'>;
type Opening = Output<'requisition.list'>['requisitions'][number];
type Application = Output<'application.dossier'>;
export type Candidate = Matches['candidates'][number] & { status?: Application['status'] };
type Wish = Output<'requisition.wishes'>['wishes'][number];
type Loaded = {
  threshold: number;
  deadlineHours: number;
  candidates: Candidate[];
  opening: Opening | undefined;
  /** Who applied by the link and is not invited yet. */
  wishes: Wish[];
};

/** Everybody in the pool with the reasons of the match, and where those stand who were invited already. */
export async function loadMatches(requisitionId: string): Promise<Result<Loaded, CallError>> {
  const [matches, openings, workbench, wishes] = await Promise.all([
    call('requisition.matches', { params: { requisitionId } }),
    call('requisition.list'),
    call('workbench.list'),
    call('requisition.wishes', { params: { requisitionId } }),
  ]);
  if (!matches.ok) return matches;
  if (!openings.ok) return openings;
  // The newest page is enough here: who is not in it is shown as invited, without the exact status.
  const statuses = new Map(workbench.ok ? workbench.value.rows.map((row) => [row.applicationId, row.status]) : []);
  return ok({
    threshold: matches.value.threshold,
    deadlineHours: matches.value.deadlineHours,
    wishes: wishes.ok ? wishes.value.wishes.filter(({ applicationId }) => applicationId === null) : [],
    opening: openings.value.requisitions.find((one) => one.requisitionId === requisitionId),
    candidates: matches.value.candidates.map((candidate) => {
      const status = candidate.applicationId === null ? undefined : statuses.get(candidate.applicationId);
      return status === undefined ? candidate : { ...candidate, status };
    }),
  });
}
