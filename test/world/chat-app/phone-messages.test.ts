/** Mail and cards as the phones show them: an appointment, its move, a button that really comes back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeDeliver } from '#functions/compose.ts';
import type { EmailMessage } from '#shared/messaging/email.ts';
import { launchBrowser } from '#test/browser/launch.ts';
import { captureLogs } from '#test/functions/capture-logs.ts';
import { createClient } from '#test/functions/journeys/client.ts';
import { createClock } from '../clock.ts';
import { startWorld, type World } from '../world.ts';
import { createChatApp } from './chat-app.ts';

let dir: string;
let logs: ReturnType<typeof captureLogs>;
let world: World;
let browser: Browser;
let page: Page;
const faults: string[] = [];
const messengers = () => composeDeliver(world.config, world.clock).messengers;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'phone-messages-'));
  logs = captureLogs();
  world = await startWorld({
    dir,
    clock: createClock({ start: new Date('2026-01-05T01:00:00Z') }),
    pages: async ({ origin }) => [(await createChatApp({ origin })).handle],
  });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, timezoneId: 'America/New_York' });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(world.origin);
  await page.selectOption('#person-candidate', { label: '林晓彤' });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await world?.stop();
  logs?.release();
  await rm(dir, { recursive: true, force: true });
});

const to = { address: 'linxiaotong@example.com' };
const mail = (over: Partial<EmailMessage>): EmailMessage => ({
  subject: '',
  text: '',
  html: '<p>面试时间</p>',
  ...over,
});
const appointment = (sequence: number, day: number) => ({
  uid: 'itv_1@mianliao',
  sequence,
  startsAt: `2026-01-0${day}T06:00:00Z`,
  endsAt: `2026-01-0${day}T06:30:00Z`,
  summary: '「销售代表」AI 面试',
  description: '',
  url: 'https://wxaurl.cn/aB3',
});

describe('the phones', () => {
  it('show a mail and put its appointment into the calendar, in the company’s time', async () => {
    await messengers().email(to, mail({ subject: '已预约', calendar: appointment(1, 6) }), 'booked');
    await page.locator('.dock-email .badge').waitFor();
    await page.click('.dock-email');
    await page.locator('.mail-row', { hasText: '已预约' }).click();
    expect(await page.locator('.calendar time').textContent()).toMatch(/1月6日.*14:00–14:30/);
    await page.click('.calendar > button');
    expect(await page.locator('.calendar [role=status]').textContent()).toMatch(/14:00 开始，14:30 结束/);
    expect(await page.frameLocator('.mail-page').locator('p').textContent()).toBe('面试时间');
  });

  it('know the newest time of an appointment, and that it was cancelled', async () => {
    await messengers().email(to, mail({ subject: '已改约', calendar: appointment(2, 7) }), 'moved');
    await expect.poll(() => page.locator('.calendar > p').textContent()).toContain('有更新的时间');
    await messengers().email(
      to,
      mail({ subject: '已取消', calendar: { ...appointment(3, 7), cancelled: true } }),
      'gone',
    );
    await page.click('.mail-bar button');
    await page.locator('.mail-row', { hasText: '已取消' }).click();
    expect(await page.locator('.calendar > p').textContent()).toBe('日程已取消');
  });

  it('bring a button’s press back, and show what became of it', async () => {
    const signedIn = await fetch(`${world.origin}/world/sign-in`, {
      method: 'POST',
      body: JSON.stringify({ as: 'hr' }),
    });
    const { token } = (await signedIn.json()) as { token: string };
    await createClient(world.origin).must('application.invite', {
      token,
      params: { requisitionId: 'req_salesrep01' },
      input: { operationId: 'op-card-invite', candidateId: 'cand_chensiyuan' },
    });
    // Nobody comes, and the deadline passes.
    world.clock.advance('PT74H');
    await world.sweep();
    await world.idle();
    await page.click('.dock-wecom');
    await page.locator('.card-buttons button', { hasText: '我来处理' }).click();
    await expect.poll(() => page.locator('.card-buttons').textContent()).toBe('已接手');
  });

  it('show the figures of the workbench', async () => {
    await messengers().wecomBoard({ userid: 'wangmin' }, [{ key: '待评估', data: '3' }]);
    await page.reload();
    await page.click('.dock-bench');
    await expect.poll(() => page.locator('#board').textContent()).toContain('3');
    expect(faults).toEqual([]);
  });
});
