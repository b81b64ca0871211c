import type { Request } from '#functions/http/request.ts';
import type { Allow, SecondFactor, SecondFactors, Sessions, Totp } from '#functions/ports/access.ts';
import type { Clock, Directory, StaffActor } from '#functions/ports.ts';
import { limits } from '#shared/limits.ts';
import { ok, refuse } from '#shared/result.ts';
import { hashOf, newRecoveryCodes } from './recovery-codes.ts';

type Deps = {
  secondFactors: SecondFactors;
  sessions: Pick<Sessions, 'change'>;
  totp: Totp;
  openings: { allow: Allow };
  directory: Directory;
  clock: Clock;
};

const { confirmedMinutes, tries, tryMinutes } = limits.secondFactor;

/** A new secret for an authenticator, shown once; it counts from its first code on. */
export async function beginSecondFactor(deps: Deps, { actor }: Request<'secondFactor.begin', StaffActor>) {
  const { company, userId } = actor;
  const [owner, person] = await Promise.all([deps.directory.company(company), deps.directory.staff(company, userId)]);
  const secret = deps.totp.newSecret();
  if (!(await deps.secondFactors.begin(company, userId, secret))) return refuse({ code: 'second_factor_set' as const });
  const uri = deps.totp.uri(secret, { issuer: owner?.name ?? company, name: person?.name ?? userId });
  return ok({ uri, secret });
}

export async function enableSecondFactor(deps: Deps, { actor, input }: Request<'secondFactor.enable', StaffActor>) {
  const { company, userId } = actor;
  const now = deps.clock.now();
  const factor = await deps.secondFactors.read(company, userId);
  if (factor === undefined) return refuse({ code: 'second_factor_not_set' as const });
  if (factor.enabledAt !== null) return refuse({ code: 'second_factor_set' as const });
  if (!(await mayTry(deps, actor))) return refuse({ code: 'rate_limited' as const });
  const step = deps.totp.stepOf(factor.secret, input.code, now);
  if (step === undefined) return refuse({ code: 'second_factor_wrong' as const });
  const recoveryCodes = newRecoveryCodes();
  const recovery = recoveryCodes.map((code) => hashOf(company, userId, code));
  const enable = { at: now.toISOString(), secret: factor.secret, recovery };
  if (!(await deps.secondFactors.takeStep(company, userId, step, enable)))
    return refuse({ code: 'second_factor_set' as const });
  return ok({ recoveryCodes, confirmedUntil: await confirm(deps, actor) });
}

/** The code of now, or one that was written down; for some minutes this session is not asked again. */
export async function confirmSecondFactor(deps: Deps, { actor, input }: Request<'secondFactor.confirm', StaffActor>) {
  const { company, userId } = actor;
  const factor = await deps.secondFactors.read(company, userId);
  if (factor === undefined || factor.enabledAt === null) return refuse({ code: 'second_factor_not_set' as const });
  if (!(await mayTry(deps, actor))) return refuse({ code: 'rate_limited' as const });
  const left = await used(deps, actor, factor, input.code);
  if (left === undefined) return refuse({ code: 'second_factor_wrong' as const });
  return ok({ confirmedUntil: await confirm(deps, actor), recoveryCodesLeft: left });
}

export async function renewRecoveryCodes(deps: Deps, { actor }: Request<'secondFactor.renewCodes', StaffActor>) {
  const { company, userId } = actor;
  const factor = await deps.secondFactors.read(company, userId);
  if (factor === undefined || factor.enabledAt === null) return refuse({ code: 'second_factor_not_set' as const });
  const recoveryCodes = newRecoveryCodes();
  const hashes = recoveryCodes.map((code) => hashOf(company, userId, code));
  await deps.secondFactors.setRecovery(company, userId, hashes);
  return ok({ recoveryCodes });
}

export async function disableSecondFactor(deps: Deps, { actor }: Request<'secondFactor.disable', StaffActor>) {
  await deps.secondFactors.remove(actor.company, actor.userId);
  return ok({ done: true as const });
}

/** How many recovery codes are left; undefined for a code that is wrong or was used. */
async function used(
  { secondFactors, totp, clock }: Deps,
  { company, userId }: StaffActor,
  { secret, recovery }: SecondFactor,
  code: string,
): Promise<number | undefined> {
  if (/^\d{6}$/.test(code)) {
    const step = totp.stepOf(secret, code, clock.now());
    if (step === undefined) return undefined;
    return (await secondFactors.takeStep(company, userId, step)) ? recovery.length : undefined;
  }
  const hash = hashOf(company, userId, code);
  if (!recovery.includes(hash)) return undefined;
  const left = recovery.filter((one) => one !== hash);
  return (await secondFactors.takeRecovery(company, userId, recovery, left)) ? left.length : undefined;
}

const mayTry = ({ openings }: Deps, { company, userId }: StaffActor): Promise<boolean> =>
  openings.allow(company, `second-factor#${userId}`, tries, tryMinutes);

async function confirm({ sessions, clock }: Deps, { company, userId, sessionId }: StaffActor): Promise<string> {
  const confirmedUntil = new Date(clock.now().getTime() + confirmedMinutes * 60_000).toISOString();
  await sessions.change(company, userId, sessionId ?? '', { confirmedUntil });
  return confirmedUntil;
}
