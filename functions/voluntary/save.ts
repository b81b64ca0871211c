import type { Request } from '#functions/http/request.ts';
import type { StoredVoluntary, Voluntary } from '#functions/ports/voluntary.ts';
import type { CandidateActor, Clock } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';
import { voluntaryView } from './view.ts';

/** Kept apart from everything else, for the fairness pack alone; who says nothing more has nothing kept. */
export async function saveVoluntary(
  { voluntary, clock }: { voluntary: Voluntary; clock: Clock },
  { actor, input }: Request<'voluntary.save', CandidateActor>,
) {
  const { company, candidateId } = actor;
  const { sex, bornFrom, consent } = input;
  if (sex === null && bornFrom === null) {
    await voluntary.remove(company, candidateId);
    return ok(voluntaryView(undefined));
  }
  const stored: StoredVoluntary = {
    ...(sex !== null && { sex }),
    ...(bornFrom !== null && { bornFrom }),
    consent: { version: consent.version, at: clock.now().toISOString() },
  };
  await voluntary.put(company, candidateId, stored);
  return ok(voluntaryView(stored));
}
