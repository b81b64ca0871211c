/** A department head's view: the own people with their scores, a judgement of one's own, and nothing of anybody else. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { takeScreenshot } from '#test/browser/screenshot.ts';
import { answers } from '#test/world/seeds/answers.ts';
import { createScenes, type Scene, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let scenes: Scenes;
let page: Page;
let mine: Scene;
let met: Scene;
let theirs: Scene;

beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
  mine = await (await scenes.invited()).submitted();
  met = await (await scenes.invited()).submitted();
  await met.decide('second_interview');
  theirs = await scenes.invited('backend');
  await theirs.start();
  const { questions } = await theirs.view();
  const [said = []] = Object.values(answers.strong);
  await theirs.answer(Object.fromEntries(questions.map(({ id }) => [id, said])));
  await theirs.end();
  await scenes.turn('PT15M');
});
afterEach(() => page?.context().close());
afterAll(() => stage?.close());

async function open(width: number, path = 'hr/workbench/index', query = '') {
  page = await scenes.open(stage.browser, 'department_head', { width, height: width < 900 ? 812 : 900 });
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 403) refused.push(new URL(response.url()).pathname);
  });
  await page.goto(scenes.url(path, query));
  return refused;
}
const shown = () => page.locator('.hr-person-name').allTextContents();
const there = (selector: string) => page.locator(selector).count();

describe.each([375, 1440])('at %i px', (width) => {
  it('the workbench holds the own department’s people, counts them alone and offers nothing else', async () => {
    const refused = await open(width);
    await page.waitForSelector('.hr-person');
    expect(await shown()).toHaveLength(2);
    expect(await page.locator('#count-awaiting').textContent()).toBe('1');
    expect(await page.locator('#count-evaluated').textContent()).toBe('1');
    const text = await page.locator('.hr-people').innerText();
    expect(text).toContain('销售部');
    expect(text).not.toContain('技术部');
    for (const selector of ['#start-batch', '[id^=open-invite-]', '#open-intake', '#open-status', '[id^=open-rules-]'])
      expect([selector, await there(selector)]).toEqual([selector, 0]);
    await takeScreenshot(page, `department-head-workbench-${width}`);
    expect(refused).toEqual([]);
  });

  it('reads a report, rates an answer, writes a judgement of their own, and decides nothing', async () => {
    const refused = await open(width, 'hr/review/index', `id=${mine.applicationId}`);
    await page.waitForSelector('#overall');
    expect(await page.locator('#undecided').innerText()).toContain('招聘专员');
    for (const selector of ['[id^=decide-]', '#undo-decision', '#reevaluate', '#show-agreement', '#proposal-rules'])
      expect([selector, await there(selector)]).toEqual([selector, 0]);
    await takeScreenshot(page, `department-head-review-${width}`);
    await page.click('#write-judgement');
    await page.waitForSelector('#judge-note');
    await takeScreenshot(page, `department-head-judge-${width}`);
    await page.keyboard.press('Escape');
    if (width < 900) await page.click('#tab-answers');
    const [question] = (await mine.view()).questions;
    await page.click(`#rate-${question?.id}-4`);
    await page.waitForSelector(`#rate-${question?.id}-4.hr-rating-on`);
    if (width < 900) await page.click('#tab-dossier');
    await page.waitForSelector('.hr-timeline');
    for (const selector of ['#resync', '#correct', '[id^=give-]'])
      expect([selector, await there(selector)]).toEqual([selector, 0]);
    expect(refused).toEqual([]);
  });

  it('enters what came of the second interview of someone they met', async () => {
    const refused = await open(width, 'hr/review/index', `id=${met.applicationId}`);
    await page.waitForSelector('#hiring');
    expect([await there('#arrange'), await there('#undo-decision'), await there('#decide-anew')]).toEqual([0, 0, 0]);
    await page.click('#enter-result');
    await takeScreenshot(page, `department-head-result-${width}`);
    expect(refused).toEqual([]);
  });

  it('finds nobody of another department, by whatever way', async () => {
    await open(width, 'hr/review/index', `id=${theirs.applicationId}`);
    await page.getByText('没有找到').first().waitFor();
    await takeScreenshot(page, `department-head-not-found-${width}`);
  });
});
