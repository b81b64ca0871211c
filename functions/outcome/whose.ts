import type { Copies, Interviews } from '#functions/ports.ts';
import type { OutcomeProblem } from '#shared/intake/outcome-row.ts';
import type { Who } from '#shared/intake/who.ts';
import { fillsSeat } from '#shared/interview/hiring.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { hiredOf } from './hired.ts';

type Deps = { copies: Copies; interviews: Interviews };
type Unclear = Extract<OutcomeProblem, 'who_unknown' | 'who_several' | 'not_hired'>;

/** The interview of somebody who was hired, by their application or by their phone among these candidates. */
export async function whoseOutcome(
  deps: Deps,
  company: string,
  who: Who,
  candidates: Map<string, string>,
): Promise<InterviewState | Unclear> {
  if ('applicationId' in who) {
    return (await hiredOf(deps, company, who.applicationId)) ?? 'not_hired';
  }
  const candidateId = candidates.get(who.phone);
  if (candidateId === undefined) return 'who_unknown';
  const ids = await deps.interviews.ofCandidate(company, candidateId);
  const states = await Promise.all(ids.map((id) => deps.interviews.load(company, id)));
  const hired = states.filter((state) => state !== undefined).filter(fillsSeat);
  if (hired.length > 1) return 'who_several';
  return hired[0] ?? 'not_hired';
}
