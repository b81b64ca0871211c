import type { Request } from '#functions/http/request.ts';
import type { Voluntary } from '#functions/ports/voluntary.ts';
import type { CandidateActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';
import { voluntaryView } from './view.ts';

export async function getVoluntary(
  { voluntary }: { voluntary: Voluntary },
  { actor }: Request<'voluntary.get', CandidateActor>,
) {
  return ok(voluntaryView(await voluntary.mine(actor.company, actor.candidateId)));
}
