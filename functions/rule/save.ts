import type { Request } from '#functions/http/request.ts';
import type { Rules } from '#functions/ports/rules.ts';
import type { Clock, StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { hindranceOf } from '#shared/rules/may-act.ts';
import type { RuleSet } from '#shared/rules/rule.ts';
import { rulesOf } from './rules-of.ts';
import { conditionsOf, type RulesViewDeps, rulesView } from './rules-view.ts';

/**
 * The next version of a position's rules. It is decided on from the version that was read: two people at once do not
 * overwrite each other. What says the same as the newest is that one: sent again, or nothing changed.
 */
export async function save(
  deps: RulesViewDeps & { rules: Rules; clock: Clock },
  { actor, params, input }: Request<'position.saveRules', StaffActor>,
) {
  const { company, userId } = actor;
  const { positionId } = params;
  const found = await rulesOf(deps, company, positionId);
  if (found === undefined) return refuse({ code: 'not_found' as const });
  if (saysTheSame(found.ruleSet, input)) return ok(await rulesView(deps, company, found));
  if (found.ruleSet.version !== input.version) return refuse({ code: 'version_conflict' as const });
  const { rules, waitHours } = input;
  const given = await conditionsOf(deps, company, found.position);
  const held = rules.filter(
    ({ mode, concludes }) => mode === 'act' && concludes !== 'person' && hindranceOf(concludes, given) !== undefined,
  );
  if (held.length > 0) {
    return refuse({ code: 'rule_needs_person' as const, details: { ruleIds: held.map(({ ruleId }) => ruleId) } });
  }
  const savedAt = deps.clock.now().toISOString();
  const next = { version: input.version + 1, rules, waitHours, savedBy: userId, savedAt };
  if (!(await deps.rules.save(company, positionId, next))) return refuse({ code: 'version_conflict' as const });
  return ok(await rulesView(deps, company, { ...found, ruleSet: next, own: true }));
}

type Said = Pick<RuleSet, 'rules' | 'waitHours'>;

const saysTheSame = (a: Said, b: Said): boolean =>
  a.waitHours === b.waitHours && JSON.stringify(a.rules) === JSON.stringify(b.rules);
