import { type Result, refuse } from '#shared/result.ts';
import { type CallError, isTransient, waitMsOf } from './call-error.ts';

export type Wait = (ms: number) => Promise<void>;
export const wait: Wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** 1, 2, 4 … s up to `most`, each shortened by up to a fifth so that devices do not come back in step. */
export function backoffMs(tries: number, random: () => number = Math.random, most = 30_000): number {
  return Math.min(most, 1000 * 2 ** Math.min(tries, 10)) * (1 - 0.2 * random());
}

/** Nobody looks at a button that is busy for longer: then the sentence says what there is. */
const mostMs = 8000;
const isSoon = (error: CallError): boolean => waitMsOf(error) > 0 && waitMsOf(error) <= mostMs;

/** Repeats what is transient, or may be asked for again in some seconds, `tries` times in all. `attempt` must carry the same operation id each time. */
export async function retrying<T>(
  attempt: () => Promise<Result<T, CallError>>,
  { tries = 3, pause = wait }: { tries?: number; pause?: Wait } = {},
): Promise<Result<T, CallError>> {
  let last: Result<T, CallError> = refuse({ kind: 'unknown' });
  for (let n = 0; n < tries; n++) {
    if (n > 0) await pause(Math.max(backoffMs(n - 1), last.ok ? 0 : waitMsOf(last.error)));
    last = await attempt();
    if (last.ok || (!isTransient(last.error) && !isSoon(last.error))) return last;
  }
  return last;
}
