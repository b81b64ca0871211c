import type { Request } from '#functions/http/request.ts';
import type { SecondFactors, Sessions, StaffAccess } from '#functions/ports/access.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import { sessionViews } from '#functions/session/session-views.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = {
  directory: Directory;
  sessions: Sessions;
  secondFactors: Pick<SecondFactors, 'read'>;
  staffAccess: Pick<StaffAccess, 'secondFactorRequired'>;
};

/** Who somebody is here, where they are signed in, and what protects that. */
export async function account(
  { directory, sessions, secondFactors, staffAccess }: Deps,
  { actor }: Request<'account.get', StaffActor>,
) {
  const { company, userId, sessionId } = actor;
  const [owner, person, all, factor, required] = await Promise.all([
    directory.company(company),
    directory.staff(company, userId),
    sessions.of(company, userId),
    secondFactors.read(company, userId),
    staffAccess.secondFactorRequired(company),
  ]);
  if (person === undefined) return refuse({ code: 'not_found' as const });
  const enabled = factor !== undefined && factor.enabledAt !== null;
  return ok({
    userId,
    name: person.name,
    company: owner?.name ?? '',
    role: person.role,
    sessions: sessionViews(all, sessionId),
    secondFactor: {
      enabled,
      required,
      recoveryCodesLeft: enabled ? factor.recovery.length : 0,
      confirmedUntil: all.find((one) => one.sessionId === sessionId)?.confirmedUntil ?? null,
    },
  });
}

/** Over there with the next request. Ended twice it is ended. */
export async function endSession(
  { sessions }: Pick<Deps, 'sessions'>,
  { actor, params }: Request<'account.endSession', StaffActor>,
) {
  const { company, userId } = actor;
  await sessions.end(company, userId, params.sessionId);
  return ok({ sessions: sessionViews(await sessions.of(company, userId), actor.sessionId) });
}
