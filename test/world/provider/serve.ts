import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults } from './faults.ts';

export type ProviderCall = {
  method: string;
  /** Below the base path; `/` for the base itself. */
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
  ip: string;
};

export type Handle = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;

const bodyLimit = 2 * 1024 * 1024;

/**
 * One vendor's host under a base path: reads the call, lets the faults strike, answers JSON with HTTP 200 as these
 * vendors do. Gives false, and touches nothing, when the path is not under the base.
 */
export function createHandle({
  base,
  faults,
  apiOf = (call) => call.path,
  answer,
  refuse,
}: {
  base: string;
  faults: Faults;
  apiOf?: (call: ProviderCall) => string;
  /** The reply's JSON, or undefined for an unknown path. */
  answer: (call: ProviderCall) => unknown;
  /** The reply's JSON for an `errcode` fault. */
  refuse: (errcode: number | string | undefined) => unknown;
}): Handle {
  const root = base.replace(/\/$/, '');
  return async (req, res) => {
    const url = new URL(req.url ?? '/', 'http://world.invalid');
    if (url.pathname !== root && !url.pathname.startsWith(`${root}/`)) return false;
    const call: ProviderCall = {
      method: req.method ?? 'GET',
      path: url.pathname.slice(root.length) || '/',
      query: url.searchParams,
      headers: req.headers,
      body: await readBody(req),
      ip: req.socket.remoteAddress ?? '',
    };
    const fault = faults.take(apiOf(call));
    if (fault?.kind === 'timeout') return true;
    if (fault?.kind === 'down') {
      res.writeHead(503, { 'content-type': 'text/plain' }).end('Service Unavailable');
      return true;
    }
    const reply = fault?.kind === 'errcode' ? refuse(fault.errcode) : await answer(call);
    if (fault?.kind === 'unknown') {
      req.socket.destroy();
      return true;
    }
    if (reply === undefined) res.writeHead(404).end();
    else res.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(jsonOf(reply));
    return true;
  };
}

/** A whole number of more digits than JavaScript's numbers hold, to be written as such into the JSON. */
export const bigNumber = (digits: string): string => `big:${digits}`;

const jsonOf = (reply: unknown): string => JSON.stringify(reply).replace(/"big:(\d+)"/g, '$1');

async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The body as a JSON object; undefined when it is none. */
export function jsonBody(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const isAllowedIp = (allowed: string[] | undefined, ip: string): boolean =>
  allowed === undefined || allowed.includes(ip.replace(/^::ffff:/, ''));
