import { useRef, useState } from 'react';
import type { Result } from '#shared/result.ts';
import { type CallError, isTransient } from '../api/call-error.ts';
import { newOperationId } from '../api/operation-id.ts';
import { retrying } from '../api/retry.ts';
import { askSecondFactor } from './account/ask-second-factor.ts';

/**
 * A command of a person. One intention (what is asked of whom) keeps its operation id until the server has answered it,
 * however often it is tried and even if the sheet was closed in between; so nothing is done twice.
 */
export function useCommand<T>(send: (intention: string, operationId: string) => Promise<Result<T, CallError>>) {
  const ids = useRef(new Map<string, string>());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();

  async function run(intention: string): Promise<Result<T, CallError>> {
    const operationId = ids.current.get(intention) ?? newOperationId();
    ids.current.set(intention, operationId);
    setBusy(true);
    setError(undefined);
    const answer = await retrying(() => send(intention, operationId));
    if (answer.ok || !isTransient(answer.error)) ids.current.delete(intention);
    setBusy(false);
    if (!answer.ok) askSecondFactor(answer.error);
    setError(answer.ok ? undefined : answer.error);
    return answer;
  }

  return { busy, error, run, forgetError: () => setError(undefined) };
}
