import { randomBytes } from 'node:crypto';
import type { Clock } from '#functions/adapters/vendor/exchange.ts';

const lifetimeMs = 7200_000;

/** One app's token: asking again gives the same one until its end. */
export function createAppToken(clock: Clock) {
  let current: { token: string; goodUntil: number } | undefined;
  const outlived = new Set<string>();
  const now = (): number => clock.now().getTime();

  return {
    issue(): { token: string; expiresIn: number } {
      if (!current || current.goodUntil <= now()) {
        if (current) outlived.add(current.token);
        current = { token: randomBytes(64).toString('base64url'), goodUntil: now() + lifetimeMs };
      }
      return { token: current.token, expiresIn: Math.floor((current.goodUntil - now()) / 1000) };
    },
    judge(token: string): 'good' | 'expired' | 'invalid' {
      if (current?.token === token) return current.goodUntil > now() ? 'good' : 'expired';
      return outlived.has(token) ? 'expired' : 'invalid';
    },
    /** WeCom may end a token early. */
    revoke(): void {
      current = undefined;
    },
  };
}
