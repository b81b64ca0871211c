import type { Sessions } from '#functions/ports/access.ts';
import type { Actor, Clock } from '#functions/ports.ts';
import { limits } from '#shared/limits.ts';
import { ok, type Result, refuse } from '#shared/result.ts';

type Deps = { sessions: Pick<Sessions, 'read' | 'readWithStaff' | 'change'>; clock: Clock };
export type Admitted = { actor: Actor; confirmedUntil?: string | undefined };
export type Admit = (actor: Actor) => Promise<Result<Admitted, 'unauthenticated' | 'token_expired'>>;

const hourMs = 3_600_000;

/**
 * Whether the session that a token belongs to still stands. Of the company's staff it is asked with every request, so that
 * ending a session or changing a role counts at once; a candidate's answer is kept for `candidateSessionSeconds`, because
 * autosave asks again and again.
 */
export function admitting({ sessions, clock }: Deps): Admit {
  const known = new Map<string, number>();

  async function used(company: string, personId: string, { sessionId, usedAt }: { sessionId: string; usedAt: string }) {
    const now = clock.now();
    if (now.getTime() - Date.parse(usedAt) < hourMs) return;
    await sessions.change(company, personId, sessionId, { usedAt: now.toISOString() });
  }

  return async (actor) => {
    const { company, sessionId } = actor;
    const now = clock.now();
    if (sessionId === undefined) return refuse('unauthenticated');
    if (actor.role === 'candidate') {
      const whose = `${company} ${actor.candidateId} ${sessionId}`;
      if ((known.get(whose) ?? 0) > now.getTime()) return ok({ actor });
      const session = await sessions.read(company, actor.candidateId, sessionId);
      if (session === undefined || Date.parse(session.endsAt) <= now.getTime()) return refuse('unauthenticated');
      if (known.size >= mostKnown) known.clear();
      known.set(whose, now.getTime() + limits.sessions.candidateSeconds * 1000);
      await used(company, actor.candidateId, session);
      return ok({ actor });
    }
    const { session, staff } = await sessions.readWithStaff(company, actor.userId, sessionId);
    if (session === undefined || Date.parse(session.endsAt) <= now.getTime()) return refuse('unauthenticated');
    if (staff === undefined || staff.goneAt !== undefined) return refuse('unauthenticated');
    // Signed in as what they are not any more: a new token says what they are.
    if (staff.role !== actor.role) return refuse('token_expired');
    await used(company, actor.userId, session);
    return ok({ actor, confirmedUntil: session.confirmedUntil });
  };
}

/** A warm function's memory is bounded. */
const mostKnown = 5000;
