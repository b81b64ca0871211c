/** 「我的账号」: what protects a session, where one is signed in, and who may do what. */
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StaffRole } from '#shared/access/roles.ts';
import { takeScreenshot } from '#test/browser/screenshot.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import { createScenes, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let scenes: Scenes;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
});
afterEach(() => page?.context().close());
afterAll(() => stage?.close());

async function open(width: number, role: StaffRole, path = 'hr/account/index') {
  page = await scenes.open(stage.browser, role, { width, height: width < 900 ? 812 : 900 });
  await page.goto(scenes.url(path));
}
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: stage.world.clock.now().getTime() });
const there = (selector: string) => page.locator(selector).count();
const type = (id: string, text: string) => page.locator(`#${id} input, input#${id}`).fill(text);

/** Somebody signs in from their phone as well. */
async function alsoOnPhone(role: StaffRole) {
  const person = seed.staff.find((one) => one.role === role);
  const code = stage.world.wecom.loginCode(seed.company.wecom.corpid, person?.wecomUserId ?? '');
  const headers = { 'user-agent': 'Mozilla/5.0 (iPhone) wxwork/4.1.30 MicroMessenger/7.0.1' };
  return (await scenes.must('session.wecom', { input: { code, via: 'mini_program' }, headers })).token;
}

describe.each([375, 1440])('at %i px', (width) => {
  it('a recruiter sees who they are and signs another device out', async () => {
    const phone = await alsoOnPhone('recruiter');
    await open(width, 'recruiter');
    await page.getByText('企业微信 · iPhone').waitFor();
    expect(await page.locator('#who').innerText()).toContain('招聘专员');
    expect(await there('#open-staff')).toBe(0);
    await takeScreenshot(page, `account-${width}`);
    await page.locator('[id^=end-ses]').first().click();
    await expect.poll(() => there('[id^=end-ses]')).toBe(0);
    expect((await scenes.refused('account.get', { token: phone })).code).toBe('unauthenticated');
  });

  it('an admin turns the second factor on, is asked for it before a sensitive step, and goes on where they were', async () => {
    await open(width, 'admin');
    await page.click('#enable-factor');
    await page.waitForSelector('#factor-qr');
    const secret = (await page.locator('#factor-secret').innerText()).replaceAll(' ', '');
    await takeScreenshot(page, `account-enrol-${width}`);
    await type('factor-code', '000000');
    await page.click('#confirm-enrol');
    await page.getByText('验证码不对').waitFor();
    await type('factor-code', codeOf(secret));
    await page.click('#confirm-enrol');
    await page.waitForSelector('#recovery-codes');
    expect(await there('#recovery-codes .hr-account-code')).toBe(10);
    await takeScreenshot(page, `account-codes-${width}`);
    await page.click('#codes-kept');
    await expect.poll(() => page.locator('#factor-state').innerText()).toBe('已启用');
    await scenes.turn('PT11M');

    await page.click('#open-staff');
    await page.click('#staff-usr_sunhe');
    await takeScreenshot(page, `account-person-${width}`);
    await page.click('#role-recruiter');
    await page.click('#save-role');
    await page.waitForSelector('#confirm-code');
    await takeScreenshot(page, `account-confirm-${width}`);
    await page.click('#confirm');
    await page.getByText('请输入验证器里的 6 位数字').waitFor();
    await type('confirm-code', codeOf(secret));
    await page.click('#confirm');
    await page.waitForSelector('#confirm-code', { state: 'detached' });
    await page.click('#save-role');
    await page.waitForSelector('#person-sheet', { state: 'detached' });
    await expect.poll(() => page.locator('#access-log').innerText()).toContain('孙禾 改为招聘专员');
    await takeScreenshot(page, `account-staff-${width}`);
    await page.click('#staff-usr_sunhe');
    await page.click('#role-auditor');
    await page.click('#save-role');
    await expect.poll(() => page.locator('#access-log').innerText()).toContain('孙禾 改为审计');
    await page.goBack();
    await page.click('#disable-factor');
    await expect.poll(() => page.locator('#factor-state').innerText()).toBe('未启用');
    await scenes.turn('PT16M');
  });

  it('an auditor reads who may do what, and changes nothing', async () => {
    await open(width, 'auditor', 'hr/account/staff/index');
    await page.waitForSelector('#staff');
    expect(await page.locator('#staff').innerText()).toContain('赵磊');
    expect(await there('#policy')).toBe(0);
    await page.click('#staff-usr_zhaolei');
    expect(await there('#person-sheet')).toBe(0);
  });
});
