import { useEffect, useRef } from 'react';

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
