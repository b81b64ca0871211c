import type { Request } from '#functions/http/request.ts';
import type { Paraphrases, StoredParaphrase } from '#functions/ports/evaluation.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { paraphraseView } from './paraphrase-view.ts';

type Deps = { directory: Directory; paraphrases: Paraphrases };

/** Every phrase this position accepts or accepted as saying a key point, in the order they came. */
export async function paraphrases(deps: Deps, { actor, params }: Request<'position.paraphrases', StaffActor>) {
  const { company } = actor;
  const position = await deps.directory.position(company, params.positionId);
  if (position === undefined) return refuse({ code: 'not_found' as const });
  const list = await deps.paraphrases.ofPosition(company, params.positionId);
  const view = (one: StoredParaphrase) => paraphraseView(deps.directory, company, one);
  return ok({ version: list.version, paraphrases: await Promise.all(list.paraphrases.map(view)) });
}
