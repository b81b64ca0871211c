import type { Request } from '#functions/http/request.ts';
import type { Identities, SignIn } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { type BeginDeps, begin } from './begin.ts';

type Deps = BeginDeps & { identities: Identities; signIn: Pick<SignIn, 'wechat'> };

/** A candidate who came by a link before signs in again with nothing but WeChat. */
export async function wechat(deps: Deps, { input, device }: Request<'session.wechat', undefined>) {
  const person = await deps.signIn.wechat(input.code);
  const known = person && (await deps.identities.byWechat(person.appid, person.openid));
  if (known === undefined) return refuse({ code: 'login_failed' as const });
  const { company, candidateId } = known;
  return ok(await begin(deps, { role: 'candidate', company, candidateId }, device));
}
