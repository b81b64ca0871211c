// Its listeners must be on the window before the router's.
import './guard-history.ts';

/** Tells at once and at each change whether the browser has a network. */
export function watchNetwork(tell: (online: boolean) => void): void {
  window.addEventListener('online', () => tell(true));
  window.addEventListener('offline', () => tell(false));
  tell(navigator.onLine);
}
