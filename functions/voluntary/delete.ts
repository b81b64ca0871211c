import type { Request } from '#functions/http/request.ts';
import type { Voluntary } from '#functions/ports/voluntary.ts';
import type { CandidateActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';
import { voluntaryView } from './view.ts';

export async function deleteVoluntary(
  { voluntary }: { voluntary: Voluntary },
  { actor }: Request<'voluntary.delete', CandidateActor>,
) {
  await voluntary.remove(actor.company, actor.candidateId);
  return ok(voluntaryView(undefined));
}
