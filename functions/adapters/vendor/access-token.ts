import { ok, refuse } from '#shared/result.ts';
import type { Clock, Outcome } from './exchange.ts';

/** Where every Lambda finds the token another one fetched. */
export type TokenStore = {
  get(key: string): Promise<{ token: string; expiresAt: Date } | undefined>;
  put(key: string, token: string, expiresAt: Date): Promise<void>;
};

/** 40001 is also "bad secret", but that is said by the token call itself, which is not repeated. */
const tokenRefusals = new Set([40001, 40014, 42001]);

export type WithToken = <T>(call: (token: string) => Promise<Outcome<T>>) => Promise<Outcome<T>>;

/**
 * Runs a call with the stored access token. A call refused for its token was not handled: the token is fetched
 * again and the call made once more, never a third time. When no token can be had nothing was sent, so even an
 * unanswered token call makes the whole call `unavailable`.
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

  function renewed(): Promise<Outcome<string>> {
    fetching ??= fetchAndStore().finally(() => {
      fetching = undefined;
    });
    return fetching;
  }

  async function currentToken(rejected?: string): Promise<Outcome<string>> {
    const stored = await tokens.get(key);
    const fresh = stored !== undefined && stored.expiresAt.getTime() - clock.now().getTime() > renewBeforeMs;
    return fresh && stored.token !== rejected ? ok(stored.token) : renewed();
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
