import { replay } from '#shared/interview/evolve.ts';
import { type KeepDeps, keepFigures } from './keep.ts';

/** Something beside its events was said of an interview that its figures tell. */
export async function refreshFigures(deps: KeepDeps, company: string, interviewId: string): Promise<void> {
  const history = await deps.interviews.history(company, interviewId);
  const state = replay(history);
  if (state !== undefined) await keepFigures(deps, { company, state, history });
}
