import type { Request } from '#functions/http/request.ts';
import type { Directory, Identities, SignIn, Tokens } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { tokens: Tokens; identities: Identities; directory: Directory; signIn: Pick<SignIn, 'wecom'> };

/** A member of the company signs in from WeCom, in the mini-program or in its browser. */
export async function wecom(deps: Deps, { input }: Request<'session.wecom', undefined>) {
  const person = await deps.signIn.wecom(input.code, input.via);
  const known = person && (await deps.identities.byWecom(person.corpid, person.userid));
  const staff = known && (await deps.directory.staff(known.company, known.userId));
  if (known === undefined || staff === undefined) return refuse({ code: 'login_failed' as const });
  const { company, userId } = known;
  return ok({ ...(await deps.tokens.issue({ role: staff.role, company, userId })), name: staff.name });
}
