import type { Request } from '#functions/http/request.ts';
import type { Identities, SignIn, Tokens } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { tokens: Tokens; identities: Identities; signIn: Pick<SignIn, 'wechat'> };

/** A candidate who came by a link before signs in again with nothing but WeChat. */
export async function wechat(deps: Deps, { input }: Request<'session.wechat', undefined>) {
  const person = await deps.signIn.wechat(input.code);
  const known = person && (await deps.identities.byWechat(person.appid, person.openid));
  if (known === undefined) return refuse({ code: 'login_failed' as const });
  const { company, candidateId } = known;
  return ok(await deps.tokens.issue({ role: 'candidate', company, candidateId }));
}
