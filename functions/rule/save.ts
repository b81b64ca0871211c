import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { lint } from '#shared/rules/lint.ts';
import { type ProposalDeps, rulesOf } from './proposal.ts';

/**
 * The next version of a position's rules. It is decided on from the version that was read: two people at once do not
 * overwrite each other. The same version with the same rules sent again is saved once.
 */
export async function save(deps: ProposalDeps, { actor, params, input }: Request<'position.saveRules', StaffActor>) {
  const { company } = actor;
  const { positionId } = params;
  const found = await rulesOf(deps, company, positionId);
  if (found === undefined) return refuse({ code: 'not_found' as const });
  const { version, rules, waitHours } = input;
  const next = { version: version + 1, rules, waitHours };
  const repeated = found.own && JSON.stringify(found.ruleSet) === JSON.stringify(next);
  if (!repeated) {
    if (found.ruleSet.version !== version) return refuse({ code: 'version_conflict' as const });
    if (!(await deps.rules.save(company, positionId, next))) return refuse({ code: 'version_conflict' as const });
  }
  return ok({ ruleSet: next, own: true, findings: lint(next) });
}
