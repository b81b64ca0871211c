/**
 * Who may look and not change: an auditor on the pages of rules, positions and questions. And two things that are taken back:
 * a 已入职 that was a mistake, and the word of a notice that changed while somebody was away. MISSION 83, 94, 150.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { takeScreenshot } from '#test/browser/screenshot.ts';
import { createScenes, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 15_000 });

let stage: Stage;
let scenes: Scenes;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
});
afterEach(() => page?.context().close());
afterAll(() => stage?.close());

const there = (selector: string) => page.locator(selector).count();
const text = (selector: string) => page.locator(selector).innerText();

it('an auditor reads rules, positions and questions, and finds nothing to change', async () => {
  page = await scenes.open(stage.browser, 'auditor', { width: 375 });
  await page.goto(scenes.url('hr/workbench/index'));
  await page.locator('[id^=open-rules-]').first().click();
  await soon(() => text('#rules-read')).toContain('AI 综合分 ≥ 80');
  expect(await there('#add-rule, [id^=edit-rule], #save-bar')).toBe(0);
  await page.click('#open-history');
  await page.locator('#history-sheet').waitFor();
  expect(await there('[id^=restore-]')).toBe(0);
  await takeScreenshot(page, 'rules-read-375');
  await page.goto(scenes.url('hr/positions/index'));
  await page.locator('[id^=position-pos]').first().click();
  for (const section of ['questions', 'model', 'settings', 'notes']) {
    await page.click(`#section-${section}`);
    await page.locator(`#part-${section}`).waitFor();
    expect(await there(`#part-${section} input, #part-${section} textarea`)).toBe(0);
    await takeScreenshot(page, `position-read-${section}-375`);
  }
  expect(await there('#open-archive')).toBe(0);
  await page.goto(scenes.url('hr/questions/index'));
  await page.locator('.hr-bank-uses').first().waitFor();
  expect(await there('[id^=add-bank], [id^=edit-bank], [id^=add-pos], [id^=edit-pos]')).toBe(0);
});

it('HR takes back a 已入职 that was a mistake, after being asked', async () => {
  const hired = await (await scenes.invited()).submitted();
  await hired.decide('onboarding');
  await scenes.turn('PT15M');
  const operationId = 'op-looking-joined';
  await scenes.must('interview.joined', { token: scenes.hr, params: hired.params, input: { operationId } });
  page = await scenes.open(stage.browser, 'hr', { width: 375 });
  await page.goto(scenes.url('hr/review/index', `id=${hired.applicationId}`));
  await page.click('#undo-joined');
  await soon(() => text('#unjoin-sheet')).toContain('在职人数减 1');
  await takeScreenshot(page, 'undo-joined-375');
  await page.click('#confirm-unjoin');
  await soon(() => text('#joining')).toContain('待入职');
  expect(await there('#undo-joined')).toBe(0);
});

it('who comes back after the notice changed is told so, may read it, and goes on', async () => {
  const me = await scenes.invited();
  const consents = [{ purpose: 'ai_evaluation' as const, version: 'cn.0', granted: true }];
  const { token, params } = me;
  await scenes.must('interview.start', { token, params, input: { operationId: 'op-looking-start', consents } });
  page = await scenes.open(stage.browser, me);
  await page.goto(scenes.url('pages/interview/index', `id=${me.interviewId}`));
  await page.locator('#continue-yes').waitFor();
  await page.waitForLoadState('networkidle');
  expect(await there('#notice-changed')).toBe(0);
  await page.context().close();

  const hr = await scenes.open(stage.browser, 'admin', { width: 375 });
  await hr.goto(scenes.url('hr/privacy/index'));
  await hr.click('#notice-open');
  await hr.locator('#notice-title input, input#notice-title').fill('个人信息处理告知书（新）');
  await hr.click('#save-notice');
  await soon(() => hr.locator('.hr-privacy-notice').innerText()).toContain('第 1 版');
  await hr.context().close();

  page = await scenes.open(stage.browser, me);
  await page.goto(scenes.url('pages/interview/index', `id=${me.interviewId}`));
  await soon(() => text('#notice-changed')).toContain('更新了告知书');
  await page.click('#notice-changed-read');
  await soon(() => text('#notice-changed')).toContain('告知书（新）');
  await takeScreenshot(page, 'notice-changed-375');
  await page.click('#continue-yes');
  await soon(async () => (await me.view()).epoch).toBe(2);
});
