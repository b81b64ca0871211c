/** The stage as a visitor uses it: invite on the right, open on the left, kill, come back, turn the clock. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser/launch.ts';
import { provePhone } from '#test/journeys/device.ts';
import { createClock } from '../clock.ts';
import { peoplePages } from '../pages.ts';
import { startWorld, type World } from '../world.ts';

let dir: string;
let world: World;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'chat-app-'));
  world = await startWorld({
    dir,
    clock: createClock({ start: new Date('2026-01-05T01:00:00Z') }),
    pages: await peoplePages(),
  });
  browser = await launchBrowser();
  page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'America/New_York',
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(world.origin);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await world?.stop();
  await rm(dir, { recursive: true, force: true });
});

const candidate = () => page.frameLocator('iframe[name=candidate]');
const hr = () => page.frameLocator('iframe[name=hr]');

describe('the chat app', () => {
  it('shows the time of the company, wherever the browser is', async () => {
    await expect.poll(() => page.locator('#clock-now').textContent()).toMatch(/^09:0\d:\d\d$/);
    await expect.poll(() => page.locator('.tour').textContent()).toContain('在右边邀请候选人');
  });

  it('brings the SMS to the phone of whoever was invited, and tells how it came', async () => {
    await page.click('#open-workbench');
    await hr().getByText('邀请候选人').first().click();
    await hr()
      .getByRole('button', { name: /^邀请 林晓彤/ })
      .click();
    await hr().getByText('确认邀请').last().click();
    await page.locator('#sms-list .sms-link').waitFor();
    const name = '林晓彤';
    expect(await page.locator('#person-candidate option:checked').textContent()).toBe(name);
    expect(await page.locator('#sms-list').textContent()).toContain(`${name}您好`);
    await expect
      .poll(() => page.locator('#backstage .said').allInnerTexts())
      .toEqual(
        expect.arrayContaining([expect.stringContaining('邀请候选人'), expect.stringContaining(`${name} 收到短信`)]),
      );
  });

  it('opens the mini-program by the link, kills it, and opens it anew from the recent ones', async () => {
    await page.click('.sms-link');
    await candidate().getByText('面试邀约').first().waitFor();
    await page.click('#kill-candidate');
    await expect.poll(() => page.locator('#candidate-phone .front').isVisible()).toBe(false);
    await page.click('.dock-wechat');
    await page.click('#resume-candidate');
    await candidate().getByText('我的面试').waitFor();
  });

  it('tells the phone of the network and the theme', async () => {
    const body = candidate().locator('body');
    await page.selectOption('#network', 'none');
    await expect.poll(() => body.getAttribute('data-network')).toBe('none');
    await page.selectOption('#network', 'wifi');
    await page.click('#theme');
    await expect.poll(() => candidate().locator('html').getAttribute('data-theme')).toBe('dark');
    await page.click('#theme');
  });

  it('goes to the background by the capsule and opens the same page in a browser', async () => {
    await candidate().getByRole('button', { name: '关闭小程序' }).click();
    await page.click('.dock-sms');
    await page.click('.way-browser');
    // WeChat was first: the browser asks whose it is, and the phone says so.
    await provePhone(world, candidate());
    await candidate().getByText('关于这次面试').first().waitFor();
    expect(page.frame('candidate')?.url()).toContain('/h5/index.html');
  });

  it('opens HR in a wide tab, signed in', async () => {
    const [tab] = await Promise.all([page.waitForEvent('popup'), page.click('#wide')]);
    await tab.getByText('邀请候选人').first().waitFor();
    await tab.close();
  });

  it('turns the time forward', async () => {
    await page.click('#advance-PT24H');
    await expect.poll(() => page.locator('.day').textContent()).toContain('1月6日');
    await expect.poll(() => page.locator('#backstage').textContent()).toContain('时间拨到 1月6日');
    expect(faults).toEqual([]);
  });
});
