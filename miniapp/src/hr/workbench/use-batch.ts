import { useRef, useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import type { BatchAction } from '#shared/contract/workbench.ts';
import type { Result } from '#shared/result.ts';
import { call } from '../../api/call.ts';
import { type CallError, isTransient } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { retrying } from '../../api/retry.ts';

export type Previewed = Output<'workbench.preview'>['rows'][number];
export type Progress = 'waiting' | 'busy' | 'done' | 'failed' | 'undone' | 'kept';
type Step = { progress: Progress; error?: CallError };

/**
 * Does a previewed batch one by one, each under an operation id of its own that it keeps until the server has answered:
 * what is tried again is done once, and what fails for one stops nobody else.
 */
export function useBatch(action: BatchAction) {
  const ids = useRef(new Map<string, string>());
  const [steps, setSteps] = useState<ReadonlyMap<string, Step>>(new Map());
  const [busy, setBusy] = useState(false);

  const mark = (interviewId: string, step: Step) => setSteps((before) => new Map(before).set(interviewId, step));

  async function each(
    rows: Previewed[],
    name: string,
    send: (interviewId: string, operationId: string) => Promise<Result<unknown, CallError>>,
    [good, bad]: [Progress, Progress],
  ) {
    setBusy(true);
    for (const { interviewId } of rows) mark(interviewId, { progress: 'waiting' });
    for (const { interviewId } of rows) {
      mark(interviewId, { progress: 'busy' });
      const key = `${name} ${interviewId}`;
      const operationId = ids.current.get(key) ?? newOperationId();
      ids.current.set(key, operationId);
      const answer = await retrying(() => send(interviewId, operationId));
      if (answer.ok || !isTransient(answer.error)) ids.current.delete(key);
      mark(interviewId, answer.ok ? { progress: good } : { progress: bad, error: answer.error });
    }
    setBusy(false);
  }

  return {
    steps,
    busy,
    run: (rows: Previewed[]) =>
      each(rows, 'do', (interviewId, operationId) => perform(action, interviewId, operationId), ['done', 'failed']),
    undo: (rows: Previewed[]) =>
      each(
        rows,
        'undo',
        (interviewId, operationId) =>
          call('interview.undoDecision', { params: { interviewId }, input: { operationId } }),
        ['undone', 'kept'],
      ),
  };
}

function perform(action: BatchAction, interviewId: string, operationId: string): Promise<Result<unknown, CallError>> {
  const params = { interviewId };
  if (action.type === 'decide') {
    return call('interview.decide', { params, input: { operationId, outcome: action.outcome } });
  }
  if (action.type === 'remind') return call('interview.remind', { params, input: { operationId } });
  const { reason, hours } = action;
  return call('interview.extend', { params, input: { operationId, reason, hours } });
}
