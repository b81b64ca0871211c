/** What a company learns, on HR's page; and what a candidate says of themselves, on theirs. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { takeScreenshot } from '#test/browser/screenshot.ts';
import { keepLearned } from './learned-company.ts';
import { createScenes, type Scene, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let scenes: Scenes;
let page: Page;
let hired: Scene;

beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
  hired = await (await scenes.invited()).submitted();
  await hired.decide('onboarding');
  await scenes.turn('PT15M');
  await keepLearned(stage.world);
});
afterEach(() => page?.context().close());
afterAll(() => stage?.close());

const sections = ['overview', 'questions', 'weights', 'no_show', 'demand', 'fairness', 'outcomes'] as const;

async function open(section: string, width: number, colorScheme: 'light' | 'dark' = 'light') {
  page = await scenes.open(stage.browser, 'admin', { width, height: width < 900 ? 812 : 900, colorScheme });
  await page.goto(scenes.url('hr/learning/index', `section=${section}`));
  await page.waitForSelector(`[id^=section-${section}] .hr-card`);
}
const overflow = () =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as Promise<number>;

describe.each([
  [320, 'light'],
  [375, 'dark'],
  [1440, 'light'],
] as const)('at %i px, %s', (width, colours) => {
  it.each(sections)('%s stands on the page', async (section) => {
    await open(section, width, colours);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await takeScreenshot(page.locator('.hr-learn'), `learning-${section}-${width}-${colours}`);
  });
});

describe('an admin', () => {
  it('approves the weights by name, and takes them back', async () => {
    await open('weights', 375);
    await page.click('[id^=approve-pos]');
    await page.click('#approve-weights');
    await page.waitForSelector('[id^=roll-back-]');
    expect(await page.locator('.hr-learn-approved').innerText()).toContain('林悦');
    await page.click('[id^=roll-back-]');
    await page.getByText('已回退').waitFor();
  });

  it('enters how it went with somebody who was hired', async () => {
    await open('outcomes', 375);
    await page.click(`#edit-${hired.applicationId}`);
    await page.click('#retention-there');
    await page.click('#performance-4');
    await takeScreenshot(page, 'learning-outcome-sheet');
    await page.click('#save-outcome');
    await page.getByText('在职 · 绩效 4/5').waitFor();
  });

  it('reads how it went with many out of a table, after seeing what would change', async () => {
    await open('outcomes', 375);
    await page.click('#import-outcomes');
    const chooser = page.waitForEvent('filechooser');
    await page.click('#pick-outcomes');
    const table = `申请编号,是否在职,离职日期,试用期,绩效\n${hired.applicationId},离职,2025-12-31,通过,3\napp_nobody0000,在职,,,4`;
    await (await chooser).setFiles({ name: '表现.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.getByText('将更新 1 人').waitFor();
    expect(await page.locator('#outcome-problems').innerText()).toContain('第 3 行');
    expect(await overflow()).toBeLessThanOrEqual(0);
    await takeScreenshot(page, 'learning-outcomes-preview');
    await page.click('#write-outcomes');
    const row = page.locator(`#outcome-${hired.applicationId}`);
    await row.getByText('已离职').waitFor();
    expect(await row.innerText()).toContain('表格');
  });

  it('asks for a turn now, and sees what was found of the few there are', async () => {
    await open('overview', 375);
    await page.click('#learn-now');
    await page.getByText('已安排').waitFor();
    await scenes.turn('PT1M');
    await open('no_show', 375);
    await page.getByText('还差 200 次预约').or(page.getByText('还差 199 次预约')).waitFor();
  });
});

describe('a candidate', () => {
  it('says something of themselves after the interview, finds it again and deletes it', async () => {
    page = await scenes.open(stage.browser, hired);
    await page.goto(scenes.url('pages/voluntary/index'));
    await page.click('#voluntary-sex-female');
    await page.click('#voluntary-born-1995');
    await takeScreenshot(page, 'voluntary-375');
    await page.click('#voluntary-consent');
    await page.click('#voluntary-save');
    await page.waitForSelector('#voluntary-done');
    await page.reload();
    await page.waitForSelector('#voluntary-sex-female.voluntary__option--on');
    await page.click('#voluntary-delete');
    await page.getByText('已删除').waitFor();
    await page.reload();
    await page.waitForSelector('#voluntary-sex-none.voluntary__option--on');
    await page.goto(scenes.url('pages/mine/index'));
    await page.click('#mine-voluntary');
    await page.waitForSelector('.voluntary__promise');
  });
});
