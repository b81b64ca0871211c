/** The compiled package runs in the simulated client: one small mini-program that asks it everything, then the product. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser/launch.ts';
import { buildMiniapp, compiledApiOrigin } from '#test/world/miniapp-build.ts';
import { compilePackage, pagesOf } from './compile-package.ts';
import { createPhoneHost } from './host.ts';

type Call = { method: string; path: string; body: unknown };

let server: Server;
let browser: Browser;
let base = '';
let calls: Call[] = [];
let page: Page;
let product = '';

beforeAll(async () => {
  const [probe, built] = [
    await buildMiniapp({ targets: ['weapp'], source: 'test/world/phone/page/probe' }),
    await buildMiniapp({ targets: ['weapp'] }),
  ];
  product = built.weapp;
  const small = await createPhoneHost({ weappDir: probe.weapp, apiOrigin: compiledApiOrigin });
  const whole = await createPhoneHost({ weappDir: product, apiOrigin: compiledApiOrigin });
  server = createServer(async (req, res) => {
    const host = req.headers.cookie?.includes('product=1') ? whole : small;
    if (await host.handle(req, res)) return;
    const call = { method: req.method ?? '', path: req.url ?? '', body: await bodyOf(req) };
    if (host === whole)
      return void res
        .writeHead(503, { 'content-type': 'application/json' })
        .end('{"error":{"code":"unavailable","message":"away"}}');
    if (call.path === '/') return void res.setHeader('content-type', 'text/html').end(parentPage);
    if (call.path !== '/world/phone/templates') calls.push(call);
    const answers: Record<string, unknown> = {
      '/world/phone/login': { code: 'code-1' },
      '/world/phone/templates': { t1: '面试提醒', t2: '结果通知' },
    };
    res.setHeader('content-type', 'application/json').end(JSON.stringify(answers[call.path] ?? { heard: call.body }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await new Promise((done) => (server ? server.close(done) : done(undefined)));
});

afterEach(async () => {
  await page?.context().close();
  calls = [];
});

async function open(
  query = 'platform=wechat&person=chen',
  options: { dark?: boolean; cookie?: boolean } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    reducedMotion: 'reduce',
    colorScheme: options.dark ? 'dark' : 'light',
  });
  if (options.cookie) await context.addCookies([{ name: 'product', value: '1', url: base }]);
  page = await context.newPage();
  await page.goto(`${base}/world/phone/?${query}`);
  await page.waitForSelector('body[data-ready]');
  return page;
}

const parentPage = `<body>
<button id=send onclick="document.querySelector('iframe').contentWindow.postMessage(JSON.parse(this.dataset.message), '*')">send</button>
<p id=heard></p>
<script>addEventListener('message', ({ data }) => { heard.textContent = (heard.textContent + ' ' + data.type).trim(); });</script>
<iframe width=375 height=780 src="/world/phone/?platform=wechat&person=chen"></iframe>
</body>`;

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const said = async () => JSON.parse(await page.locator('#said').innerText()) as Record<string, unknown>;
const untilSaid = async (shape: object) => expect.poll(said).toMatchObject(shape);

describe('a page', () => {
  it('renders with its styles, rpx scaled to the screen', async () => {
    await open();
    const title = page.locator('.first-title');
    expect(await style(title, 'fontSize')).toBe('20px');
    expect(await style(title, 'color')).toBe('rgb(15, 118, 110)');
    await page.setViewportSize({ width: 430, height: 932 });
    expect(Number.parseFloat(await style(title, 'fontSize'))).toBeCloseTo(22.93, 1);
  });

  it('follows the dark theme in bars and styles', async () => {
    await open(undefined, { dark: true });
    expect(await style(page.locator('.first-title'), 'color')).toBe('rgb(45, 212, 191)');
    expect(await style(page.locator('.wxui-nav-bar'), 'backgroundColor')).toBe('rgb(17, 21, 19)');
  });

  it('brings what is typed to React', async () => {
    await open();
    await page.getByPlaceholder('试着写一句').pressSequentially('我先问清楚');
    await expect.poll(() => page.locator('#typed').innerText()).toBe('我先问清楚');
    await page.getByPlaceholder('一行').fill('好');
    await page.getByPlaceholder('一行').press('Enter');
    await expect.poll(() => page.locator('#said').innerText()).toBe('确认 好');
  });

  it('tells a switch', async () => {
    await open();
    await page.getByRole('switch').click();
    await expect.poll(() => page.locator('#on').innerText()).toBe('开');
  });

  it('carries roles and labels to whoever reads the page', async () => {
    await open();
    const tab = page.getByRole('tablist', { name: '分段' }).getByRole('tab', { name: '第一段' });
    await tab.dispatchEvent('click');
    await expect.poll(() => page.locator('#said').innerText()).toBe('点了第一段');
  });

  it('does not let a disabled button be tapped', async () => {
    await open();
    await page.getByRole('button', { name: '停用' }).click({ force: true });
    await press('询问');
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await untilSaid({ confirm: false, cancel: true });
  });
});

describe('what lies over a page', () => {
  it('answers a modal and an action sheet', async () => {
    await open();
    await press('询问');
    await page.getByRole('dialog', { name: '面聊' }).getByRole('button', { name: '确定' }).click();
    await untilSaid({ confirm: true, cancel: false, errMsg: 'showModal:ok' });
    await press('选择');
    await page.getByRole('dialog').getByRole('button', { name: '乙' }).click();
    await untilSaid({ tapIndex: 1 });
  });

  it('catches the first back by a page-container', async () => {
    await open();
    await press('第二页');
    await press('半屏');
    await expect.poll(() => page.getByText('半屏里').isVisible()).toBe(true);
    await page.getByRole('button', { name: '返回' }).click();
    await expect.poll(() => page.getByText('半屏里').isVisible()).toBe(false);
    expect(await page.locator('wx-page').innerText()).toContain('第二页 a1');
    await page.getByRole('button', { name: '返回' }).click();
    await expect.poll(() => page.locator('#counts').innerText()).toBe('来过 2 次 离开 1 次');
  });

  it('shows a toast and takes it away', async () => {
    await open();
    await press('提示');
    await expect.poll(() => page.getByRole('status').innerText()).toBe('已保存');
    await expect.poll(() => page.getByRole('status').count(), { timeout: 4000 }).toBe(0);
  });
});

describe('the way between pages', () => {
  it('goes on with parameters and back, telling each page', async () => {
    await open();
    await press('第二页');
    await expect.poll(() => page.locator('wx-page').innerText()).toContain('第二页 a1');
    expect(await style(page.locator('wx-page .first'), 'paddingTop')).toBe('99px');
    await press('改标题');
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('改过的');
    await press('回去');
    await expect.poll(() => page.locator('#counts').innerText()).toBe('来过 2 次 离开 1 次');
    expect(await style(page.locator('wx-page .first'), 'paddingTop')).toBe('16px');
    await press('第二页');
    await page.getByRole('button', { name: '返回' }).click();
    await expect.poll(() => page.locator('#counts').innerText()).toBe('来过 3 次 离开 2 次');
  });

  it('keeps a tab alive while another is shown', async () => {
    await open();
    await page.getByPlaceholder('试着写一句').fill('草稿');
    await press('第三页');
    await expect.poll(() => page.locator('wx-page').innerText()).toContain('这是第三页');
    await page.getByRole('tab', { name: '首页' }).click();
    await expect.poll(() => page.getByPlaceholder('试着写一句').inputValue()).toBe('草稿');
    expect(await page.getByRole('tab', { name: '首页' }).getAttribute('aria-selected')).toBe('true');
  });

  it('opens a page of a subpackage', async () => {
    await open();
    await press('远处');
    await expect.poll(() => page.locator('wx-page').innerText()).toContain('这是远处的页');
  });
});

describe('the network', () => {
  it('finds the compiled-in API at its own origin', async () => {
    await open();
    await page.getByPlaceholder('试着写一句').fill('答');
    await press('请求');
    await untilSaid({ statusCode: 200, data: { heard: { typed: '答' } } });
    expect(calls).toEqual([{ method: 'POST', path: '/v1/echo', body: { typed: '答' } }]);
  });

  it('refuses a foreign domain', async () => {
    await open();
    await press('外域');
    await untilSaid({ errMsg: 'request:fail url not in domain list' });
  });

  it('fails while the parent has cut it, and works again after', async () => {
    await open();
    await tellPhone({ type: 'network', state: 'none' });
    await press('请求');
    await untilSaid({ errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED' });
    expect(calls).toEqual([]);
    await tellPhone({ type: 'network', state: 'wifi' });
    await press('请求');
    await untilSaid({ statusCode: 200 });
  });
});

describe('the process', () => {
  it('keeps storage over a kill, and nothing else', async () => {
    await open();
    await page.getByPlaceholder('试着写一句').fill('存下的');
    await press('存');
    await untilSaid({ errMsg: 'setStorage:ok' });
    await tellPhone({ type: 'kill' });
    await expect.poll(() => page.locator('.wxui-closed').isVisible()).toBe(true);
    await tellPhone({ type: 'open', path: 'pages/first/index' });
    await page.waitForSelector('body[data-ready]');
    expect(await page.getByPlaceholder('试着写一句').inputValue()).toBe('');
    await press('取');
    await untilSaid({ data: { typed: '存下的' } });
  });

  it('has another storage for another person', async () => {
    await open();
    await press('存');
    await untilSaid({ errMsg: 'setStorage:ok' });
    await page.goto(`${base}/world/phone/?platform=wechat&person=other`);
    await press('取');
    await untilSaid({ errMsg: 'getStorage:fail data not found' });
  });

  it('obeys a parent frame and tells it what happens', async () => {
    const context = await browser.newContext({ viewport: { width: 420, height: 860 }, reducedMotion: 'reduce' });
    page = await context.newPage();
    await page.goto(base);
    const frame = page.frameLocator('iframe');
    const heard = () => page.locator('#heard').innerText();
    const send = (message: object) =>
      page
        .locator('#send')
        .evaluate(
          (button, sent) => ((button as unknown as { dataset: Record<string, string> }).dataset['message'] = sent),
          JSON.stringify(message),
        )
        .then(() => page.locator('#send').click());
    await expect.poll(heard).toBe('ready');
    await send({ type: 'open', path: 'pages/second/index', query: 'id=b2' });
    await expect.poll(() => frame.locator('wx-page').innerText()).toContain('第二页 b2');
    await send({ type: 'theme', theme: 'dark' });
    await expect.poll(() => frame.locator('html').getAttribute('data-theme')).toBe('dark');
    await send({ type: 'kill' });
    await expect.poll(heard).toBe('ready closed');
    await send({ type: 'open', path: 'pages/first/index' });
    await expect.poll(heard).toBe('ready closed ready');
    await expect.poll(() => frame.locator('#counts').innerText()).toBe('来过 1 次 离开 0 次');
  });

  it('hides on the capsule and shows again', async () => {
    await open();
    await page.getByRole('button', { name: '关闭小程序' }).click();
    await expect.poll(() => page.locator('.wxui-closed').isVisible()).toBe(true);
    await page.getByRole('button', { name: '重新打开' }).click();
    await expect.poll(() => page.locator('#counts').innerText()).toBe('来过 2 次 离开 1 次');
  });

  it('hides the browser from the mini-program and refuses code from strings', async () => {
    await open();
    await press('藏');
    await expect
      .poll(() => page.locator('#said').innerText())
      .toBe('"undefined undefined undefined undefined undefined refused"');
  });
});

describe('the person', () => {
  it('asks the world for a login code', async () => {
    await open();
    await press('登录');
    await untilSaid({ code: 'code-1' });
    expect(calls).toEqual([
      { method: 'POST', path: '/world/phone/login', body: { platform: 'wechat', person: 'chen' } },
    ]);
  });

  it('asks for subscriptions on a tap only, and reports the answer', async () => {
    await open();
    await press('迟订阅');
    await untilSaid({ errCode: 20004 });
    await press('订阅');
    await page.getByRole('checkbox', { name: '结果通知' }).click();
    await page.getByRole('button', { name: '允许' }).click();
    await untilSaid({ t1: 'accept', t2: 'reject' });
    expect(calls.at(-1)?.body).toEqual({ person: 'chen', choices: { t1: 'accept', t2: 'reject' } });
  });

  it('has no WeChat functions in WeCom that WeCom lacks', async () => {
    await open();
    await press('缺');
    await untilSaid([]);
    await page.goto(`${base}/world/phone/?platform=wxwork&person=hr`);
    await press('缺');
    await untilSaid(['getWindowInfo', 'getAppBaseInfo', 'getSystemSetting', 'enableAlertBeforeUnload', 'login']);
  });
});

describe('the product', () => {
  it('opens every page of its package while the API is away, and none throws', async () => {
    const { appJson } = await compilePackage(product);
    await open('platform=wechat&person=chen', { cookie: true });
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    for (const route of pagesOf(appJson)) {
      await page.goto(`${base}/world/phone/?platform=wechat&person=chen&path=${route}`);
      await expect.poll(() => page.locator(`[data-page="${route}"] wx-page`).count(), { message: route }).toBe(1);
      expect(
        errors.filter((text) => !/Failed to load resource/.test(text)),
        route,
      ).toEqual([]);
    }
    // Each of them is waited for by the poll; how many there are is no matter of time.
  }, 600_000);
});

/** Only a parent frame is obeyed: the page stands in for its own parent here. */
const tellPhone = (message: object) =>
  page.evaluate(
    (sent) => (globalThis as unknown as { postMessage: (value: object, to: string) => void }).postMessage(sent, '*'),
    message,
  );

type Styles = { getComputedStyle: (element: unknown) => Record<string, string> };
const style = (locator: Locator, property: string) =>
  locator.evaluate(
    (element, name) => (globalThis as unknown as Styles).getComputedStyle(element)[name] ?? '',
    property,
  );

async function bodyOf(req: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
