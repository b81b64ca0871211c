import { useEffect, useRef, useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import type { Result } from '#shared/result.ts';
import type { Move } from '#shared/training/moves.ts';
import type { CallError } from '../../api/call-error.ts';

export type Step = Output<'training.sandbox'>['steps'][number];
type Ask = (moves: Move[]) => Promise<Result<Output<'training.sandbox'>, CallError>>;

/** The moves so far and what came of them. The server keeps nothing: each time it is told all of them. */
export function useSandbox(ask: Ask) {
  const [steps, setSteps] = useState<Step[]>();
  const [error, setError] = useState<CallError>();
  const [busy, setBusy] = useState(false);
  const latest = useRef(ask);
  latest.current = ask;
  const moves = useRef<Move[]>([]);

  async function play(wanted: Move[]) {
    setBusy(true);
    const answer = await latest.current(wanted);
    setBusy(false);
    setError(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    moves.current = wanted;
    setSteps(answer.value.steps);
  }
  const begin = useRef(play);
  useEffect(() => void begin.current([]), []);

  return { steps, error, busy, play, move: (move: Move) => void play([...moves.current, move]) };
}
