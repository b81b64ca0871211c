import { isDeepStrictEqual } from 'node:util';
import { prechecksOf } from '#functions/interview/prechecks.ts';
import type { Figures, Kept } from '#functions/ports/figures.ts';
import type { Outcomes } from '#functions/ports/outcomes.ts';
import type { Deliveries, Directory, Inbox, Interviews } from '#functions/ports.ts';
import { contributionOf } from '#shared/figures/contribution.ts';
import { factsOf, type Known, type Told } from '#shared/figures/facts.ts';
import { knownOf } from '#shared/figures/known.ts';
import { rowsOf } from '#shared/figures/rows.ts';
import type { Recorded } from '#shared/interview/events.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { keptRow } from './kept-row.ts';

export type KeepDeps = {
  interviews: Interviews;
  figures: Figures;
  deliveries: Pick<Deliveries, 'ofInterview'>;
  inbox: Pick<Inbox, 'all'>;
  directory: Pick<Directory, 'candidate'>;
  outcomes: Pick<Outcomes, 'newest'>;
};
type Brought = { company: string; state: InterviewState; history: Recorded[] };

const tries = 5;

/** The figures went on being written by others. */
export class FiguresContended extends Error {}

/**
 * Brings what an interview has in the figures to what happened to it. What stands is read before all that it is made
 * from, and replaced only if it still stands, so a run that was overtaken writes nothing: late, repeated and concurrent
 * runs do no harm, and nothing is written where nothing changed. True when something was. Throws `FiguresContended`.
 */
export async function keepFigures(deps: KeepDeps, { company, state, history }: Brought): Promise<boolean> {
  const { interviewId, positionId } = state;
  let seen = history;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const stored = await deps.figures.kept(company, positionId, interviewId);
    if (attempt > 1 || (stored?.version ?? 0) > (seen.at(-1)?.version ?? 0))
      seen = await deps.interviews.history(company, interviewId);
    const wanted = await figuresOf(deps, company, seen, stored);
    if (wanted === undefined || isSame(stored, wanted.kept)) return false;
    if (await deps.figures.write({ company, positionId, interviewId, stored, ...wanted })) return true;
  }
  throw new FiguresContended(`figures of ${interviewId} stayed contended`);
}

async function figuresOf(deps: KeepDeps, company: string, history: Recorded[], stored: Kept | undefined) {
  const [first] = history;
  if (first?.event.type !== 'invited') return undefined;
  const { candidateId, interviewId, applicationId } = first.event.data;
  const [told, checked, known, stayed] = await Promise.all([
    toldOf(deps, company, first.event.data, history),
    history.some(({ event }) => event.type === 'prechecked') ? prechecksOf(deps.interviews, company, interviewId) : [],
    stored?.known ?? knownNow(deps, company, candidateId),
    history.some(({ event }) => event.type === 'decided') ? stayedOf(deps, company, applicationId) : null,
  ]);
  const facts = factsOf({ history, known, told, checked, stayed });
  if (facts === undefined) return undefined;
  const rows = rowsOf(facts);
  const kept: Kept = {
    version: history.at(-1)?.version ?? 0,
    revision: (stored?.revision ?? 0) + 1,
    known,
    contribution: contributionOf(facts),
    rows: rows.map(keptRow),
  };
  return { kept, rows };
}

async function stayedOf({ outcomes }: KeepDeps, company: string, applicationId: string) {
  const found = await outcomes.newest(company, applicationId);
  if (found === undefined) return null;
  return { stayed: found.retention === null ? null : found.retention === 'there', performance: found.performance };
}

const knownNow = async ({ directory }: KeepDeps, company: string, candidateId: string): Promise<Known> =>
  knownOf(await directory.candidate(company, candidateId));

/** What became of the reminders; nobody is asked where there were none. */
async function toldOf(
  { deliveries, inbox }: KeepDeps,
  company: string,
  { interviewId, candidateId }: { interviewId: string; candidateId: string },
  history: Recorded[],
): Promise<Told[]> {
  if (!history.some(({ event }) => event.type === 'reminder_due')) return [];
  const [sent, messages] = await Promise.all([
    deliveries.ofInterview(company, interviewId),
    inbox.all(company, candidateId),
  ]);
  const read = new Set(messages.filter(({ readAt }) => readAt !== null).map(({ messageId }) => messageId));
  return sent
    .filter(({ kind }) => kind === 'reminder')
    .map(({ generation, channel, state, receipt }) => ({
      ...{ generation, channel, state },
      receipt: receipt ?? null,
      read: read.has(`${interviewId}.reminder.${generation}`),
    }));
}

const isSame = (stored: Kept | undefined, { contribution, rows, known }: Kept): boolean =>
  stored !== undefined &&
  isDeepStrictEqual(stored.contribution, contribution) &&
  isDeepStrictEqual(stored.rows, rows) &&
  isDeepStrictEqual(stored.known, known);
