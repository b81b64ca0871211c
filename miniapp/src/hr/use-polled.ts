import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '#shared/result.ts';
import { type CallError, isTransient } from '../api/call-error.ts';

export type Polled<T> = {
  value: T | undefined;
  /** Why the last load gave nothing; `value` is then what was there before. */
  error: CallError | undefined;
  reload(): Promise<void>;
};

/** What signing in or a colleague must mend is asked for less often. */
const patience = 8;

type State<T> = { key: string; value?: T; error?: CallError };

/** Loads at once and again every `everyMs` while the page is shown. Another `key` begins anew. */
export function usePolled<T>(
  load: () => Promise<Result<T, CallError>>,
  { key, everyMs }: { key: string; everyMs: number },
): Polled<T> {
  const [state, setState] = useState<State<T>>({ key });
  const latest = useRef(load);
  latest.current = load;
  const shown = useRef(true);
  /** Number of the newest request: an answer that was overtaken is dropped. */
  const newest = useRef(0);
  const hopeless = useRef(false);

  const reload = useCallback(async () => {
    newest.current += 1;
    const mine = newest.current;
    const answer = await latest.current();
    if (mine !== newest.current) return;
    hopeless.current = !answer.ok && !isTransient(answer.error);
    setState((before) => {
      if (answer.ok) return { key, value: answer.value };
      return before.key === key ? { ...before, error: answer.error } : { key, error: answer.error };
    });
  }, [key]);

  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const turn = async () => {
      if (shown.current) await reload();
      if (!stopped) timer = setTimeout(turn, hopeless.current ? everyMs * patience : everyMs);
    };
    void turn();
    return () => {
      stopped = true;
      newest.current += 1;
      clearTimeout(timer);
    };
  }, [reload, everyMs]);

  useDidShow(() => {
    if (shown.current) return;
    shown.current = true;
    void reload();
  });
  useDidHide(() => {
    shown.current = false;
  });

  const mine = state.key === key;
  return { value: mine ? state.value : undefined, error: mine ? state.error : undefined, reload };
}
