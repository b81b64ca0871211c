import { type KeepDeps, keepFigures } from '#functions/figures/keep.ts';
import type { CheckCause, Checks, Difference } from '#functions/ports/sync.ts';
import type { Clock, Copies, Interviews } from '#functions/ports.ts';
import { copiesOf } from '#shared/application/copies.ts';
import { dateIn } from '#shared/application/workbench-places.ts';
import type { Recorded } from '#shared/interview/events.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { plusMinutes } from '#shared/interview/windows.ts';
import { limits } from '#shared/limits.ts';
import { type BroughtUp, bringUpToDate, CopiesContended } from './bring-up-to-date.ts';

export type CheckDeps = KeepDeps & { interviews: Interviews; copies: Copies; checks: Checks; clock: Clock };
/** `differences`: what was wrong; a copy that was merely on its way is none. */
export type Checked = Pick<BroughtUp, 'version' | 'state' | 'changed'> & { differences: Difference[]; date: string };

/** The company's day, by the zone of the interview's own terms. */
const dayOf = ({ terms }: InterviewState, now: Date): string =>
  dateIn(terms.appointment?.timeZone ?? 'UTC', now.toISOString());

/** Holds every copy against a replay, heals it, and leaves a record. Undefined where there is no such interview. */
export async function check(
  deps: CheckDeps,
  {
    company,
    interviewId,
    cause,
    by = 'system',
  }: { company: string; interviewId: string; cause: CheckCause; by?: string },
): Promise<Checked | undefined> {
  const now = deps.clock.now();
  const note = async (brought: BroughtUp) => {
    const { state, history } = brought;
    const { applicationId, candidateId, requisitionId } = state;
    const date = dayOf(state, now);
    const differences = [...differencesOf(brought, isFresh(history, now)), ...(await findRows(deps, company, brought))];
    const subject = { kind: 'interview' as const, interviewId, applicationId, candidateId, requisitionId };
    await deps.checks.note(company, { at: now.toISOString(), cause, by, subject, differences }, date);
    const rows = differences.some(({ what }) => what === 'workbench') ? (['workbench'] as const) : [];
    return { differences, date, changed: [...new Set([...brought.changed, ...rows])] };
  };
  try {
    const brought = await bringUpToDate(deps, company, interviewId);
    if (brought === undefined) return undefined;
    await keepFigures(deps, { company, ...brought });
    return { ...brought, ...(await note(brought)) };
  } catch (error) {
    if (error instanceof CopiesContended) await note(error.brought);
    throw error;
  }
}

/** The stream is given the same time as the check after an end gives it. */
function isFresh(history: Recorded[], now: Date): boolean {
  const newest = history.at(-1)?.event.at;
  return newest !== undefined && now < new Date(plusMinutes(newest, limits.verifyMinutes));
}

const differencesOf = ({ found, changed }: BroughtUp, fresh: boolean): Difference[] =>
  found
    .filter(({ behind }) => !(behind && fresh))
    .map(({ copy, fields }) => ({ what: copy, healed: changed.includes(copy), fields }));

/**
 * The rows of the workbench's lists are written with its copy, so one that is gone went by itself. Where the copy moves on
 * while this looks, its rows move with it, and nothing is amiss.
 */
async function findRows(
  { copies }: CheckDeps,
  company: string,
  { history, version }: BroughtUp,
): Promise<Difference[]> {
  const row = copiesOf(history)?.values.workbench;
  if (row === undefined) return [];
  const places = await copies.lostRows(company, row);
  if (places.length === 0 || !(await copies.putRows(company, { row, version, places }))) return [];
  return [
    { what: 'workbench', healed: true, fields: places.map(({ list }) => ({ name: 'row', was: null, is: list })) },
  ];
}
