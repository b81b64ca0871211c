import { type KeepDeps, keepFigures } from '#functions/figures/keep.ts';
import type { Requisitions } from '#functions/ports/hiring.ts';
import type { Copies, Interviews, Job, Queue, Requests } from '#functions/ports.ts';
import { afterChange, movesVacancies } from '#functions/requisition/settle.ts';
import { type BroughtUp, bringUpToDate } from '#functions/sync/bring-up-to-date.ts';
import type { Recorded } from '#shared/interview/events.ts';
import { messagesFor } from '#shared/messaging/messages.ts';

export type ReactionDeps = KeepDeps & {
  interviews: Interviews;
  copies: Copies;
  queue: Queue;
  requests: Requests;
  requisitions: Requisitions;
};

/**
 * An interview changed: its copies follow, then the work its new events ask for is handed to the queue; the figures come
 * last, nobody waits for them.
 */
export async function onChange(deps: ReactionDeps, company: string, interviewId: string): Promise<void> {
  const done = await bringUpToDate(deps, company, interviewId);
  if (done === undefined) return;
  await handOver(deps, company, interviewId, done);
  await keepFigures(deps, { company, ...done });
}

async function handOver(deps: ReactionDeps, company: string, interviewId: string, done: BroughtUp): Promise<void> {
  const upTo = await deps.requests.upTo(company, interviewId);
  const fresh = done.history.filter(({ version }) => version > upTo);
  if (fresh.length === 0) return;
  if (fresh.some(({ event }) => movesVacancies(event))) await afterChange(deps, company, done.state);
  const jobs = fresh.flatMap((recorded) => jobsFor(company, interviewId, recorded, done.history));
  // Handed over before the mark moves: after a crash in between a job comes twice, never not at all.
  if (jobs.length > 0) await deps.queue.send(jobs);
  await deps.requests.advance(company, interviewId, done.version);
}

function jobsFor(company: string, interviewId: string, recorded: Recorded, history: Recorded[]): Job[] {
  const deliveries = messagesFor(recorded).map(
    (kind): Job => ({ queue: 'deliver', company, interviewId, kind, generation: recorded.version }),
  );
  const { event, version } = recorded;
  const judged = (event.type === 'ended' && event.data.outcome === 'submitted') || event.type === 'evaluation_asked';
  if (!judged) return deliveries;
  const attempt = attemptAt(history, version);
  return [...deliveries, { queue: 'evaluate', company, interviewId, attempt, request: version }];
}

const attemptAt = (history: Recorded[], version: number): number =>
  history.reduce(
    (attempt, { event, version: at }) =>
      at <= version && (event.type === 'started' || event.type === 'restarted') ? event.data.attempt : attempt,
    0,
  );
