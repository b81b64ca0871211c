import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './launch.ts';

const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
  body { background: #fff }
  @media (prefers-color-scheme: dark) { body { background: #111 } }
</style><h1>面聊</h1>`;

describe('the browser of the tests', () => {
  let browser: Browser;
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html),
  );
  let url = '';

  beforeAll(async () => {
    browser = await launchBrowser();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  test('draws Chinese: each character has a picture of its own', async () => {
    const page = await browser.newPage({ viewport: { width: 375, height: 667 } });
    await page.setContent(
      '<style>span{display:inline-block;width:40px;height:40px;font-size:32px}</style>' +
        '<span id="a">面</span><span id="b">聊</span><span id="c">&#x10FFFD;</span>',
    );
    const [a, b, missing] = await Promise.all(['#a', '#b', '#c'].map((id) => page.locator(id).screenshot()));
    expect(a?.equals(b as Buffer)).toBe(false);
    expect(a?.equals(missing as Buffer)).toBe(false);
    await page.close();
  });

  test('follows light and dark', async () => {
    const page = await browser.newPage({ colorScheme: 'dark' });
    await page.goto(url);
    const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await background()).toBe('rgb(17, 17, 17)');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await background()).toBe('rgb(255, 255, 255)');
    await page.close();
  });

  test('keeps web security on: another origin without CORS headers stays unread', async () => {
    const page = await browser.newPage();
    await page.goto(url);
    const foreign = url.replace('127.0.0.1', 'localhost');
    const read = (address: string) =>
      page.evaluate(`fetch(${JSON.stringify(address)}).then(() => 'read', () => 'refused')`);
    expect(await read(url)).toBe('read');
    expect(await read(foreign)).toBe('refused');
    await page.close();
  });

  test('has a microphone and a camera that ask nobody', async () => {
    const page = await browser.newPage();
    await page.goto(url);
    const kinds = await page.evaluate(
      'navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then((s) => s.getTracks().map((t) => t.kind).sort())',
    );
    expect(kinds).toEqual(['audio', 'video']);
    await page.close();
  });
});
