import { dynamoSessions } from '#functions/adapters/dynamo/sessions.ts';
import type { Table } from '#functions/adapters/dynamo/table.ts';
import { joseTokens } from '#functions/adapters/jose/tokens.ts';
import type { Actor } from '#functions/ports.ts';
import { personOf } from '#functions/session/begin.ts';

const hourMs = 3_600_000;

/**
 * Tokens of people as signing in gives them, one session a person; looked after for as long as the clock is turned. `at`:
 * tells apart who signs in the same people by other clocks.
 */
export function signedIn({ table, key, at: where = 'world' }: { table: Table; key: string; at?: string }) {
  const { clock } = table;
  const sessions = dynamoSessions(table);
  const tokens = joseTokens({ key, clock });
  const openedAt = new Map<string, number>();
  return async (actor: Actor): Promise<{ token: string; expiresAt: string }> => {
    const now = clock.now();
    const person = personOf(actor);
    const sessionId = `ses_${where}${person.replace(/[^a-z0-9]/g, '')}`.slice(0, 44);
    const known = `${actor.company} ${sessionId}`;
    if (Math.abs(now.getTime() - (openedAt.get(known) ?? Number.NEGATIVE_INFINITY)) > hourMs) {
      const at = now.toISOString();
      await sessions.open(actor.company, person, {
        sessionId,
        device: { app: 'browser', system: 'other' },
        createdAt: at,
        usedAt: at,
        endsAt: new Date(now.getTime() + 12 * hourMs).toISOString(),
      });
      openedAt.set(known, now.getTime());
    }
    return tokens.issue({ ...actor, sessionId });
  };
}
