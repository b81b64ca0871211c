import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import type { Output } from '#shared/contract/operations.ts';
import { type OperationId, routes } from '#shared/contract/routes.ts';
import { compiledApiOrigin } from '#test/world/miniapp-build.ts';
import { createPhoneHost } from '#test/world/phone/host.ts';
import { staticFiles } from '#test/world/static-files.ts';
import { createFakeServer, type Fault, interviewId } from './fake-server.ts';

type View = Output<'interview.get'>;
type Server = ReturnType<typeof createFakeServer>;
export type ServedRoom = {
  origin: string;
  server: Server;
  open(page: Page): Promise<void>;
  /** In the simulated client, from the compiled mini-program. */
  openPhone(page: Page, platform?: 'wechat' | 'wxwork'): Promise<void>;
  close(): Promise<void>;
};

type Options = {
  h5: string;
  weapp?: string;
  fault?: (operation: string) => Fault;
  /** What the page is told beyond the fake server's plain interview. */
  view?: (view: View) => View;
  /** Answers that the fake server does not know. */
  more?: Partial<Record<OperationId, (input: unknown) => unknown>>;
};

/** The fake server behind real HTTP, with its store and the pages: for the browser. */
export async function serveRoom({ h5, weapp, fault, view = (one) => one, more = {} }: Options): Promise<ServedRoom> {
  const server = createFakeServer(fault);
  const pages = staticFiles('/h5', h5);
  let phone: Awaited<ReturnType<typeof createPhoneHost>> | undefined;
  const http = createServer(async (req, res) => {
    const url = new URL(req.url ?? '/', 'http://room.invalid');
    if ((await pages(req, res)) || (await phone?.handle(req, res))) return;
    const body = await bodyOf(req);
    if (url.pathname === '/store') {
      const { key, file } = partsOf(body, String(req.headers['content-type']));
      const result = await server.receive(key, file);
      return void (result.ok ? res.writeHead(204).end() : req.socket.destroy());
    }
    const known: Record<string, unknown> = {
      '/world/phone/login': { code: 'code-1' },
      '/world/phone/templates': {},
      '/v1/session/wechat': { token: 't', expiresAt: '2099-01-01T00:00:00.000Z' },
    };
    if (url.pathname in known)
      return void res.setHeader('content-type', 'application/json').end(JSON.stringify(known[url.pathname]));
    const found = operationOf(req.method ?? '', url.pathname);
    if (!found) return void res.writeHead(404).end();
    const input = body.length === 0 ? undefined : JSON.parse(body.toString());
    const own = more[found.operation];
    const answer: { ok: boolean; value?: unknown; error?: { kind: string; code: string; status: number } } = own
      ? { ok: true, value: own(input) }
      : await (server.call as (operation: string, request: object) => Promise<never>)(found.operation, {
          params: found.params,
          input,
        });
    if (!answer.ok && answer.error?.kind !== 'refused') return void req.socket.destroy();
    const status = answer.ok ? 200 : (answer.error?.status ?? 500);
    const value = answer.ok ? shaped(found.operation, answer.value) : { error: answer.error };
    res.writeHead(status, { 'content-type': 'application/json', 'x-server-time': new Date().toISOString() });
    res.end(JSON.stringify(value));
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  if (weapp !== undefined)
    phone = await createPhoneHost({ weappDir: weapp, apiOrigin: compiledApiOrigin, mediaOrigin: origin });

  function shaped(operation: OperationId, value: unknown): unknown {
    if (operation === 'interview.get') return view(value as View);
    if (operation !== 'clip.forms') return value;
    const { forms, ...rest } = value as Output<'clip.forms'>;
    return { ...rest, forms: forms.map((form) => ({ ...form, url: `${origin}/store` })) };
  }

  return {
    origin,
    server,
    async open(page) {
      const token = { data: { token: 't', expiresAt: '2099-01-01T00:00:00.000Z' } };
      await page.addInitScript(`localStorage.setItem('session.candidate', ${JSON.stringify(JSON.stringify(token))})`);
      await page.goto(`${origin}/h5/#/pages/interview/index?id=${interviewId}`);
    },
    async openPhone(page, platform = 'wechat') {
      const query = encodeURIComponent(`id=${interviewId}`);
      await page.goto(
        `${origin}/world/phone/?platform=${platform}&person=chen&path=pages/interview/index&query=${query}`,
      );
      await page.waitForSelector('body[data-ready]');
    },
    close: () => {
      http.closeAllConnections();
      return new Promise<void>((done) => http.close(() => done()));
    },
  };
}

async function bodyOf(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function operationOf(method: string, path: string) {
  for (const [operation, route] of Object.entries(routes)) {
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    const match = new RegExp(`^${route.path.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(path);
    if (route.method !== method || !match) continue;
    const params = Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(match[i + 1] ?? '')]));
    return { operation: operation as OperationId, params };
  }
  return undefined;
}

/** Of a form with a `key` and a `file` at its end. */
function partsOf(body: Buffer, type: string): { key: string; file: ArrayBuffer } {
  const boundary = `--${type.split('boundary=')[1] ?? ''}`;
  const text = body.toString('latin1');
  const key = /name="key"\r\n\r\n([^\r]*)\r\n/.exec(text)?.[1] ?? '';
  const head = text.indexOf('name="file"');
  const from = text.indexOf('\r\n\r\n', head) + 4;
  const to = text.indexOf(`\r\n${boundary}`, from);
  return { key, file: new Uint8Array(body.subarray(from, to)).buffer };
}
