import type { Request } from '#functions/http/request.ts';
import type { AccessEntry, SecondFactors, Sessions, StaffAccess } from '#functions/ports/access.ts';
import type { Clock, StaffActor } from '#functions/ports.ts';
import { limits } from '#shared/limits.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { staffAccess: StaffAccess; sessions: Sessions; secondFactors: SecondFactors; clock: Clock };

/** Who of the company may do what, where they are signed in, and what was changed about that. */
export async function listStaff(
  { staffAccess, sessions, secondFactors }: Deps,
  { actor }: Request<'staff.list', StaffActor>,
) {
  const { company } = actor;
  const [all, log, secondFactorRequired] = await Promise.all([
    staffAccess.all(company),
    staffAccess.log(company, limits.accessLogShown),
    staffAccess.secondFactorRequired(company),
  ]);
  const names = new Map(all.map(({ userId, name }) => [userId, name]));
  const staff = await Promise.all(
    all.map(async ({ userId, name, role, goneAt }) => {
      const [open, factor] = await Promise.all([sessions.of(company, userId), secondFactors.read(company, userId)]);
      return {
        userId,
        name,
        role,
        gone: goneAt !== undefined,
        sessions: open.length,
        secondFactor: factor !== undefined && factor.enabledAt !== null,
      };
    }),
  );
  const named = (userId: string) => names.get(userId) ?? userId;
  return ok({
    staff,
    secondFactorRequired,
    log: log.map((one) => ({ ...one, by: named(one.by), about: named(one.about) })),
  });
}

/** Counts with the person's next request. There is always somebody left who can change it back. */
export async function setRole(deps: Deps, { actor, params, input }: Request<'staff.setRole', StaffActor>) {
  const { company } = actor;
  const all = await deps.staffAccess.all(company);
  const person = all.find(({ userId }) => userId === params.userId);
  if (person === undefined) return refuse({ code: 'not_found' as const });
  if (person.role === input.role) return ok({ done: true as const });
  const others = all.some(({ userId, role, goneAt }) => userId !== person.userId && role === 'admin' && !goneAt);
  if (person.role === 'admin' && !others) return refuse({ code: 'last_admin' as const });
  const entry = entryOf(deps, actor, person.userId, 'role_changed', input.role);
  const written = await deps.staffAccess.setRole(company, person.userId, input.role, entry);
  return written ? ok({ done: true as const }) : refuse({ code: 'not_found' as const });
}

export async function setPolicy(deps: Deps, { actor, input }: Request<'staff.setPolicy', StaffActor>) {
  const required = input.secondFactorRequired;
  const what = required ? ('second_factor_required' as const) : ('second_factor_optional' as const);
  await deps.staffAccess.setSecondFactorRequired(actor.company, required, entryOf(deps, actor, actor.userId, what));
  return ok({ done: true as const });
}

/** Everywhere at once. */
export async function endSessions(deps: Deps, { actor, params }: Request<'staff.endSessions', StaffActor>) {
  const { company } = actor;
  if (!(await isThere(deps, company, params.userId))) return refuse({ code: 'not_found' as const });
  const open = await deps.sessions.of(company, params.userId);
  await Promise.all(open.map(({ sessionId }) => deps.sessions.end(company, params.userId, sessionId)));
  await deps.staffAccess.note(company, entryOf(deps, actor, params.userId, 'sessions_ended'));
  return ok({ done: true as const });
}

/** For somebody who lost the authenticator and the codes: said in the log first, so that it never happens unseen. */
export async function resetSecondFactor(deps: Deps, { actor, params }: Request<'staff.resetSecondFactor', StaffActor>) {
  const { company } = actor;
  if (!(await isThere(deps, company, params.userId))) return refuse({ code: 'not_found' as const });
  await deps.staffAccess.note(company, entryOf(deps, actor, params.userId, 'second_factor_reset'));
  await deps.secondFactors.remove(company, params.userId);
  return ok({ done: true as const });
}

const isThere = async ({ staffAccess }: Deps, company: string, userId: string): Promise<boolean> =>
  (await staffAccess.all(company)).some((one) => one.userId === userId);

const entryOf = (
  { clock }: Deps,
  { userId: by }: StaffActor,
  about: string,
  what: AccessEntry['what'],
  role: AccessEntry['role'] = null,
): AccessEntry => ({ at: clock.now().toISOString(), by, about, what, role });
