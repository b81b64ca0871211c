import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import type { RulesDeps } from './rules-of.ts';
import { judgedRules } from './rules-view.ts';

/** What is to be said of rules while they are written. Scoring is not shipped to phones, so a server says it. */
export async function lint(
  { directory }: Pick<RulesDeps, 'directory'>,
  { actor, params, input }: Request<'position.lintRules', StaffActor>,
) {
  const position = await directory.position(actor.company, params.positionId);
  if (position === undefined) return refuse({ code: 'not_found' as const });
  return ok(judgedRules(input.rules, position));
}
