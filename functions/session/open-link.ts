import type { Request } from '#functions/http/request.ts';
import type { Sessions } from '#functions/ports/access.ts';
import type { Directory, Identities, Interviews, LinkClaims, SignIn, Tokens } from '#functions/ports.ts';
import { maskedPhone } from '#shared/access/proof.ts';
import { ok, refuse } from '#shared/result.ts';
import { type BeginDeps, begin } from './begin.ts';
import { linked } from './linked.ts';
import { standing } from './standing.ts';

type Deps = BeginDeps & {
  sessions: Sessions;
  tokens: Tokens;
  interviews: Interviews;
  identities: Identities;
  directory: Pick<Directory, 'company' | 'candidate'>;
  signIn: Pick<SignIn, 'wechat'>;
};

/**
 * An invitation's link becomes a session, for whoever comes first: a WeChat account, or a browser, which is known by the
 * session it was given. A session of theirs that stands goes on; anybody else has to show that they have the phone.
 */
export async function openLink(deps: Deps, { input, device }: Request<'session.openLink', undefined>) {
  const link = await linked(deps, input.link);
  if (!link.ok) return link;
  const { company, interviewId, candidateId } = link.value;
  const held = await standing(deps, input.token, link.value);
  if (held !== undefined) return ok({ ...(await deps.tokens.issue(held)), interviewId });
  const person = input.code === undefined ? undefined : await deps.signIn.wechat(input.code);
  if (input.code !== undefined && person === undefined) return refuse({ code: 'login_failed' as const });
  const bound =
    person === undefined
      ? await deps.identities.bindBrowser(company, candidateId)
      : await deps.identities.bindWechat(person.appid, person.openid, company, candidateId);
  if (bound === 'bound') return refuse({ code: 'proof_required' as const, details: await whom(deps, link.value) });
  return ok({ ...(await begin(deps, { role: 'candidate', company, candidateId }, device)), interviewId });
}

/** Where a code would go, and who helps without that phone. */
async function whom({ directory }: Deps, { company, candidateId }: LinkClaims) {
  const [owner, candidate] = await Promise.all([directory.company(company), directory.candidate(company, candidateId)]);
  const { name = '', phone = '', hours = '' } = owner?.contact ?? {};
  return { phone: maskedPhone(candidate?.phone ?? ''), contact: { name, phone, hours } };
}
