/** The mini-program's platform code in the simulated phone, on what Chromium's false microphone and camera give. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser/launch.ts';
import { createPhoneHost } from '#test/world/phone/host.ts';
import type { Line } from './commands.ts';
import { listen } from './listen.ts';
import { apiOrigin, buildNativePackage } from './native-package.ts';
import { type Received, receiveForm } from './receive-form.ts';

let server: Server;
let browser: Browser;
let base = '';
let page: Page;
let built: Awaited<ReturnType<typeof buildNativePackage>>;
let received: Received[] = [];
let status = 204;

beforeAll(async () => {
  built = await buildNativePackage();
  const host = await createPhoneHost({ weappDir: built.dir, apiOrigin });
  server = createServer(async (req, res) => {
    if (await host.handle(req, res)) return;
    if (req.url === '/never') return;
    if (req.url === '/upload') received.push(await receiveForm(req));
    res.writeHead(status).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  await new Promise((done) => (server ? server.close(done) : done(undefined)));
  await built?.remove();
});

afterEach(async () => {
  await page?.context().close();
  received = [];
  status = 204;
});

async function open(query = 'platform=wechat&person=chen&path=pages/second/index'): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 375, height: 812 }, reducedMotion: 'reduce' });
  page = await context.newPage();
  await page.goto(`${base}/world/phone/?${query}`);
  await page.waitForSelector('body[data-ready]');
}

async function lines(): Promise<Line[]> {
  const text = await page.locator('#log').innerText();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}

const command = async (given: { do: string } & Record<string, unknown>) => {
  await page.locator('#command input').fill(JSON.stringify(given));
  await page.locator('#command input').press('Enter');
};
const last = async (said: string) => (await lines()).findLast((line) => line.said === said);
/** The machine may be busy. */
const patience = 10_000;
const poll = <T>(read: () => T | Promise<T>, message = '') => expect.poll(read, { timeout: patience, message });
const until = (said: string, shape: object = {}, timeout = patience) =>
  expect.poll(() => last(said), { timeout, message: said }).toMatchObject({ said, ...shape });
const ask = async (given: { do: string } & Record<string, unknown>, result: unknown) => {
  await command(given);
  await poll(async () => (await last(given.do))?.['result'], JSON.stringify(given)).toEqual(result);
};
const tellPhone = (message: object) =>
  page.evaluate(
    (sent) => (globalThis as unknown as { postMessage: (value: object, to: string) => void }).postMessage(sent, '*'),
    message,
  );
const setPhone = (settings: object) => tellPhone({ type: 'settings', settings });
const granted = { privacy: 'agreed', scopes: { 'scope.record': true, 'scope.camera': true } };
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** How often the level was told since it was last asked, and the loudest. */
async function levels(): Promise<{ count: number; most: number }> {
  const before = (await lines()).length;
  await command({ do: 'levels' });
  const answer = async () => (await lines()).slice(before).find(({ said }) => said === 'levels')?.['result'];
  await poll(answer).toBeDefined();
  return (await answer()) as { count: number; most: number };
}

describe('the recorder', () => {
  it('gives mp3 in chunks of five seconds with levels, which decode when joined', async () => {
    await open();
    await command({ do: 'record' });
    await page.getByRole('dialog').getByText('用户隐私保护提示').waitFor();
    await button('同意').click();
    await page.getByRole('dialog').getByText('使用你的麦克风').waitFor();
    await button('允许').click();
    await until('started');
    await until('chunk', { last: false }, 15_000);
    const { count, most } = await levels();
    expect(count).toBeGreaterThan(15);
    expect(most).toBeGreaterThan(0.3);
    await command({ do: 'stop' });
    await until('stopped');
    const told = await lines();
    const sizes = told.filter(({ said }) => said === 'chunk');
    expect(sizes.map((line) => line['last'])).toEqual([...sizes.slice(1).map(() => false), true]);
    expect(sizes[0]?.['bytes']).toBe(30 * 1024);
    await ask(
      { do: 'keep', prefix: 'itv_1/q1' },
      sizes.map(() => true),
    );
    for (const index of sizes.keys())
      await command({ do: 'send', url: `${apiOrigin}/upload`, key: `itv_1/q1/${index}` });
    await poll(() => received.length).toBe(sizes.length);
    const { seconds, peak, incomplete } = await listen(received.map(({ file }) => file));
    expect(incomplete).toBe(false);
    expect(Math.abs(seconds - Number((await last('stopped'))?.['seconds']))).toBeLessThan(0.3);
    expect(peak).toBeGreaterThan(0.05);
  });

  it('stands still during a call, and goes on after it when asked', async () => {
    await open();
    await setPhone(granted);
    await command({ do: 'record' });
    await until('started');
    await poll(async () => (await levels()).count).toBeGreaterThan(0);
    await tellPhone({ type: 'interrupt' });
    await until('interrupted');
    await command({ do: 'resume' });
    await tellPhone({ type: 'interruptEnd' });
    await levels();
    await poll(async () => (await levels()).count).toBeGreaterThan(0);
    await command({ do: 'stop' });
    await until('stopped');
    await until('chunk', { last: true });
  });

  it('stands still in the background', async () => {
    await open();
    await setPhone(granted);
    await command({ do: 'record' });
    await until('started');
    await tellPhone({ type: 'background' });
    await until('interrupted');
    await tellPhone({ type: 'foreground' });
    await command({ do: 'stop' });
    await until('stopped');
  });

  it('ends by itself when the time is over', async () => {
    await open();
    await setPhone(granted);
    await command({ do: 'record', most: 1 });
    await until('stopped');
    expect(Number((await last('stopped'))?.['seconds'])).toBeCloseTo(1, 0);
  });

  it('says who refused', async () => {
    await open();
    await command({ do: 'record' });
    await button('拒绝').click();
    await until('error', { code: 'denied' });
    await setPhone({ privacy: 'agreed', undeclared: ['record'] });
    await command({ do: 'record' });
    await until('error', { code: 'undeclared' });
    await setPhone({ undeclared: [], microphone: false });
    await command({ do: 'record' });
    await poll(async () => (await lines()).filter(({ said }) => said === 'error').length).toBe(3);
    await until('error', { code: 'denied' });
    await ask({ do: 'authorise', what: 'record' }, 'denied');
  });

  it('is one: a second is busy; a cancelled one says nothing and makes room', async () => {
    await open();
    await setPhone(granted);
    await command({ do: 'record' });
    await until('started');
    await command({ do: 'record' });
    await until('error', { code: 'busy' });
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    await command({ do: 'record' });
    await until('started');
    await command({ do: 'cancel' });
    await command({ do: 'record', most: 1 });
    await until('stopped');
    const told = (await lines()).map(({ said }) => said);
    expect(told.filter((said) => said === 'stopped')).toHaveLength(1);
    expect(told).not.toContain('error');
  });
});

describe('permissions', () => {
  it('are asked once, remembered, and changed in the settings', async () => {
    await open();
    await ask({ do: 'permission', what: 'record' }, 'unknown');
    await command({ do: 'authorise', what: 'record' });
    await button('同意').click();
    await button('拒绝').click();
    await until('authorise', { result: 'denied' });
    await ask({ do: 'permission', what: 'record' }, 'denied');
    await command({ do: 'settings' });
    await until('settings', { result: false });
    await page.locator('#tap').click();
    await command({ do: 'settings' });
    await page.getByRole('switch', { name: '麦克风' }).click();
    await button('返回').last().click();
    await until('settings', { result: true });
    await ask({ do: 'authorise', what: 'record' }, 'granted');
  });
});

describe('the camera', () => {
  it('gives the whole video when it is over', async () => {
    await open();
    await setPhone(granted);
    await command({ do: 'show', camera: true });
    await until('cameraReady');
    await command({ do: 'film', most: 1 });
    await until('started');
    await until('stopped', { seconds: 1 });
    await until('chunk', { last: true });
    await command({ do: 'film' });
    await command({ do: 'stop' });
    await poll(async () => (await lines()).filter(({ said }) => said === 'stopped').length).toBe(2);
    await ask({ do: 'keep', prefix: 'film' }, [true, true]);
    await command({ do: 'send', url: `${apiOrigin}/upload`, key: 'film/0', mime: 'video/mp4' });
    await poll(() => received.length).toBe(1);
    expect(received[0]?.file.subarray(4, 8).toString('latin1')).toBe('ftyp');
    expect(received[0]?.fields['Content-Type']).toBe('video/mp4');
    const { seconds, peak } = await listen(received.map(({ file }) => file));
    expect(seconds).toBeGreaterThan(0.5);
    expect(peak).toBeGreaterThan(0.01);
  });

  it('loses the video to the background and says so', async () => {
    await open();
    await setPhone(granted);
    await command({ do: 'show', camera: true });
    await until('cameraReady');
    await command({ do: 'film' });
    await until('started');
    await tellPhone({ type: 'background' });
    await until('cameraStopped');
    await until('interrupted');
    await until('error', { code: 'failed' });
  });

  it('is refused with a reason', async () => {
    await open();
    await setPhone({ privacy: 'agreed', scopes: { 'scope.camera': false } });
    await command({ do: 'show', camera: true });
    await until('cameraFailed', { errno: 103, errMsg: 'insertCamera:fail auth deny' });
  });
});

describe('files', () => {
  const files = (name: string, ...given: unknown[]) => command({ do: 'raw', on: 'files', name, given });

  it('kept for the upload survive the end of the process', async () => {
    await open();
    await ask({ do: 'put', key: 'itv_1/1/q~1/1-1/00001', size: 5000 }, true);
    await ask({ do: 'put', key: 'itv_1/1/q~1/1-1/00000', size: 3000 }, true);
    await tellPhone({ type: 'kill' });
    await poll(() => page.locator('.wxui-closed').isVisible()).toBe(true);
    await tellPhone({ type: 'open', path: 'pages/second/index' });
    await page.waitForSelector('body[data-ready]');
    await ask({ do: 'keys', prefix: 'itv_1/' }, ['itv_1/1/q~1/1-1/00000', 'itv_1/1/q~1/1-1/00001']);
    await ask({ do: 'get', key: 'itv_1/1/q~1/1-1/00001' }, 5000);
    await ask({ do: 'remove', key: 'itv_1/1/q~1/1-1/00001' }, null);
    await ask({ do: 'get', key: 'itv_1/1/q~1/1-1/00001' }, null);
    await ask({ do: 'keys', prefix: 'other' }, []);
  });

  it('have no more room than the client gives', async () => {
    await open();
    await setPhone({ fileRoom: 4096 });
    await ask({ do: 'put', key: 'a', size: 4000 }, true);
    await ask({ do: 'put', key: 'b', size: 100 }, false);
    await ask({ do: 'put', key: 'a', size: 4096 }, true);
    await files('writeFile', { filePath: 'wxfile://usr/c', data: '12' });
    await until('writeFile', {
      failed: { errMsg: 'writeFile:fail the maximum size of the file storage limit is exceeded', errno: 1300202 },
    });
  });

  it('are read in pieces, and refuse in the words of the client', async () => {
    await open();
    await files('writeFileSync', 'wxfile://usr/a.txt', '面聊你好', 'utf8');
    await files('appendFileSync', 'wxfile://usr/a.txt', '!');
    await files('readFileSync', 'wxfile://usr/a.txt', 'utf8', 6, 7);
    await until('readFileSync', { result: '你好!' });
    await files('readFileSync', 'wxfile://usr/none', 'utf8');
    await until('readFileSync', { thrown: "readFileSync:fail no such file or directory, open 'wxfile://usr/none'" });
    await files('writeFile', { filePath: 'wxfile://usr/deep/a', data: 'x' });
    await until('writeFile', { failed: { errno: 1300002 } });
    await files('mkdir', { dirPath: 'wxfile://usr/deep/er', recursive: true });
    await until('mkdir', { result: { errMsg: 'mkdir:ok' } });
    await files('writeFile', { filePath: 'wxfile://usr/deep/er/a', data: 'x' });
    await until('writeFile', { result: { errMsg: 'writeFile:ok' } });
    await files('rmdir', { dirPath: 'wxfile://usr/deep' });
    await until('rmdir', { failed: { errMsg: 'rmdir:fail directory not empty' } });
    await files('readdirSync', 'wxfile://usr/deep');
    await until('readdirSync', { result: ['er'] });
    await files('writeFile', { filePath: 'wxfile://elsewhere/a', data: 'x' });
    await until('writeFile', { failed: { errno: 1300013 } });
    await files('unlinkSync', 'wxfile://usr/deep/er/a');
    await until('unlinkSync', { result: null });
  });
});

describe('an upload', () => {
  it('is a form with the file last', async () => {
    await open();
    await command({ do: 'send', url: `${apiOrigin}/upload`, bytes: 70_000 });
    await until('send', { result: { ok: true, progress: 1 } });
    expect(received[0]).toMatchObject({
      names: ['Content-Type', 'key', 'policy', 'file'],
      fields: { 'Content-Type': 'audio/mpeg' },
    });
    expect(received[0]?.file.length).toBe(70_000);
    await ask({ do: 'keys', prefix: '' }, []);
  });

  it('tells a refusal from a lost network and from what is gone', async () => {
    await open();
    status = 403;
    await command({ do: 'send', url: `${apiOrigin}/upload`, bytes: 10 });
    await until('send', { result: { ok: false, kind: 'refused', status: 403 } });
    status = 503;
    await command({ do: 'send', url: `${apiOrigin}/upload`, bytes: 10 });
    await until('send', { result: { ok: false, kind: 'offline', status: 503 } });
    await command({ do: 'send', url: `${apiOrigin}/upload`, key: 'none' });
    await until('send', { result: { ok: false, kind: 'missing' } });
    await tellPhone({ type: 'network', state: 'none' });
    await command({ do: 'send', url: `${apiOrigin}/upload`, bytes: 10 });
    await until('send', { result: { ok: false, kind: 'offline' } });
  });

  it('is cut five seconds after the program went to the background', async () => {
    await open();
    await command({ do: 'raw', name: 'request', given: [{ url: `${apiOrigin}/never` }] });
    await tellPhone({ type: 'background' });
    await until('request', { failed: { errMsg: 'request:fail interrupted', errno: 600003 } });
  });
});

describe('a chosen file', () => {
  const kinds = { do: 'pick', mimes: ['application/pdf', 'image/png'], maxBytes: 1000 };
  const choose = (name: string, size: number) =>
    page
      .locator('.wxui-file-input')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.alloc(size, 9) });

  it('is read in pieces', async () => {
    await open();
    await setPhone({ privacy: 'agreed' });
    await command(kinds);
    await choose('作品.pdf', 10);
    await until('pick', { result: { name: '作品.pdf', mime: 'application/pdf', size: 10 } });
    await ask({ do: 'read', position: 4, length: 3 }, [9, 9, 9]);
  });

  it('may be too large, of another kind, or none', async () => {
    await open();
    await setPhone({ privacy: 'agreed' });
    await command(kinds);
    await choose('a.pdf', 1001);
    await until('pick', { result: 'too_large' });
    await command(kinds);
    await choose('a.exe', 5);
    await until('pick', { result: 'unfit' });
    await command(kinds);
    await button('取消').click();
    await until('pick', { result: 'cancelled' });
  });
});

describe('the rest of the device', () => {
  it('plays what was recorded', async () => {
    await open();
    await setPhone(granted);
    await command({ do: 'record', most: 1 });
    await until('stopped');
    await command({ do: 'play', mime: 'audio/mpeg' });
    await until('ended');
    expect((await lines()).filter(({ said }) => said === 'playing')[0]).toMatchObject({ playing: true });
  });

  it('tells the facts', async () => {
    await open();
    await setPhone({ fontScale: 1.25 });
    await command({ do: 'facts' });
    await until('facts', {
      result: {
        environment: 'wechat', network: 'wifi', freeBytes: 200 * 1024 * 1024, appVersion: expect.any(String),
        client: 'WeChat 8.0.56', system: 'iOS 18.1', fontScale: 1.25,
      },
    }); // biome-ignore format: short
  });

  it('tells the facts in WeCom, which has less', async () => {
    await open('platform=wxwork&person=hr&path=pages/second/index');
    await command({ do: 'facts' });
    await until('facts', { result: { environment: 'wecom', client: 'WeCom 4.1.28', system: 'iOS 18.1' } });
    await ask({ do: 'canIUse', name: 'enableAlertBeforeUnload' }, false);
    await ask({ do: 'canIUse', name: 'camera' }, true);
  });

  it('puts an appointment into the calendar', async () => {
    await open();
    await command({ do: 'calendar' });
    await button('同意').click();
    await button('允许').click();
    await button('添加到日历').click();
    await until('calendar', { result: 'added' });
    await command({ do: 'calendar' });
    await button('取消').click();
    await until('calendar', { result: 'cancelled' });
  });
});

describe('the keyboard', () => {
  it('rises for a finger and not for a script, tells its height, pushes the page up, and goes', async () => {
    await open();
    const keyboard = page.locator('.wxui-keyboard');
    await page.locator('#low textarea').fill('由脚本');
    expect(await keyboard.isVisible()).toBe(false);
    await page.locator('#tap').click();
    await page.locator('#low').scrollIntoViewIfNeeded();
    await page.locator('#low textarea').click();
    await poll(() => keyboard.isVisible()).toBe(true);
    await until('keyboardHeight', { height: 280 });
    await until('focus', { height: 280 });
    const box = await page.locator('#low textarea').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(812 - 280);
    await page.keyboard.type('!');
    expect(await page.locator('#low textarea').inputValue()).toContain('!');
    await button('收起键盘').click();
    await until('keyboardHeight', { height: 0 });
    expect(await keyboard.isVisible()).toBe(false);
  });

  it('stays down where the person has none', async () => {
    await open();
    await setPhone({ keyboard: false });
    await page.locator('#command').click();
    expect(await page.locator('.wxui-keyboard').isVisible()).toBe(false);
  });
});

describe('leaving', () => {
  async function openSecond(): Promise<void> {
    await open('platform=wechat&person=chen&path=pages/first/index');
    await button('go').click();
    await page.locator('#command').waitFor();
  }
  const onSecond = () => page.locator('[data-page="pages/second/index"]').isVisible();

  it('asks at the arrow and the key, not at a swipe', async () => {
    await openSecond();
    await command({ do: 'guard' });
    await until('guard');
    await button('返回').click();
    await page.getByRole('dialog').getByText('离开吗?').waitFor();
    await button('取消').click();
    await tellPhone({ type: 'back', by: 'key' });
    await button('取消').click();
    expect(await onSecond()).toBe(true);
    await page.mouse.move(4, 400);
    await page.mouse.down();
    await page.mouse.move(200, 410);
    await page.mouse.up();
    await poll(onSecond).toBe(false);
  });

  it('is caught in every way by a page-container', async () => {
    await openSecond();
    for (const by of ['arrow', 'key', 'swipe']) {
      await command({ do: 'show', catcher: true });
      await tellPhone({ type: 'back', by });
      await until('caught');
      expect(await onSecond()).toBe(true);
      await command({ do: 'show', catcher: false });
    }
    expect((await lines()).filter(({ said }) => said === 'caught')).toHaveLength(3);
    await tellPhone({ type: 'back' });
    await poll(onSecond).toBe(false);
    await tellPhone({ type: 'back' });
    await poll(() => page.locator('.wxui-closed').isVisible()).toBe(true);
  });

  it('is let go again', async () => {
    await openSecond();
    await command({ do: 'guard' });
    await until('guard');
    await command({ do: 'letGo' });
    await until('letGo');
    await button('返回').click();
    await poll(onSecond).toBe(false);
  });
});
