import type { IncomingMessage } from 'node:http';
import type { Faults } from '../provider/faults.ts';
import type { Handle } from '../provider/serve.ts';

export type ModelCall = {
  method: string;
  /** Below the base path. */
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Buffer;
};

export type ModelReply = { status?: number; headers?: Record<string, string>; json: unknown };

const bodyLimit = 32 * 1024 * 1024;

/**
 * The host of a model under a base path. Faults in the style of the other vendors: `down`, `timeout`, `unknown`, and
 * `errcode` with an HTTP status (429 names when to come back), `slow` (answers, late), or a mischief of the model's own,
 * which `answer` is told. Gives false, and touches nothing, when the path is not under the base.
 */
export function createModelHandle({
  base,
  faults,
  apiOf = ({ path }) => path,
  answer,
  refuse,
  retryAfterSeconds,
  slowMs,
}: {
  base: string;
  faults: Faults;
  apiOf?: (call: ModelCall) => string;
  /** Undefined for an unknown path. */
  answer: (call: ModelCall, mischief: string | undefined) => ModelReply | undefined | Promise<ModelReply | undefined>;
  /** The body of an error with this status. */
  refuse: (status: number, call: ModelCall) => ModelReply;
  retryAfterSeconds: number;
  slowMs: number;
}): Handle {
  const root = base.replace(/\/$/, '');
  return async (req, res) => {
    const { pathname, searchParams: query } = new URL(req.url ?? '/', 'http://world.invalid');
    if (pathname !== root && !pathname.startsWith(`${root}/`)) return false;
    const path = pathname.slice(root.length) || '/';
    const call = { method: req.method ?? 'GET', path, query, headers: req.headers, body: await readBody(req) };
    const send = ({ status = 200, headers, json }: ModelReply) =>
      res
        .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
        .end(JSON.stringify(json));

    const fault = faults.take(apiOf(call));
    if (fault?.kind === 'timeout') return true;
    if (fault?.kind === 'down') {
      res.writeHead(503, { 'content-type': 'text/plain' }).end('Service Unavailable');
      return true;
    }
    const status = Number(fault?.errcode ?? Number.NaN);
    if (Number.isInteger(status)) {
      const { headers, json } = refuse(status, call);
      const later = status === 429 ? { 'retry-after': String(retryAfterSeconds) } : {};
      send({ status, headers: { ...headers, ...later }, json });
      return true;
    }
    const mischief = fault?.kind === 'errcode' ? String(fault.errcode ?? '') : undefined;
    const reply = await answer(call, mischief);
    if (fault?.kind === 'unknown') {
      req.socket.destroy();
      return true;
    }
    if (mischief === 'slow') await new Promise((resolve) => setTimeout(resolve, slowMs));
    if (reply === undefined) res.writeHead(404).end();
    else send(reply);
    return true;
  };
}

async function readBody(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
