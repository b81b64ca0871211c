import type { Request } from '#functions/http/request.ts';
import type { Directory, Identities, SignIn } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { type BeginDeps, begin } from './begin.ts';

type Deps = BeginDeps & { identities: Identities; directory: Directory; signIn: Pick<SignIn, 'wecom'> };

/** A member of the company signs in from WeCom, in the mini-program or in its browser. */
export async function wecom(deps: Deps, { input, device }: Request<'session.wecom', undefined>) {
  const person = await deps.signIn.wecom(input.code, input.via);
  const known = person && (await deps.identities.byWecom(person.corpid, person.userid));
  const staff = known && (await deps.directory.staff(known.company, known.userId));
  // Whom the company's directory does not name any more has left.
  if (known === undefined || staff === undefined || staff.goneAt !== undefined)
    return refuse({ code: 'login_failed' as const });
  const { company, userId } = known;
  return ok({ ...(await begin(deps, { role: staff.role, company, userId }, device)), name: staff.name });
}
