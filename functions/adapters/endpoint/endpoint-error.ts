import type { Result } from '#shared/result.ts';

/**
 * Why a call of an endpoint that only answers (a model, a recogniser, a personnel system) gave nothing. Such a call changes
 * nothing at the other end: repeating it is harmless. `limited` and `unavailable` may be repeated, after `retryAfterMs`
 * where the endpoint named a time. `refused` will be refused again. `stopped`: the caller gave up. `cause` never holds a
 * URL, a key or anybody's words.
 */
export type EndpointError =
  | { kind: 'limited' | 'unavailable'; cause: string; retryAfterMs?: number }
  | { kind: 'refused' | 'stopped'; cause: string };

export type EndpointResult<T> = Result<T, EndpointError>;

/** A timeout says the same whichever library says it. */
export const isTimeout = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');

/** Nothing was answered: what the line said, by its code. */
export function notAnswered(error: unknown): EndpointError {
  const inner = error instanceof Error ? (error.cause ?? error) : error;
  const code = inner instanceof Error && 'code' in inner && typeof inner.code === 'string' ? inner.code : undefined;
  const name = error instanceof Error ? error.name : 'unknown';
  return { kind: 'unavailable', cause: isTimeout(error) ? 'timeout' : (code ?? name) };
}

/** What an HTTP status says of a failed call. 408, 429 and most 5xx pass; everything else stays. */
export function errorOfStatus(status: number, retryAfterMs?: number): EndpointError {
  const cause = `http ${status}`;
  const after = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 429) return { kind: 'limited', cause, ...after };
  if (status === 408 || (status >= 500 && status !== 501)) return { kind: 'unavailable', cause, ...after };
  return { kind: 'refused', cause };
}
