import { randomBytes } from 'node:crypto';
import type { Clock } from '#functions/adapters/vendor/exchange.ts';

const lifetimeMs = 7200_000;
const handoverMs = 5 * 60_000;
const forcedPerDay = 20;
const forcedApartMs = 30_000;

export type StableToken = {
  /** The same token until 5 minutes before its end; then a new one, the old one staying good for 5 minutes. */
  normal(): { token: string; expiresIn: number };
  /** A new token at once, the old one dead; within 30 s of the last force nothing changes. Undefined after 20 a day. */
  force(): { token: string; expiresIn: number } | undefined;
  judge(token: string): 'good' | 'expired' | 'invalid';
  /** Kills the current token, as WeChat may at any time. */
  revoke(): void;
};

export function createStableToken(clock: Clock): StableToken {
  type Issued = { token: string; goodUntil: number };
  let current: Issued | undefined;
  let previous: Issued | undefined;
  let forced: number[] = [];
  const outlived = new Set<string>();
  const now = (): number => clock.now().getTime();

  function issue(): Issued {
    return { token: randomBytes(48).toString('base64url'), goodUntil: now() + lifetimeMs };
  }

  function bury(issued: Issued | undefined): void {
    if (issued && issued.goodUntil <= now()) outlived.add(issued.token);
  }

  const shown = ({ token, goodUntil }: Issued) => ({ token, expiresIn: Math.floor((goodUntil - now()) / 1000) });

  return {
    normal() {
      bury(current);
      bury(previous);
      if (!current || current.goodUntil <= now()) current = issue();
      else if (current.goodUntil - now() <= handoverMs) {
        previous = { token: current.token, goodUntil: now() + handoverMs };
        current = issue();
      }
      return shown(current);
    },
    force() {
      forced = forced.filter((at) => now() - at < 24 * 3600_000);
      const lastForced = forced.at(-1);
      if (current && lastForced !== undefined && now() - lastForced < forcedApartMs) return shown(current);
      if (forced.length >= forcedPerDay) return undefined;
      forced.push(now());
      previous = undefined;
      current = issue();
      return shown(current);
    },
    judge(token) {
      for (const issued of [current, previous]) {
        if (issued?.token === token) return issued.goodUntil > now() ? 'good' : 'expired';
      }
      return outlived.has(token) ? 'expired' : 'invalid';
    },
    revoke() {
      current = undefined;
      previous = undefined;
    },
  };
}
