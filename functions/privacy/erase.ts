import { fileKey } from '#functions/intake/file-key.ts';
import type { Audit } from '#functions/ports/audit.ts';
import type { Requisitions } from '#functions/ports/hiring.ts';
import type { Eraser, Erasure, ErasureLinks, Erasures, Shredder } from '#functions/ports/privacy.ts';
import type { Clock } from '#functions/ports.ts';
import { plusHours } from '#shared/interview/windows.ts';
import { privacyLimits } from '#shared/privacy/limits.ts';
import { sealOf } from './certificate.ts';

export type EraseDeps = {
  erasures: Erasures;
  eraser: Eraser;
  shredder: Shredder;
  requisitions: Pick<Requisitions, 'settle'>;
  audit: Pick<Audit, 'note'>;
  clock: Clock;
  /** A name that leads nowhere. */
  anon: () => string;
};
export type Erased = 'held' | 'settling' | 'again' | 'done' | 'stale';

/**
 * Deletes a person, a step at a time; cut off anywhere it goes on with the next call. It is looked at a second time when no
 * phone, worker or token of before can write any more, and called done when that found nothing.
 */
export async function erase(deps: EraseDeps, company: string, erasureId: string): Promise<Erased> {
  const found = await deps.erasures.get(company, erasureId);
  const begun = found && (await begin(deps, company, found));
  if (begun === undefined || begun === 'held') return begun ?? 'stale';
  if (begun.state !== 'running' && begun.state !== 'settling') return 'stale';
  const { erasure, links } = await withLinks(deps, company, begun);
  const gone = await remove(deps, company, erasure.candidateId, links);
  const now = deps.clock.now().toISOString();
  if (erasure.state === 'running' || gone > 0) {
    const dueAt = plusHours(now, privacyLimits.settleHours);
    const moved = await deps.erasures.move(company, erasure.state, { ...erasure, state: 'settling', dueAt });
    return moved ? (erasure.state === 'running' ? 'settling' : 'again') : 'stale';
  }
  const done: Erasure = { ...erasure, state: 'done', dueAt: null, doneAt: now, links: null };
  const hash = sealOf(company, done);
  const sealed = { ...done, hash };
  // The chain holds the certificate's hash: nobody can write another one later.
  const { candidateId } = erasure;
  const told = {
    operation: 'erasure.carryOut',
    does: 'writes',
    role: 'system',
    by: 'system',
    outcome: 'done',
  } as const;
  await deps.audit.note(company, { ...told, id: hash, at: now, candidates: [candidateId], interviews: [] });
  return (await deps.erasures.move(company, 'settling', sealed)) ? 'done' : 'stale';
}

async function begin(deps: EraseDeps, company: string, erasure: Erasure): Promise<Erasure | 'held' | undefined> {
  if (erasure.state !== 'asked') return erasure;
  // Due again soon, should it be cut off here.
  const now = deps.clock.now().toISOString();
  const running: Erasure = { ...erasure, state: 'running', begunAt: now, dueAt: now };
  const outcome = await deps.erasures.begin(company, running);
  if (outcome === 'held') return 'held';
  return outcome === 'begun' ? running : undefined;
}

/** Read once, after the door is shut and before anything goes, and kept: afterwards nobody could find the way. */
async function withLinks({ erasures, eraser, anon }: EraseDeps, company: string, erasure: Erasure) {
  if (erasure.links !== null) return { erasure, links: erasure.links };
  const links = await eraser.links(company, erasure.candidateId, anon);
  const counts = await eraser.counts(company, erasure.candidateId, links);
  const known = { ...erasure, links, counts };
  await erasures.move(company, erasure.state, known);
  return { erasure: known, links };
}

async function remove(deps: EraseDeps, company: string, candidateId: string, links: ErasureLinks): Promise<number> {
  const { eraser, shredder, requisitions } = deps;
  let gone = 0;
  for (const interview of links.interviews) {
    gone += await eraser.interview(company, candidateId, interview);
    gone += await shredder.removeAll(`c/${company}/interview/${interview.interviewId}/`);
    await requisitions.settle(company, interview.requisitionId);
  }
  for (const fileId of links.fileIds) {
    gone += await shredder.removeAll(fileKey.folder(company, fileId));
    gone += await shredder.removeAll(fileKey.resume(company, fileId));
  }
  return gone + (await eraser.person(company, candidateId, links));
}
