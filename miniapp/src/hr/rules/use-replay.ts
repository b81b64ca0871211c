import { useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import type { Draft } from './draft.ts';
import { joined, type Replayed } from './replayed.ts';

const nothing: Replayed = { looked: 0, changed: [], counts: [], decided: { people: 0, before: 0, after: 0 } };

/** Rules on past interviews, page by page; what stands is of the rules it was run with. */
export function useReplay(positionId: string) {
  const [result, setResult] = useState<{ draft: Draft; sofar: Replayed; done: boolean }>();
  const [error, setError] = useState<CallError>();
  const newest = useRef(0);

  async function run(draft: Draft): Promise<void> {
    newest.current += 1;
    const mine = newest.current;
    let sofar = nothing;
    let cursor: string | null | undefined;
    setError(undefined);
    setResult({ draft, sofar, done: false });
    while (cursor !== null) {
      const input = { ...draft, ...(cursor === undefined ? {} : { cursor }) };
      const answer = await retrying(() => call('position.replayRules', { params: { positionId }, input }));
      if (mine !== newest.current) return;
      if (!answer.ok) {
        setResult(undefined);
        return setError(answer.error);
      }
      sofar = joined(sofar, answer.value);
      cursor = answer.value.cursor;
      setResult({ draft, sofar, done: cursor === null });
    }
  }
  return { result, error, run };
}
