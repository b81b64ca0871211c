/** The browser's platform code in Chromium, with its false microphone and camera. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser/launch.ts';
import type { Line } from './commands.ts';
import { listen } from './listen.ts';
import { type Received, receiveForm } from './receive-form.ts';

const program = path.resolve(import.meta.dirname, '../../world/phone/page/senses/h5-program.ts');

let server: Server;
let browser: Browser;
let base = '';
let page: Page;
let received: Received[] = [];
let status = 204;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [program],
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.TARO_APP_API': '""', 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const html = `<!doctype html><meta charset="utf-8"><body><button>tap</button><script src="/program.js"></script>`;
  server = createServer(async (req, res) => {
    if (req.url === '/program.js')
      return void res.setHeader('content-type', 'text/javascript').end(outputFiles[0]?.text);
    if (req.method === 'GET') return void res.setHeader('content-type', 'text/html').end(html);
    received.push(await receiveForm(req));
    res.writeHead(status).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await new Promise((done) => (server ? server.close(done) : done(undefined)));
});

afterEach(async () => {
  await page?.context().close();
  received = [];
  status = 204;
});

async function open(hash = ''): Promise<void> {
  const context = await browser.newContext({ acceptDownloads: true });
  page = await context.newPage();
  await page.goto(base + hash);
}

type Window = {
  obey(name: string, given: object): Promise<void>;
  lines: Line[];
  router: { push(to: string): void; replace(to: string): void };
};
const lines = () => page.evaluate(() => (globalThis as unknown as Window).lines);
const command = ({ do: name, ...given }: { do: string } & Record<string, unknown>) =>
  page.evaluate(
    ([to, what]) => void (globalThis as unknown as Window).obey(to as string, what as object),
    [name, given],
  );
const patience = 10_000;
const poll = <T>(read: () => T | Promise<T>, message = '') => expect.poll(read, { timeout: patience, message });
const last = async (said: string) => (await lines()).findLast((line) => line.said === said);
const until = (said: string, shape: object = {}) => poll(() => last(said), said).toMatchObject({ said, ...shape });
const ask = async (given: { do: string } & Record<string, unknown>, result: unknown) => {
  const before = (await lines()).length;
  await command(given);
  await poll(
    async () => (await lines()).slice(before).find(({ said }) => said === given.do)?.['result'],
    JSON.stringify(given),
  ).toEqual(result);
};

describe('the recorder', () => {
  it('gives webm in chunks of five seconds with levels, which decode when joined', async () => {
    await open();
    await command({ do: 'record' });
    await until('started');
    await until('chunk', { last: false });
    await command({ do: 'levels' });
    await until('levels');
    const { count, most } = ((await last('levels')) as { result?: { count: number; most: number } }).result ?? {
      count: 0,
      most: 0,
    };
    expect(count).toBeGreaterThan(10);
    expect(most).toBeGreaterThan(0.3);
    await command({ do: 'stop' });
    await until('stopped');
    const chunks = (await lines()).filter(({ said }) => said === 'chunk');
    expect(chunks.map((line) => line['last'])).toEqual([...chunks.slice(1).map(() => false), true]);
    await ask(
      { do: 'keep', prefix: 'k' },
      chunks.map(() => true),
    );
    for (const index of chunks.keys())
      await ask({ do: 'send', url: '/upload', key: `k/${index}`, mime: 'audio/webm' }, { ok: true, progress: 1 });
    const { seconds, peak } = await listen(received.map(({ file }) => file));
    expect(peak).toBeGreaterThan(0.02);
    expect(Math.abs(seconds - Number((await last('stopped'))?.['seconds']))).toBeLessThan(0.5);
  });

  it('ends by itself, is one, and is silent when cancelled', async () => {
    await open();
    await command({ do: 'record' });
    await until('started');
    await command({ do: 'record' });
    await until('error', { code: 'busy' });
    await page.reload();
    await command({ do: 'record' });
    await until('started');
    await command({ do: 'cancel' });
    await poll(async () => {
      await command({ do: 'record', most: 1 });
      return (await lines()).filter(({ said }) => said === 'started').length;
    }).toBe(2);
    await until('stopped');
    expect((await lines()).filter(({ said }) => said === 'stopped')).toHaveLength(1);
    expect(Number((await last('stopped'))?.['seconds'])).toBeCloseTo(1, 0);
  });

  it('says when there is no microphone, or none allowed', async () => {
    await open();
    for (const [name, code] of [
      ['NotAllowedError', 'denied'],
      ['NotFoundError', 'absent'],
      ['NotReadableError', 'busy'],
    ] as const) {
      await page.evaluate((error) => {
        const { navigator, DOMException } = globalThis as unknown as {
          navigator: { mediaDevices: { getUserMedia: () => Promise<never> } };
          DOMException: new (message: string, name: string) => Error;
        };
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', error));
      }, name);
      await command({ do: 'record' });
      await until('error', { code });
    }
    await ask({ do: 'settings' }, false);
  });
});

it('films in chunks with sound', async () => {
  await open();
  await command({ do: 'film', most: 2 });
  await until('stopped');
  await until('chunk', { last: true });
  await ask({ do: 'keep', prefix: 'film' }, [true]);
  await ask({ do: 'send', url: '/upload', key: 'film/0', mime: 'video/webm' }, { ok: true, progress: 1 });
  expect(received[0]).toMatchObject({ type: 'video/webm', names: ['Content-Type', 'key', 'policy', 'file'] });
  expect((await listen(received.map(({ file }) => file))).seconds).toBeGreaterThan(1);
});

describe('what is kept', () => {
  it('survives a reload, in order', async () => {
    await open();
    await ask({ do: 'put', key: 'itv_1/b', size: 20 }, true);
    await ask({ do: 'put', key: 'itv_1/a', size: 10 }, true);
    await ask({ do: 'put', key: 'itv_10/a', size: 10 }, true);
    await page.reload();
    await ask({ do: 'keys', prefix: 'itv_1/' }, ['itv_1/a', 'itv_1/b']);
    await ask({ do: 'get', key: 'itv_1/b' }, 20);
    await ask({ do: 'remove', key: 'itv_1/b' }, null);
    await ask({ do: 'get', key: 'itv_1/b' }, null);
  });
});

describe('an upload', () => {
  it('tells a refusal from a lost network and from what is gone', async () => {
    await open();
    status = 403;
    await ask({ do: 'send', url: '/upload', bytes: 5 }, { ok: false, kind: 'refused', status: 403, progress: 1 });
    status = 500;
    await ask({ do: 'send', url: '/upload', bytes: 5 }, { ok: false, kind: 'offline', status: 500, progress: 1 });
    await ask({ do: 'send', url: '/upload', key: 'none' }, { ok: false, kind: 'missing', progress: null });
    await page.context().setOffline(true);
    await command({ do: 'send', url: '/upload', bytes: 5 });
    await until('send', { result: { ok: false, kind: 'offline' } });
  });
});

describe('a chosen file', () => {
  const kinds = { do: 'pick', mimes: ['application/pdf'], maxBytes: 100 };
  async function choose(name: string, mimeType: string, size: number) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), command(kinds)]);
    await chooser.setFiles({ name, mimeType, buffer: Buffer.alloc(size, 9) });
  }

  it('is read in pieces, or does not fit', async () => {
    await open();
    await choose('作品.pdf', 'application/pdf', 10);
    await until('pick', { result: { name: '作品.pdf', mime: 'application/pdf', size: 10 } });
    await ask({ do: 'read', position: 4, length: 3 }, [9, 9, 9]);
    await choose('a.pdf', 'application/pdf', 101);
    await until('pick', { result: 'too_large' });
    await choose('a.html', 'text/html', 10);
    await until('pick', { result: 'unfit' });
  });
});

describe('the rest of the device', () => {
  it('plays what was recorded, and an end is no error', async () => {
    await open();
    await command({ do: 'record', most: 1 });
    await until('stopped');
    await command({ do: 'play', mime: 'audio/webm' });
    await until('playing', { playing: true });
    await until('ended');
    expect(await last('playerError')).toBeUndefined();
  });

  it('tells the facts and the permissions', async () => {
    await open();
    await command({ do: 'facts' });
    await until('facts', {
      result: {
        environment: 'browser',
        fontScale: 1,
        freeBytes: expect.any(Number),
        client: expect.stringMatching(/^Chrome \d+/),
      },
    });
    await ask({ do: 'authorise', what: 'camera' }, 'granted');
  });

  it('gives a calendar file', async () => {
    await open();
    const [download] = await Promise.all([page.waitForEvent('download'), command({ do: 'calendar' })]);
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    expect(text).toBe('BEGIN:VCALENDAR\r\nSUMMARY:面试\\,销售代表\r\nEND:VCALENDAR\r\n');
    await until('calendar', { result: 'downloaded' });
  });
});

describe('leaving', () => {
  const go = (how: 'push' | 'replace', to: string) =>
    page.evaluate(
      ([method, where]) => (globalThis as unknown as Window).router[method as 'push'](where as string),
      [how, to],
    );
  const place = () => page.url().split('#')[1];
  const heard = async () => (await lines()).filter(({ said }) => said === 'router').map((line) => line['path']);

  async function openInterview(): Promise<void> {
    await open('#/home');
    await page.getByRole('button').click();
    await go('push', '/interview');
    await command({ do: 'guard' });
    await until('guard');
    await page.getByRole('button').click();
  }

  it('by "back" asks, as often as it is tried, and the router hears nothing', async () => {
    await openInterview();
    for (const times of [1, 2, 3]) {
      await page.evaluate(() => (globalThis as unknown as { history: { back(): void } }).history.back());
      await poll(async () => (await lines()).filter(({ said }) => said === 'asked').length).toBe(times);
    }
    expect(place()).toBe('/interview');
    expect(await heard()).toEqual(['/interview']);
  });

  it('on purpose goes straight back', async () => {
    await openInterview();
    await command({ do: 'letGo' });
    await page.evaluate(() => (globalThis as unknown as { history: { back(): void } }).history.back());
    await poll(place).toBe('/home');
    await poll(heard).toEqual(['/interview', '/home']);
  });

  it('to another page leaves no trace of the guard behind', async () => {
    await openInterview();
    await command({ do: 'letGo' });
    await go('replace', '/progress');
    await page.evaluate(() => (globalThis as unknown as { history: { back(): void } }).history.back());
    await poll(place).toBe('/home');
    await poll(heard).toEqual(['/interview', '/progress', '/home']);
  });

  it('by closing the tab asks in the words of the browser, until let go', async () => {
    await openInterview();
    const dialog = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    expect((await dialog).type()).toBe('beforeunload');
    await (await dialog).dismiss();
    await command({ do: 'letGo' });
    await page.close({ runBeforeUnload: true });
    await poll(() => page.isClosed()).toBe(true);
  });
});
