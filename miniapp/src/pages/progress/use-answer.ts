import { useRef, useState } from 'react';
import type { Result } from '#shared/result.ts';
import type { CallError } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { retrying } from '../../api/retry.ts';

/** An answer of the candidate's. The same tap repeated is one answer; another one has an id of its own. */
export function useAnswer<A>(
  send: (answer: A, operationId: string) => Promise<Result<unknown, CallError>>,
  onDone: () => void,
) {
  const operation = useRef<{ asked: string; id: string }>(undefined);
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<CallError>();

  async function answer(given: A): Promise<void> {
    const asked = JSON.stringify(given);
    if (operation.current?.asked !== asked) operation.current = { asked, id: newOperationId() };
    const { id } = operation.current;
    setBusy(asked);
    setError(undefined);
    const done = await retrying(() => send(given, id));
    setBusy(undefined);
    if (!done.ok) setError(done.error);
    // What was refused may stand otherwise by now.
    if (done.ok || done.error.kind === 'refused') onDone();
  }
  return { answer, error, isBusy: busy !== undefined };
}
