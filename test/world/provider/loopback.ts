import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Handle } from './serve.ts';

/** Simulators on a free loopback port, for tests. `calls` are the paths that came, in order. */
export async function listen(
  ...handles: Handle[]
): Promise<{ origin: string; calls: string[]; close(): Promise<void> }> {
  const calls: string[] = [];
  const server = createServer(async (req, res) => {
    calls.push((req.url ?? '').split('?')[0] ?? '');
    for (const handle of handles) if (await handle(req, res)) return;
    res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
