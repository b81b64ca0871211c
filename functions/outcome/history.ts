import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { type OutcomeDeps, outcomeRow } from './hired.ts';

/** Every word about one person, the newest first. */
export async function outcomeHistory(
  deps: OutcomeDeps,
  { actor: { company }, params }: Request<'outcome.history', StaffActor>,
) {
  const versions = await deps.outcomes.versions(company, params.applicationId);
  const [first] = versions;
  const state = first && (await deps.interviews.load(company, first.interviewId));
  if (state === undefined) return refuse({ code: 'not_found' as const });
  const who = { ...state, joinedAt: state.hiring.joinedAt };
  const rows = await Promise.all(versions.map((one) => outcomeRow(deps, company, who, one)));
  return ok({ versions: rows.reverse() });
}
