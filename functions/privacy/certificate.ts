import { createHash } from 'node:crypto';
import type { Erasure } from '#functions/ports/privacy.ts';

/** Whose deletion it was can be checked by who knows the id, and read by nobody. */
const stubOf = (company: string, candidateId: string): string =>
  createHash('sha256').update(`${company}#${candidateId}`).digest('hex').slice(0, 16);

/** The hash that a certificate shows: over when, why and how much, in this order. */
export function sealOf(company: string, erasure: Erasure): string {
  const { erasureId, candidateId, because, askedAt, begunAt, doneAt, counts } = erasure;
  const said = [company, erasureId, stubOf(company, candidateId), because, askedAt, begunAt, doneAt];
  const much = Object.entries(counts ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([...said, much]))
    .digest('hex');
}

/** What may be shown of it to who has the code, and to HR. */
export const certificateView = (company: string, name: string, erasure: Erasure) => {
  const { erasureId, candidateId, because, state, askedAt, begunAt, doneAt, counts, hash } = erasure;
  const stub = stubOf(company, candidateId);
  return { erasureId, company: name, stub, because, state, askedAt, begunAt, doneAt, counts, hash };
};
