import {
  BrokenCircuitError,
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhenResult,
  retry,
  wrap,
} from 'cockatiel';
import { refuse } from '#shared/result.ts';
import type { EndpointError, EndpointResult } from './endpoint-error.ts';

export type EndpointLimits = {
  /** Calls under way at once. */
  concurrency?: number;
  /** Milliseconds one try may take. */
  timeoutMs?: number;
  /** How often a call is tried in all. */
  tries?: number;
  /** Milliseconds before the second try, doubled with each further one; half of it is chance. */
  firstWaitMs?: number;
  /** Nobody waits longer than this, not even where the endpoint asks for it: the call fails instead. */
  longestWaitMs?: number;
  /** Failures in a row, of all calls together, after which the endpoint is left alone. */
  breakAfter?: number;
  /** Milliseconds for which it is left alone, before one call tries it again. */
  halfOpenAfterMs?: number;
};

export type EndpointPolicy = <T>(
  call: (signal: AbortSignal) => Promise<EndpointResult<T>>,
  signal: AbortSignal,
) => Promise<EndpointResult<T>>;

/** How one endpoint is treated: keep the policy as long as the endpoint, for the circuit breaker remembers. */
export function createEndpointPolicy({
  concurrency = 6,
  timeoutMs = 12_000,
  tries = 3,
  firstWaitMs = 400,
  longestWaitMs = 8_000,
  breakAfter = 10,
  halfOpenAfterMs = 30_000,
}: EndpointLimits = {}): EndpointPolicy {
  const jitter = (attempt: number) => firstWaitMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
  const waitOf = (error: EndpointError | undefined, attempt: number) =>
    Math.min(longestWaitMs, (error && 'retryAfterMs' in error ? (error.retryAfterMs ?? 0) : 0) + jitter(attempt));
  const isWorthRepeating = (error: EndpointError) =>
    (error.kind === 'limited' || error.kind === 'unavailable') && (error.retryAfterMs ?? 0) <= longestWaitMs;

  const retrying = retry(
    handleWhenResult((result) => on(result, isWorthRepeating)),
    {
      maxAttempts: tries - 1,
      backoff: new DelegateBackoff(({ attempt, result }) =>
        waitOf('value' in result ? errorOf(result.value) : undefined, attempt),
      ),
    },
  );
  // A limit that was reached is no sign of illness; a refusal (a wrong key) of everything is.
  const breaking = circuitBreaker(
    handleWhenResult((result) => on(result, ({ kind }) => kind === 'unavailable' || kind === 'refused')),
    { breaker: new ConsecutiveBreaker(breakAfter), halfOpenAfter: halfOpenAfterMs },
  );
  const policy = wrap(bulkhead(concurrency, Number.POSITIVE_INFINITY), retrying, breaking);

  return async (call, signal) => {
    const stopped = () => refuse<EndpointError>({ kind: 'stopped', cause: 'out of time' });
    try {
      return await policy.execute(async () => {
        if (signal.aborted) return stopped();
        const result = await call(AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]));
        return !result.ok && signal.aborted ? stopped() : result;
      });
    } catch (error) {
      if (error instanceof BrokenCircuitError) return refuse({ kind: 'unavailable', cause: 'circuit open' });
      throw error;
    }
  };
}

const errorOf = (result: unknown): EndpointError | undefined => {
  const { ok, error } = result as EndpointResult<unknown> & { error?: EndpointError };
  return ok ? undefined : error;
};

const on = (result: unknown, is: (error: EndpointError) => boolean): boolean => {
  const error = errorOf(result);
  return error !== undefined && is(error);
};
