import type { Result } from '#shared/result.ts';

/**
 * Why a call of a model's endpoint gave nothing. Such a call changes nothing at the other end: repeating it is harmless.
 * `limited` and `unavailable` may be repeated, after `retryAfterMs` where the endpoint named a time. `refused` will be
 * refused again. `stopped`: the caller gave up. `cause` never holds a URL, a key or anybody's words.
 */
export type EndpointError =
  | { kind: 'limited' | 'unavailable'; cause: string; retryAfterMs?: number }
  | { kind: 'refused' | 'stopped'; cause: string };

export type EndpointResult<T> = Result<T, EndpointError>;

/** A timeout says the same whichever library says it. */
export const isTimeout = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');

/** What an HTTP status says of a failed call. 408, 429 and most 5xx pass; everything else stays. */
export function errorOfStatus(status: number, retryAfterMs?: number): EndpointError {
  const cause = `http ${status}`;
  const after = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 429) return { kind: 'limited', cause, ...after };
  if (status === 408 || (status >= 500 && status !== 501)) return { kind: 'unavailable', cause, ...after };
  return { kind: 'refused', cause };
}
