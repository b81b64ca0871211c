import { useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '#shared/result.ts';
import type { CallError } from '../../api/call-error.ts';

export type Shown<T> = {
  value: T | undefined;
  /** What is shown belongs to the filter before. */
  busy: boolean;
  error: CallError | undefined;
  reload(): void;
};

/** Loads once it is wanted, and anew with another `key`; what was there stays until the new is, so that nothing jumps. */
export function useShown<T>(load: () => Promise<Result<T, CallError>>, key: string, wanted = true): Shown<T> {
  const [state, setState] = useState<{ key?: string; value?: T; error?: CallError }>({});
  const latest = useRef(load);
  latest.current = load;
  const asked = useRef<string>();
  const turn = useRef(0);

  const look = useCallback((mine: string) => {
    turn.current += 1;
    const now = turn.current;
    void latest.current().then((answer) => {
      if (now !== turn.current) return;
      setState((before) =>
        answer.ok ? { key: mine, value: answer.value } : { ...before, key: mine, error: answer.error },
      );
    });
  }, []);
  useEffect(() => {
    if (!wanted || asked.current === key) return;
    asked.current = key;
    look(key);
  }, [look, key, wanted]);
  useEffect(
    () => () => {
      turn.current += 1;
      asked.current = undefined;
    },
    [],
  );

  return { value: state.value, busy: state.key !== key, error: state.error, reload: () => look(key) };
}
