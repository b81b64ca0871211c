import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { call } from '../../api/call.ts';
import { isTransient } from '../../api/call-error.ts';

/** A new result is on the screen this soon after it is in the list. */
const everyMs = 3000;
/** What signing in or a colleague must mend is asked for less often. */
const patience = 8;

const isHidden = () => process.env.TARO_ENV === 'h5' && document.visibilityState === 'hidden';

type Seen = {
  version: number | undefined;
  /** What is shown could not be had anew the last time. */
  stale: boolean;
  reload(): Promise<void>;
};

/**
 * Asks every few seconds whether there is something newer than what is seen, and reloads when there is; also when it
 * cannot ask, which then is said, and when it can again. A page that nobody sees does not ask; it does so at once when it
 * is seen again.
 */
export function useChanges(seen: Seen): void {
  const latest = useRef(seen);
  latest.current = seen;
  const shown = useRef(true);
  const now = useRef<() => void>(() => {});

  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const turn = async () => {
      const { version: since, stale } = latest.current;
      let wait = everyMs;
      if (shown.current && !isHidden()) {
        const answer = since === undefined ? undefined : await call('workbench.changes', { query: { since } });
        const isNews = answer !== undefined && (!answer.ok || answer.value.changed);
        if (isNews || stale) await latest.current.reload();
        if (answer !== undefined && !answer.ok && !isTransient(answer.error)) wait *= patience;
      }
      if (stopped) return;
      clearTimeout(timer);
      timer = setTimeout(turn, wait);
    };
    now.current = () => void turn();
    timer = setTimeout(turn, everyMs);
    if (process.env.TARO_ENV === 'h5') document.addEventListener('visibilitychange', now.current);
    return () => {
      stopped = true;
      clearTimeout(timer);
      if (process.env.TARO_ENV === 'h5') document.removeEventListener('visibilitychange', now.current);
    };
  }, []);

  useDidShow(() => {
    const was = shown.current;
    shown.current = true;
    if (!was) now.current();
  });
  useDidHide(() => {
    shown.current = false;
  });
}
