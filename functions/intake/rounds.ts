import type { Request } from '#functions/http/request.ts';
import type { Files, People } from '#functions/ports/intake.ts';
import type { Copies, Directory, Interviews, StaffActor } from '#functions/ports.ts';
import { type RoundProblem, type RoundRow, roundRowsOf } from '#shared/intake/round-row.ts';
import type { Who } from '#shared/intake/who.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { ok } from '#shared/result.ts';
import { shownProblems, whoseRows } from './found-rows.ts';
import { tableOf } from './table-of.ts';

type Deps = { files: Files; people: People; directory: Directory; interviews: Interviews; copies: Copies };

/** Whose results a table holds, found by phone or application, and what is wrong where. Writes nothing. */
export async function rounds(deps: Deps, { actor, params, input }: Request<'intake.rounds', StaffActor>) {
  const { company } = actor;
  const { columns } = input;
  const table = await tableOf(deps.files, company, params.fileId, 'rounds');
  if (!table.ok) return table;
  const found = roundRowsOf(table.value.rows, columns);
  const whose = (who: Who, candidates: Map<string, string>) => interviewOf(deps, company, who, candidates);
  const { found: known, missing } = await whoseRows(deps.people, company, found.results, whose);
  return ok({
    results: await Promise.all(known.map(({ row, state }) => resultView(deps, company, { ...row, whose: state }))),
    problems: shownProblems([...found.problems, ...missing], table.value.rows, columns),
  });
}

async function interviewOf(
  { interviews, copies }: Deps,
  company: string,
  who: Who,
  candidates: Map<string, string>,
): Promise<InterviewState | RoundProblem> {
  if ('applicationId' in who) {
    const application = await copies.application(company, who.applicationId);
    const state = application && (await interviews.load(company, application.interviewId));
    return state ?? 'who_unknown';
  }
  const candidateId = candidates.get(who.phone);
  if (candidateId === undefined) return 'who_unknown';
  const ids = await interviews.ofCandidate(company, candidateId);
  const states = await Promise.all(ids.map((id) => interviews.load(company, id)));
  const open = states.filter((state) => state !== undefined).filter(({ status }) => status !== 'cancelled');
  // Which of two applications a result belongs to, a phone does not say.
  if (open.length > 1) return 'who_several';
  return open[0] ?? 'who_unknown';
}

async function resultView(
  { directory }: Deps,
  company: string,
  { whose, who: _, ...result }: RoundRow & { whose: InterviewState },
) {
  const [candidate, position] = await Promise.all([
    directory.candidate(company, whose.candidateId),
    directory.position(company, whose.positionId),
  ]);
  const { interviewId, applicationId } = whose;
  return { ...result, interviewId, applicationId, candidate: candidate?.name ?? '', position: position?.title ?? '' };
}
