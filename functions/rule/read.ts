import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { lint } from '#shared/rules/lint.ts';
import { type ProposalDeps, rulesOf } from './proposal.ts';

/** A position's rules and what is to be said of them. */
export async function read(deps: ProposalDeps, { actor, params }: Request<'position.rules', StaffActor>) {
  const found = await rulesOf(deps, actor.company, params.positionId);
  if (found === undefined) return refuse({ code: 'not_found' as const });
  return ok({ ...found, findings: lint(found.ruleSet) });
}
