/** The stage of `npm start` as the README shows it: HR invites on the right, the candidate answers on the left. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStillPage, takeScreenshot } from '#test/browser/screenshot.ts';
import { answers } from '#test/world/seeds/answers.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  // What happened behind the scenes is told in the order of its times.
  stage = await openStage({ running: true, sdk: true });
  page = await openStillPage(stage.browser, { width: 1440, height: 960 });
  await page.goto(stage.world.origin);
});
afterAll(() => stage?.close());

it('goes from the invitation to an answer that is saved, and tells what happened behind the scenes', async () => {
  const hr = page.frameLocator('iframe[name=hr]');
  const candidate = page.frameLocator('iframe[name=candidate]');
  await page.getByRole('button', { name: '跳过导览' }).click();
  await page.click('#open-workbench');
  await hr.locator('#open-invite-req_salesrep01').click();
  await hr.locator('#invite-cand_chensiyuan').click();
  await hr.locator('#confirm-invite').click();
  await page.locator('.sms-link').click();
  await candidate.locator('#consent-ai').click();
  await candidate.locator('#start').click();
  await candidate.locator('#skip-guide').click();
  const composer = candidate.locator('#composer textarea, textarea#composer').first();
  for (const bubble of answers.strong.qclose?.slice(0, 2) ?? []) {
    await composer.fill(bubble);
    await candidate.locator('#send').click();
  }
  await expect.poll(() => candidate.locator('#save-state').innerText(), { timeout: 15_000 }).toContain('已保存');
  await hr.getByRole('button', { name: '返回' }).click();
  await hr.locator('#count-in_progress').click();
  await hr.getByText('陈思远').first().waitFor();
  await expect
    .poll(() => page.locator('#backstage').innerText(), { timeout: 15_000 })
    .toMatch(/邀请候选人[\s\S]*陈思远 收到短信[\s\S]*面试开始/);
  await takeScreenshot(page, 'stage');
});
