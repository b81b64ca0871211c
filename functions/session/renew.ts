import type { Request } from '#functions/http/request.ts';
import type { Sessions } from '#functions/ports/access.ts';
import type { Clock, Tokens } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { sessions: Pick<Sessions, 'read' | 'readWithStaff'>; tokens: Tokens; clock: Clock };

/**
 * A token lives shortly, its session longer: as long as that stands, an old token of it is good for a new one, and for
 * nothing else. A member of staff gets it as what the company says they are now.
 */
export async function renew({ sessions, tokens, clock }: Deps, { input }: Request<'session.renew', undefined>) {
  const old = await tokens.renewable(input.token);
  const gone = refuse({ code: 'login_failed' as const });
  if (!old.ok || old.value.sessionId === undefined) return gone;
  const actor = old.value;
  const { company, sessionId } = old.value;
  const stands = (session: { endsAt: string } | undefined) =>
    session !== undefined && Date.parse(session.endsAt) > clock.now().getTime();
  if (actor.role === 'candidate') {
    const session = sessionId && (await sessions.read(company, actor.candidateId, sessionId));
    return session && stands(session) ? ok(await tokens.issue(actor)) : gone;
  }
  const { session, staff } = await sessions.readWithStaff(company, actor.userId, sessionId ?? '');
  if (!stands(session) || staff === undefined || staff.goneAt !== undefined) return gone;
  return ok(await tokens.issue({ ...actor, role: staff.role }));
}
