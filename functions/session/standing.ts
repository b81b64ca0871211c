import type { Sessions } from '#functions/ports/access.ts';
import type { CandidateActor, Clock, LinkClaims, Tokens } from '#functions/ports.ts';

type Deps = { sessions: Pick<Sessions, 'read'>; tokens: Pick<Tokens, 'renewable'>; clock: Clock };

/** The session of this candidate that a device says it has, though its token lapsed; undefined where it is over. */
export async function standing(
  { sessions, tokens, clock }: Deps,
  token: string | undefined,
  { company, candidateId }: LinkClaims,
): Promise<CandidateActor | undefined> {
  const held = token === undefined ? undefined : await tokens.renewable(token);
  if (!held?.ok || held.value.role !== 'candidate' || held.value.sessionId === undefined) return undefined;
  if (held.value.company !== company || held.value.candidateId !== candidateId) return undefined;
  const session = await sessions.read(company, candidateId, held.value.sessionId);
  return session && Date.parse(session.endsAt) > clock.now().getTime() ? held.value : undefined;
}
