import { useCallback, useEffect, useRef, useState } from 'react';
import type { Target } from './world-client.ts';

export type Network = 'wifi' | 'none' | 'slow';
/** `turns`: how often the time was turned forward since the page was opened. */
export type World = { network: Network; theme: 'light' | 'dark'; time: string; turns: number };

/** What runs in a phone: the compiled mini-program, or the same product in a browser. It lives on while it is not shown. */
type Running = { kind: 'mini' | 'web'; src: string; run: number; shown: boolean; alive: boolean; address?: string };

/** Drives the frame of one phone. `world` is told to the mini-program when it starts and whenever it changes. */
export function useProgram(platform: 'wechat' | 'wxwork', person: string, world: World) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [running, setRunning] = useState<Running>();
  const ready = useRef(false);
  const latest = useRef(world);
  latest.current = world;

  const say = useCallback((message: object) => frame.current?.contentWindow?.postMessage(message, '*'), []);
  const tellWorld = useCallback(() => {
    const { network, theme, time } = latest.current;
    say({ type: 'network', state: network });
    say({ type: 'theme', theme });
    say({ type: 'clock', time });
    const page = frame.current?.contentWindow;
    if (page && frame.current?.src.includes('/h5/')) cutBrowser(page, network);
  }, [say]);

  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<{ from?: string; type?: string }>) => {
      if (data?.from !== 'phone' || !frame.current || source !== frame.current.contentWindow) return;
      if (data.type === 'ready') {
        ready.current = true;
        setRunning((now) => now && { ...now, alive: true });
        tellWorld();
      }
      if (data.type === 'closed') {
        ready.current = true;
        setRunning((now) => now && { ...now, shown: false });
      }
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [tellWorld]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another person is another phone
  useEffect(() => {
    ready.current = false;
    setRunning(undefined);
  }, [person]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: said again when one of them changes
  useEffect(tellWorld, [world.network, world.theme, world.time]);

  // A leap of time is like a phone that lay asleep: it comes forward and asks how things stand.
  useEffect(() => {
    if (world.turns === 0) return;
    say({ type: 'background' });
    say({ type: 'foreground' });
  }, [world.turns, say]);

  const start = (next: Pick<Running, 'kind' | 'src' | 'address'>) => {
    ready.current = false;
    setRunning((now) => ({ ...next, run: (now?.run ?? 0) + 1, shown: true, alive: true }));
  };

  /** A page of the mini-program, in the one that runs when there is one; without a path the one it was left at. */
  const open = ({ path, query }: Target, scene = 1001) => {
    if (running?.kind === 'mini' && ready.current) {
      say({ type: 'open', path, query, scene });
      setRunning({ ...running, shown: true });
      return;
    }
    const address = new URLSearchParams({ platform, person, path, query, scene: `${scene}`, theme: world.theme });
    start({ kind: 'mini', src: `/world/phone/?${address}` });
  };

  return {
    frame,
    running,
    tellWorld,
    open,
    browse: ({ path, query }: Target) => {
      const src = `/h5/index.html#/${path}${query && `?${query}`}`;
      start({ kind: 'web', src, address: location.host });
    },
    /** Back from the background, or a cold start at the first page after it was killed. */
    resume() {
      if (running?.kind === 'web') setRunning({ ...running, shown: true });
      else open({ path: '', query: '' });
    },
    leave() {
      if (running?.kind === 'mini') say({ type: 'background' });
      setRunning(running && { ...running, shown: false });
    },
    /** The system ends it: what was not stored is gone. */
    kill() {
      if (running?.kind === 'mini') say({ type: 'kill' });
      ready.current = false;
      setRunning(running?.kind === 'mini' ? { ...running, shown: false, alive: false } : undefined);
    },
  };
}
/** A browser's page has no messages to be told by: its own `navigator.onLine` says that there is no network. */
function cutBrowser(page: Window, network: Network): void {
  const online = network !== 'none';
  if (page.navigator.onLine === online) return;
  Object.defineProperty(page.navigator, 'onLine', { configurable: true, get: () => online });
  page.dispatchEvent(new Event(online ? 'online' : 'offline'));
}

export type Program = ReturnType<typeof useProgram>;
