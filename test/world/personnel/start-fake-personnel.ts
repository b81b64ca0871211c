import { listen } from '../provider/loopback.ts';
import { createPersonnel } from './personnel.ts';

/** A fake personnel system on a free loopback port, for tests. */
export async function startFakePersonnel(options: { pageRows?: number; slowMs?: number } = {}) {
  const apiKey = 'world-personnel-key';
  const { handle, ...personnel } = createPersonnel({ base: '/world/personnel', apiKey, ...options });
  const server = await listen(handle);
  return {
    ...personnel,
    system: { url: `${server.origin}/world/personnel`, key: apiKey },
    /** Paths that were asked for, answered or not. */
    requests: server.calls,
    stop: server.close,
  };
}
