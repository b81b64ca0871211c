/** What this phone is, and what the parent frame has made of the world around it. */
import type { CompiledPackage } from '../package-shape.ts';

export type Platform = 'wechat' | 'wxwork';
export type Network = 'wifi' | 'none' | 'slow';
export type Launch = { path: string; query: Record<string, string>; scene: number };

export const phone = {
  platform: 'wechat' as Platform,
  person: '',
  package: undefined as unknown as CompiledPackage,
  appid: 'wx0000000000000000',
  network: 'wifi' as Network,
  theme: 'light' as 'light' | 'dark',
  /** Put to the background: its requests are cut after 5 s. */
  background: false,
  /** Its process was ended: nothing it still does may have an effect. */
  dead: false,
  launch: { path: '', query: {}, scene: 1001 } as Launch,
  enter: { path: '', query: {}, scene: 1001 } as Launch,
};

type Listener<T> = (value: T) => void;

/** One of the client's on…/off… pairs. */
export function signal<T>() {
  const listeners = new Set<Listener<T>>();
  return {
    on: (listener: Listener<T>) => void listeners.add(listener),
    off: (listener?: Listener<T>) => {
      if (listener) listeners.delete(listener);
      else listeners.clear();
    },
    tell: (value: T) => {
      if (phone.dead) return;
      for (const listener of [...listeners]) guarded(() => listener(value));
    },
    get size() {
      return listeners.size;
    },
  };
}

export const signals = {
  appShow: signal<unknown>(),
  appHide: signal<unknown>(),
  error: signal<string>(),
  unhandledRejection: signal<{ reason: unknown }>(),
  network: signal<{ isConnected: boolean; networkType: string }>(),
  theme: signal<{ theme: string }>(),
  resize: signal<{ size: { windowWidth: number; windowHeight: number } }>(),
  pageNotFound: signal<unknown>(),
  keyboard: signal<{ height: number; duration: number }>(),
  memoryWarning: signal<{ level: number }>(),
  audioInterruptionBegin: signal<unknown>(),
  audioInterruptionEnd: signal<unknown>(),
};

/** Runs the mini-program's code; what it throws goes to its onError and to the parent, as the client does it. */
export function guarded<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    report(error);
    return undefined;
  }
}

let reporting = false;

export function report(error: unknown): void {
  const message = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
  console.error(message);
  tellParent({ type: 'error', message });
  if (reporting) return;
  reporting = true;
  signals.error.tell(message);
  reporting = false;
}

export function tellParent(message: Record<string, unknown>): void {
  if (window.parent !== window)
    window.parent.postMessage({ from: 'phone', person: phone.person, platform: phone.platform, ...message }, '*');
}
