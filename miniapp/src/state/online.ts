import { watchNetwork } from '#platform/network.ts';

type Listener = (online: boolean) => void;
const listeners = new Set<Listener>();
let online = true;
let watching = false;

/** Whether the device says it has a network. A call that fails all the same is its caller's to tell. */
export function watchOnline(listener: Listener): () => void {
  if (!watching) {
    watching = true;
    watchNetwork(tell);
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const isOnline = (): boolean => online;

function tell(now: boolean) {
  if (now === online) return;
  online = now;
  for (const listener of [...listeners]) listener(now);
}
