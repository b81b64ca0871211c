import { useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '#shared/result.ts';
import type { CallError } from '../api/call-error.ts';

export type Loaded<T> =
  | { phase: 'loading' }
  | { phase: 'failed'; error: CallError }
  /** `stale`: the last look failed; what is shown is from before. */
  | { phase: 'ready'; value: T; stale?: CallError };

/** Loads when mounted and when `deps` change. `reload` keeps what is on the screen. Answers that come late are dropped. */
export function useLoaded<T>(
  load: () => Promise<Result<T, CallError>>,
  deps: readonly unknown[] = [],
): Loaded<T> & { reload(): void } {
  const [loaded, setLoaded] = useState<Loaded<T>>({ phase: 'loading' });
  const latest = useRef(load);
  latest.current = load;
  const turn = useRef(0);

  const reload = useCallback(() => {
    const mine = ++turn.current;
    void latest.current().then((result) => {
      if (mine !== turn.current) return;
      setLoaded((before) => {
        if (result.ok) return { phase: 'ready', value: result.value };
        return before.phase === 'ready' ? { ...before, stale: result.error } : { phase: 'failed', error: result.error };
      });
    });
  }, []);

  useEffect(() => {
    setLoaded({ phase: 'loading' });
    reload();
    return () => {
      turn.current++;
    };
  }, [reload, ...deps]);

  return { ...loaded, reload };
}

export function usePolling(run: () => void, ms: number, active: boolean): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => latest.current(), ms);
    return () => clearInterval(timer);
  }, [ms, active]);
}
