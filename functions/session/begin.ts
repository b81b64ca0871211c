import type { Sessions } from '#functions/ports/access.ts';
import type { Actor, Clock, Ids, Tokens } from '#functions/ports.ts';
import { type Device, deviceOf } from '#shared/access/device.ts';
import { limits } from '#shared/limits.ts';

export type BeginDeps = { sessions: Pick<Sessions, 'open'>; tokens: Pick<Tokens, 'issue'>; ids: Ids; clock: Clock };

const hourMs = 3_600_000;

export const personOf = (actor: Actor): string => (actor.role === 'candidate' ? actor.candidateId : actor.userId);

/** Somebody is who they say: a session begins, and its first token. */
export async function begin({ sessions, tokens, ids, clock }: BeginDeps, actor: Actor, device: Device | undefined) {
  const now = clock.now();
  const hours = actor.role === 'candidate' ? limits.sessions.candidateHours : limits.sessions.staffHours;
  const at = now.toISOString();
  const endsAt = new Date(now.getTime() + hours * hourMs).toISOString();
  const sessionId = ids.make('ses');
  await sessions.open(actor.company, personOf(actor), {
    sessionId,
    device: device ?? deviceOf(undefined),
    createdAt: at,
    usedAt: at,
    endsAt,
  });
  return tokens.issue({ ...actor, sessionId });
}
