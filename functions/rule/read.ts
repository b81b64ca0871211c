import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { rulesOf } from './rules-of.ts';
import { type RulesViewDeps, rulesView } from './rules-view.ts';

/** A position's rules and what is to be said of them. */
export async function read(deps: RulesViewDeps, { actor, params }: Request<'position.rules', StaffActor>) {
  const found = await rulesOf(deps, actor.company, params.positionId);
  if (found === undefined) return refuse({ code: 'not_found' as const });
  return ok(await rulesView(deps, actor.company, found));
}
