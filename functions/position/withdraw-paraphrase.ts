import type { Request } from '#functions/http/request.ts';
import type { Paraphrases } from '#functions/ports/evaluation.ts';
import type { Clock, Directory, StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { paraphraseView } from './paraphrase-view.ts';

type Deps = { directory: Directory; paraphrases: Paraphrases; clock: Clock };

const tries = 5;

/** From now on the phrase no longer counts; it stays in the list. Withdrawing it again changes nothing. */
export async function withdrawParaphrase(
  deps: Deps,
  { actor, params }: Request<'position.withdrawParaphrase', StaffActor>,
) {
  const { company } = actor;
  const { positionId, paraphraseId } = params;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const { version, paraphrases } = await deps.paraphrases.ofPosition(company, positionId);
    const one = paraphrases.find((each) => each.paraphraseId === paraphraseId);
    if (one === undefined) return refuse({ code: 'not_found' as const });
    if (one.withdrawnAt !== null) return ok(await paraphraseView(deps.directory, company, one));
    const withdrawnAt = deps.clock.now().toISOString();
    const at = { from: version, withdrawnAt };
    // A lost reply or another writer: either way the list is read again.
    if ((await deps.paraphrases.withdraw(company, positionId, paraphraseId, at)) === 'withdrawn') {
      return ok(await paraphraseView(deps.directory, company, { ...one, withdrawnAt }));
    }
  }
  throw new Error('the list of paraphrases stayed contended');
}
