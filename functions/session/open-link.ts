import type { Request } from '#functions/http/request.ts';
import type { Identities, Interviews, SignIn, Tokens } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { type BeginDeps, begin } from './begin.ts';

type Deps = BeginDeps & {
  tokens: Tokens;
  interviews: Interviews;
  identities: Identities;
  signIn: Pick<SignIn, 'wechat'>;
};

/**
 * An invitation's link becomes a session. With a WeChat code the candidate is bound to the first openid that comes; a
 * browser has no code and stays unbound.
 */
export async function openLink(deps: Deps, { input, device }: Request<'session.openLink', undefined>) {
  const link = await deps.tokens.verifyLink(input.link);
  if (!link.ok) return refuse({ code: link.error });
  const { company, interviewId, candidateId } = link.value;
  const state = await deps.interviews.load(company, interviewId);
  if (state === undefined || state.candidateId !== candidateId) return refuse({ code: 'link_invalid' as const });
  if (input.code !== undefined) {
    const person = await deps.signIn.wechat(input.code);
    if (person === undefined) return refuse({ code: 'login_failed' as const });
    const bound = await deps.identities.bindWechat(person.appid, person.openid, company, candidateId);
    if (bound === 'bound') return refuse({ code: 'link_bound' as const });
  }
  return ok({ ...(await begin(deps, { role: 'candidate', company, candidateId }, device)), interviewId });
}
