import { useEffect, useRef } from 'react';
import type { GuardLeaving } from '../leaving.ts';
import { guardHistory } from './guard-history.ts';

/** A browser tab that is hidden, closed or reloaded: the last moment to keep something. `comeBack`: it is seen again. */
export function useLeaving(leave: () => void, comeBack: () => void): void {
  const latest = useRef({ leave, comeBack });
  latest.current = { leave, comeBack };
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') latest.current.leave();
      else latest.current.comeBack();
    };
    const onClose = () => latest.current.leave();
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('pagehide', onClose);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('pagehide', onClose);
    };
  }, []);
}

/** Closing or reloading the tab asks in the browser's own words; going back asks in ours. */
export const guardLeaving: GuardLeaving = ({ ask }) => {
  const onClose = (event: BeforeUnloadEvent) => event.preventDefault();
  window.addEventListener('beforeunload', onClose);
  const open = guardHistory(ask);
  return () => {
    window.removeEventListener('beforeunload', onClose);
    open();
  };
};
