/** HR's workbench over the real routes: queues, filters, batches with their preview, live arrival, keys. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { takeScreenshot } from '#test/browser/screenshot.ts';
import { answers } from '#test/world/seeds/answers.ts';
import { createScenes, type Scene, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let scenes: Scenes;
let page: Page;
let people: Scene[] = [];

beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
  people = [await (await scenes.invited()).submitted(), await (await scenes.invited()).submitted()];
  const backend = await scenes.invited('backend');
  await backend.start();
  const { questions } = await backend.view();
  const [said = []] = Object.values(answers.strong);
  await backend.answer(Object.fromEntries(questions.map(({ id }) => [id, said])));
  await backend.end();
  people.push(backend, await scenes.invited());
  await stage.world.idle();
});
afterEach(() => page?.context().close());
afterAll(() => stage?.close());

async function open(width: number, query = '') {
  page = await scenes.open(stage.browser, 'hr', { width, height: width < 900 ? 812 : 900 });
  await page.goto(scenes.url('hr/workbench/index', query));
  await page.waitForSelector('.hr-person');
}
const shown = () => page.locator('.hr-person-name').allTextContents();
const count = (queue: string) => page.locator(`#count-${queue}`).textContent();
const rowOf = (scene: Scene | undefined) => `#row-${scene?.interviewId}`;

describe.each([375, 1440])('at %i px', (width) => {
  it('a queue shows its people, and a figure on WeCom’s workbench leads to it', async () => {
    await open(width);
    expect(await count('awaiting')).toBe('3');
    expect(await count('no_show')).toBe('0');
    expect(await count('invited')).toBe('1');
    await page.click('#queue-awaiting');
    await expect.poll(shown).toHaveLength(3);
    await takeScreenshot(page, `workbench-queue-${width}`);
    await page.context().close();
    await open(width, 'queue=awaiting');
    await expect.poll(shown).toHaveLength(3);
  });

  it('is narrowed by a name and by conditions, each with a way out, and kept under a name', async () => {
    await open(width);
    await page.locator('#find-name input, input#find-name').fill('0001');
    await page.getByText('没有符合条件的候选人').waitFor();
    await page.locator('#find-name input, input#find-name').fill('候选人');
    await expect.poll(shown).toHaveLength(4);
    await page.click('#open-filter');
    await page.click('#department-技术部');
    await page.locator('#score-from input, input#score-from').fill('120');
    await page.getByText('分数是 0 到 100').waitFor();
    await page.locator('#score-from input, input#score-from').fill('1');
    await page.locator('#filter-name input, input#filter-name').fill('研发有分');
    await takeScreenshot(page, `workbench-filter-${width}`);
    await page.click('#save-filter');
    await page.waitForSelector('#filter-sheet', { state: 'detached' });
    await expect.poll(shown).toHaveLength(1);
    await page.click('.hr-condition >> nth=0');
    await expect.poll(shown).toHaveLength(1);
    await page.click('#show-all');
    await expect.poll(shown).toHaveLength(4);
    await page.getByText('研发有分').click();
    await expect.poll(shown).toHaveLength(1);
    await page.click('#open-filter');
    await page.locator('[id^=remove-flt_]').click();
    await page.keyboard.press('Escape');
    await page.getByText('已删除「研发有分」').waitFor();
    await page.click('#restore-filter');
    await page.waitForSelector('#filter-removed', { state: 'detached' });
    await page.click('#open-filter');
    await page.locator('[id^=remove-flt_]').click();
    await page.locator('[id^=remove-flt_]').waitFor({ state: 'detached' });
  });

  it('does for many what was shown before, skips whom it cannot be done for, and takes it all back', async () => {
    await open(width);
    await page.click('#start-batch');
    for (const scene of people) await page.click(`#select-${scene.interviewId}`);
    expect(await page.locator('#chosen').textContent()).toBe('已选 4 人');
    await takeScreenshot(page, `workbench-selection-${width}`);
    await page.click('#batch-pool');
    await expect.poll(() => page.locator('#batch-summary').textContent()).toBe('3 人可以执行，1 人不能，会跳过。');
    expect(await page.locator(`#batch-${people[3]?.interviewId}`).textContent()).toContain('等待候选人开始面试');
    await takeScreenshot(page, `workbench-preview-${width}`);
    expect(await count('awaiting')).toBe('3');
    await page.click('#confirm-batch');
    await page.getByText('已完成 3 人').waitFor();
    await takeScreenshot(page, `workbench-done-${width}`);
    await page.click('#undo-batch');
    await page.getByText('已撤销 3 人').waitFor();
    await page.click('#close-batch');
    await page.waitForSelector('#batch', { state: 'detached' });
    await expect.poll(() => count('awaiting')).toBe('3');
    for (const scene of people.slice(0, 3)) {
      const { timeline } = await scenes.must('application.dossier', {
        token: scenes.hr,
        params: { applicationId: scene.applicationId },
      });
      expect(timeline.filter(({ type }) => type === 'decided').length).toBe(
        timeline.filter(({ type }) => type === 'decision_undone').length,
      );
    }
  });
});

it('shows who arrives without a reload, and asks little while nothing does', async () => {
  await open(1440, 'queue=awaiting');
  await expect.poll(shown).toHaveLength(3);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await expect.poll(() => asked.filter((at) => at.endsWith('/workbench/changes')).length, { timeout: 15_000 }).toBe(2);
  expect(asked.filter((at) => at.startsWith('/v1/') && !at.endsWith('/changes'))).toEqual([]);
  const late = await (await scenes.invited()).submitted();
  await page.waitForSelector(rowOf(late), { timeout: 10_000 });
  await expect.poll(() => count('awaiting')).toBe('4');
});

it('is worked with the keyboard alone', async () => {
  await open(1440);
  await page.keyboard.press('?');
  await page.waitForSelector('#keys');
  await takeScreenshot(page, 'workbench-keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('1');
  await expect.poll(() => page.locator('.hr-tile-on').getAttribute('id')).toBe('queue-awaiting');
  await expect.poll(shown).toHaveLength(4);
  await page.keyboard.press('j');
  await page.waitForSelector('#overall');
  await page.keyboard.press('x');
  await expect.poll(() => page.locator('#chosen').textContent()).toBe('已选 1 人');
  await page.keyboard.press('a');
  await expect.poll(() => page.locator('#chosen').textContent()).toBe('已选 4 人');
  await page.keyboard.press('Escape');
  await page.waitForSelector('#selection', { state: 'detached' });
  await page.keyboard.press('/');
  await page.keyboard.type('没有这个人');
  await page.getByText('没有符合条件的候选人').waitFor();
  await page.locator('#find-name input, input#find-name').blur();
  await page.keyboard.press('g');
  await page.keyboard.press('0');
  await expect.poll(async () => (await shown()).length).toBeGreaterThan(3);
});

it('chooses a range with Shift', async () => {
  await open(1440, 'queue=awaiting');
  await page.click('#start-batch');
  const boxes = page.locator('.hr-check');
  await boxes.nth(0).click();
  await boxes.nth(2).click({ modifiers: ['Shift'] });
  await expect.poll(() => page.locator('#chosen').textContent()).toBe('已选 3 人');
});

it('sets the figures on WeCom’s own workbench, once a minute at most', async () => {
  await scenes.turn('PT1M');
  const board = async () => {
    const answer = await fetch(`${stage.world.origin}/world/phone/workbench?person=usr_wangmin`);
    const { items } = (await answer.json()) as { items: { key: string; data: string }[] };
    return Object.fromEntries(items.map(({ key, data }) => [key, data]));
  };
  const before = await board();
  expect(before).toMatchObject({ 待评估: '4', 未参加: '0', 今日面试: '0' });
  await (await scenes.invited()).submitted();
  expect(await board()).toEqual(before);
  await scenes.turn('PT1M');
  expect(await board()).toEqual({ ...before, 待评估: '5' });
});
