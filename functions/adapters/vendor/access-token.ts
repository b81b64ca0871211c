import { setTimeout as pause } from 'node:timers/promises';
import { ok, refuse } from '#shared/result.ts';
import type { Clock, Outcome } from './exchange.ts';

/** Where every Lambda finds the token another one fetched. */
export type TokenStore = {
  get(key: string): Promise<{ token: string; expiresAt: Date } | undefined>;
  /** Ends the claim. */
  put(key: string, token: string, expiresAt: Date): Promise<void>;
  /** True for the one who may fetch it now: until it is put, or the claim has run out. */
  claim(key: string, seconds: number): Promise<boolean>;
  /** It could not be fetched: the next one may try. */
  release(key: string): Promise<void>;
};

/** Longer than a token call may take. */
const claimSeconds = 8;
/** Who came second looks this often whether the first one has it, and then fetches it too. */
const looks = { every: 50, times: 40 };

/** 40001 is also "bad secret", but that is said by the token call itself, which is not repeated. */
const tokenRefusals = new Set([40001, 40014, 42001]);

export type WithToken = <T>(call: (token: string) => Promise<Outcome<T>>) => Promise<Outcome<T>>;

/**
 * Runs a call with the stored access token. A call refused for its token was not handled: the token is fetched
 * again and the call made once more, never a third time. When no token can be had nothing was sent, so even an
 * unanswered token call makes the whole call `unavailable`. Of many that need it one fetches it: within an instance
 * they share the call, among instances they wait for whoever claimed it first.
 */
export function createWithToken({
  key,
  tokens,
  clock,
  renewBeforeMs,
  fetchToken,
}: {
  key: string;
  tokens: TokenStore;
  clock: Clock;
  /** A token this close to its end is fetched anew. */
  renewBeforeMs: number;
  fetchToken: () => Promise<Outcome<{ token: string; expiresInSeconds: number }>>;
}): WithToken {
  let fetching: Promise<Outcome<string>> | undefined;

  async function fetchAndStore(): Promise<Outcome<string>> {
    const fetched = await fetchToken();
    if (!fetched.ok) {
      return fetched.error.kind === 'unknown' ? refuse({ ...fetched.error, kind: 'unavailable' }) : fetched;
    }
    const { token, expiresInSeconds } = fetched.value;
    await tokens.put(key, token, new Date(clock.now().getTime() + expiresInSeconds * 1000));
    return ok(token);
  }

  function renewed(rejected: string | undefined): Promise<Outcome<string>> {
    fetching ??= renew(rejected).finally(() => {
      fetching = undefined;
    });
    return fetching;
  }

  async function renew(rejected: string | undefined): Promise<Outcome<string>> {
    if (await tokens.claim(key, claimSeconds)) {
      // Another one may have put it between the look and the claim.
      const token = await storedToken(rejected);
      const fetched = token === undefined ? await fetchAndStore() : ok(token);
      if (token !== undefined || !fetched.ok) await tokens.release(key);
      return fetched;
    }
    // Until the last moment the old one is as good.
    const old = await storedToken(rejected, 0);
    if (old !== undefined) return ok(old);
    for (let n = 0; n < looks.times; n += 1) {
      await pause(looks.every);
      const token = await storedToken(rejected);
      if (token !== undefined) return ok(token);
    }
    return fetchAndStore();
  }

  async function storedToken(rejected: string | undefined, spareMs = renewBeforeMs): Promise<string | undefined> {
    const stored = await tokens.get(key);
    const fresh = stored !== undefined && stored.expiresAt.getTime() - clock.now().getTime() > spareMs;
    return fresh && stored.token !== rejected ? stored.token : undefined;
  }

  async function currentToken(rejected?: string): Promise<Outcome<string>> {
    const token = await storedToken(rejected);
    return token === undefined ? renewed(rejected) : ok(token);
  }

  return async (call) => {
    const token = await currentToken();
    if (!token.ok) return token;
    const first = await call(token.value);
    if (first.ok || first.error.kind !== 'refused' || !tokenRefusals.has(first.error.errcode)) return first;
    const again = await currentToken(token.value);
    return again.ok ? call(again.value) : again;
  };
}
