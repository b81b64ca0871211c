import type { Request } from '#functions/http/request.ts';
import { shownProblems, whoseRows } from '#functions/intake/found-rows.ts';
import { tableOf } from '#functions/intake/table-of.ts';
import type { Files, People } from '#functions/ports/intake.ts';
import type { StaffActor } from '#functions/ports.ts';
import { type OutcomeRow, outcomeRowsOf } from '#shared/intake/outcome-row.ts';
import type { Who } from '#shared/intake/who.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { ok } from '#shared/result.ts';
import { type OutcomeDeps, outcomeRow } from './hired.ts';
import { mergedOutcome } from './merged.ts';
import { saysTheSame } from './same.ts';
import { whoseOutcome } from './whose.ts';

type Deps = OutcomeDeps & { files: Files; people: People };

/** What a table says of how it went, found by phone or application, and what is wrong where. Writes nothing. */
export async function previewOutcomes(deps: Deps, { actor, params, input }: Request<'outcome.preview', StaffActor>) {
  const { company } = actor;
  const { columns } = input;
  const table = await tableOf(deps.files, company, params.fileId, 'outcomes');
  if (!table.ok) return table;
  const found = outcomeRowsOf(table.value.rows, columns);
  const whose = (who: Who, candidates: Map<string, string>) => whoseOutcome(deps, company, who, candidates);
  const { found: known, missing } = await whoseRows(deps.people, company, found.outcomes, whose);
  const outcomes = [];
  for (const { row, state } of known) outcomes.push(await previewed(deps, company, row, state));
  return ok({ outcomes, problems: shownProblems([...found.problems, ...missing], table.value.rows, columns) });
}

async function previewed(deps: Deps, company: string, { row, who: _, ...said }: OutcomeRow, state: InterviewState) {
  const { applicationId } = state;
  const known = await deps.outcomes.newest(company, applicationId);
  const next = mergedOutcome(applicationId, known, said);
  const who = { ...state, joinedAt: state.hiring.joinedAt };
  const version = known?.version ?? 0;
  const view = await outcomeRow(deps, company, who, { ...next, ...(known && { version }) });
  return { ...view, row, changes: known === undefined || !saysTheSame(known, next) };
}
