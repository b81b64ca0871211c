import { randomBytes } from 'node:crypto';
import type { Clock } from '#functions/adapters/vendor/exchange.ts';

const lifetimeMs = 5 * 60_000;

/** Codes of `wx.login` and its kin: 5 minutes, single use. */
export function createLoginCodes<T>(clock: Clock) {
  const open = new Map<string, { owner: T; expiresAt: number }>();
  return {
    issue(owner: T): string {
      const code = `0${randomBytes(15).toString('base64url')}`;
      open.set(code, { owner, expiresAt: clock.now().getTime() + lifetimeMs });
      return code;
    },
    redeem(code: string): T | undefined {
      const found = open.get(code);
      open.delete(code);
      return found && found.expiresAt > clock.now().getTime() ? found.owner : undefined;
    },
  };
}
