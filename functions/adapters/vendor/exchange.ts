import { ok, type Result, refuse } from '#shared/result.ts';
import { parseJson } from './parse-json.ts';

export type Clock = { now(): Date };

/**
 * Why a vendor's call did not succeed.
 * `refused`: the vendor answered no. `unavailable`: nothing was handled, it may be repeated.
 * `unknown`: it may have been handled; repeating it may do it twice.
 * `cause` never holds a URL, a token or a secret.
 */
export type VendorError<Code extends number | string = number> =
  | { kind: 'refused'; errcode: Code; errmsg: string }
  | { kind: 'unknown'; cause: string }
  | { kind: 'unavailable'; cause: string };

export type Outcome<T, Code extends number | string = number> = Result<T, VendorError<Code>>;

export type ExchangeRequest = {
  url: URL;
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
};

/** Sends one request and gives its JSON reply, unparsed; every failure of the way is `unknown` or `unavailable`. */
export type Exchange = (request: ExchangeRequest) => Promise<Outcome<unknown, never>>;

/** Failures before a connection stood: the request cannot have been received. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export function createExchange({
  fetch: send = fetch,
  timeoutMs = 5000,
}: {
  fetch?: typeof fetch | undefined;
  timeoutMs?: number | undefined;
}): Exchange {
  return async ({ url, method, headers, body }) => {
    try {
      const response = await send(url, {
        method,
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
        // A kept connection may be dead when a Lambda thaws: the failure would look like an unknown outcome.
        headers: { ...headers, connection: 'close' },
        ...(body !== undefined && { body }),
      });
      const text = await response.text();
      if (response.status === 503) return refuse({ kind: 'unavailable', cause: 'http 503' });
      if (!response.ok) return refuse({ kind: 'unknown', cause: `http ${response.status}` });
      return ok(parseJson(text));
    } catch (error) {
      const cause = nameOf(error);
      return refuse({ kind: neverConnected.has(cause) ? 'unavailable' : 'unknown', cause });
    }
  };
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  for (const candidate of [error.cause, error]) {
    if (candidate instanceof Error && 'code' in candidate && typeof candidate.code === 'string') return candidate.code;
  }
  return error.name;
}
