import { useRef, useState } from 'react';
import type { Result } from '#shared/result.ts';
import { type CallError, isTransient } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { retrying } from '../../api/retry.ts';

export type Step = 'waiting' | 'busy' | 'done' | { error: CallError };

/**
 * The same done for one after another, each under an operation id that it keeps until the server has answered: what is
 * tried again is done once, and what fails for one stops nobody else.
 */
export function useEach(send: (key: string, operationId: string) => Promise<Result<unknown, CallError>>) {
  const ids = useRef(new Map<string, string>());
  const [steps, setSteps] = useState<ReadonlyMap<string, Step>>(new Map());
  const [busy, setBusy] = useState(false);
  const mark = (key: string, step: Step) => setSteps((before) => new Map(before).set(key, step));

  async function run(keys: readonly string[]): Promise<void> {
    setBusy(true);
    for (const key of keys) mark(key, 'waiting');
    for (const key of keys) {
      mark(key, 'busy');
      const operationId = ids.current.get(key) ?? newOperationId();
      ids.current.set(key, operationId);
      const answer = await retrying(() => send(key, operationId));
      if (answer.ok || !isTransient(answer.error)) ids.current.delete(key);
      mark(key, answer.ok ? 'done' : { error: answer.error });
    }
    setBusy(false);
  }
  const all = [...steps.values()];
  const failed = [...steps].flatMap(([key, step]) => (typeof step === 'object' ? [key] : []));
  return { steps, busy, run, failed, done: all.filter((step) => step === 'done').length, all: all.length };
}
