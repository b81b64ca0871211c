import type { Blobs } from '../../miniapp/src/platform/blobs.ts';
import { deviceTimers } from '../../miniapp/src/state/timers.ts';

/** What a device keeps of recordings; survives the app being killed. `room`: how many more it takes. */
export function memoryBlobs(timers = deviceTimers): Blobs & { room: number; size(): number } {
  const held = new Map<string, ArrayBuffer>();
  const turn = () => new Promise<void>((done) => void timers.set(done, 1));
  const blobs = {
    room: Number.POSITIVE_INFINITY,
    size: () => held.size,
    async put(key: string, bytes: ArrayBuffer) {
      await turn();
      if (held.size >= blobs.room) return false;
      held.set(key, bytes.slice(0));
      return true;
    },
    async get(key: string) {
      await turn();
      return held.get(key);
    },
    async remove(key: string) {
      await turn();
      held.delete(key);
    },
    async keys(prefix: string) {
      await turn();
      return [...held.keys()].filter((key) => key.startsWith(prefix)).sort();
    },
  };
  return blobs;
}
