import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { HttpHandler } from '#functions/handlers/http-handler.ts';
import type { WorldClock } from './clock.ts';
import { lambdaContext } from './lambda-context.ts';

/** API Gateway's own limit; ours is lower and answered by the handler. */
const gatewayLimit = 10 * 1024 * 1024;

export type Served = { method: string; path: string; status: number; ms: number };

/** What API Gateway's HTTP API does between a browser and a function: CORS, payload format 2.0, and the way back. */
export function createGateway(options: {
  clock: WorldClock;
  corsOrigins: readonly string[];
  handlerFor: (path: string) => { name: string; handler: HttpHandler };
  onServed?: (served: Served) => void;
}) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    const url = new URL(req.url ?? '/', 'http://gateway.invalid');
    if (!url.pathname.startsWith('/v1/')) return false;
    const origin = req.headers.origin;
    if (origin !== undefined && options.corsOrigins.includes(origin)) {
      res.setHeader('access-control-allow-origin', origin);
      res.setHeader('access-control-expose-headers', 'x-server-time');
      res.setHeader('vary', 'origin');
      if (req.method === 'OPTIONS') {
        res.setHeader('access-control-allow-methods', 'GET,POST,PUT');
        res.setHeader('access-control-allow-headers', 'authorization,content-type,x-app-version');
        res.setHeader('access-control-max-age', '600');
        res.writeHead(204).end();
        return true;
      }
    }
    const body = await readBody(req);
    if (body === undefined) {
      res.writeHead(413, { 'content-type': 'application/json' }).end('{"message":"Request Entity Too Large"}');
      return true;
    }
    const started = performance.now();
    const { name, handler } = options.handlerFor(url.pathname);
    const answer = await handler(eventOf(req, url, body, options.clock), lambdaContext(name));
    const status = answer.statusCode ?? 200;
    const headers = Object.entries(answer.headers ?? {}).map(([key, value]) => [key, String(value)]);
    res.writeHead(status, Object.fromEntries(headers)).end(answer.body ?? '');
    const ms = Math.round(performance.now() - started);
    options.onServed?.({ method: req.method ?? 'GET', path: url.pathname, status, ms });
    return true;
  };
}

async function readBody(req: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    // Read to the end, or the client never reads the answer.
    if (size <= gatewayLimit) chunks.push(chunk);
  }
  return size > gatewayLimit ? undefined : Buffer.concat(chunks);
}

function eventOf(req: IncomingMessage, url: URL, body: Buffer, clock: WorldClock): APIGatewayProxyEventV2 {
  const headers = Object.fromEntries(
    Object.entries(req.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
  const query = Object.fromEntries(url.searchParams);
  const method = req.method ?? 'GET';
  const textual = /json|text|urlencoded/i.test(req.headers['content-type'] ?? 'application/json');
  return {
    version: '2.0',
    routeKey: `${method} ${url.pathname.split('/').slice(0, 3).join('/')}/{proxy+}`,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    ...(url.search.length > 1 ? { queryStringParameters: query } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: 'world',
      domainName: url.host,
      domainPrefix: 'world',
      http: {
        method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: req.socket.remoteAddress ?? '',
        userAgent: String(req.headers['user-agent'] ?? ''),
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: clock.now().toUTCString(),
      timeEpoch: clock.now().getTime(),
    },
    ...(body.byteLength > 0 ? { body: textual ? body.toString('utf8') : body.toString('base64') } : {}),
    isBase64Encoded: !textual,
  };
}
