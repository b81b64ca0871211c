import type { Allow, SecondFactors, StaffAccess } from '#functions/ports/access.ts';
import type { Clock, StaffActor } from '#functions/ports.ts';
import type { StaffOperation } from '#shared/access/permissions.ts';
import { sensitivity } from '#shared/access/sensitive.ts';
import type { Input } from '#shared/contract/operations.ts';

type Deps = {
  secondFactors: Pick<SecondFactors, 'read'>;
  staffAccess: Pick<StaffAccess, 'secondFactorRequired'>;
  openings: { allow: Allow };
  clock: Clock;
};
export type Asked = {
  actor: StaffActor;
  confirmedUntil: string | undefined;
  operation: StaffOperation;
  input: unknown;
};

/**
 * Whether it may be done now: 'confirm' asks for the second factor, 'enable' for having one at all, where the company makes
 * it a duty.
 */
export async function confirmed(
  { secondFactors, staffAccess, openings, clock }: Deps,
  { actor, confirmedUntil, operation, input }: Asked,
): Promise<'yes' | 'confirm' | 'enable'> {
  // Parsed by this operation's own schema before.
  const kind = sensitivity(operation, input as Input<StaffOperation>);
  if (kind === 'none') return 'yes';
  if (confirmedUntil !== undefined && Date.parse(confirmedUntil) > clock.now().getTime()) return 'yes';
  const [factor, required] = await Promise.all([
    secondFactors.read(actor.company, actor.userId),
    staffAccess.secondFactorRequired(actor.company),
  ]);
  const enabled = factor !== undefined && factor.enabledAt !== null;
  if (!enabled && !required) return 'yes';
  const { company, userId } = actor;
  if (kind !== 'always' && (await openings.allow(company, `${operation}#${userId}`, kind.free, kind.minutes)))
    return 'yes';
  return enabled ? 'confirm' : 'enable';
}
