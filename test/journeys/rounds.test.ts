/** 笔试 · 复试 · 终面: results entered in the form, imported from a table, and put right. HR on a phone and at a desk. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeScreenshot } from '#test/browser/screenshot.ts';
import { createScenes, type Scene, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 15_000 });

let stage: Stage;
let scenes: Scenes;
let one: Scene;
let other: Scene;
beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
  one = await (await scenes.invited('sales')).submitted();
  other = await (await scenes.invited('sales')).submitted();
  await other.decide('second_interview');
  await stage.world.idle();
});
afterAll(() => stage?.close());

const results = async ({ applicationId }: Scene) => {
  const { hiring } = await scenes.must('application.dossier', { token: scenes.hr, params: { applicationId } });
  return hiring.results.map(({ round, score, passed, words }) => [round, score, passed, words]);
};
const score = (page: Page) => page.locator('#result-score input, input#result-score').first();
const words = (page: Page) => page.locator('#result-words textarea, textarea#result-words').first();

it('a written test is entered before the decision, on a phone, and its words alone can be put right', async () => {
  const page = await scenes.open(stage.browser, 'hr');
  await page.goto(scenes.url('hr/review/index', `id=${one.applicationId}`));
  await page.locator('#enter-written-test').click();
  await score(page).fill('86');
  await words(page).fill('基础扎实');
  await takeScreenshot(page, 'rounds-test-375');
  await page.locator('#confirm-result').click();
  await soon(() => page.locator('#results').innerText()).toContain('笔试：通过，86 分');
  expect(await page.locator('#enter-written-test').count()).toBe(0);
  await page.locator('#edit-written_test').click();
  expect(await score(page).inputValue()).toBe('86');
  await words(page).fill('基础扎实，表达清楚');
  await page.locator('#confirm-result').click();
  await soon(() => page.locator('#results').innerText()).toContain('表达清楚');
  await takeScreenshot(page, 'rounds-results-375');
  expect(await results(one)).toEqual([['written_test', 86, true, '基础扎实，表达清楚']]);
  await page.context().close();
});

it('second and final come from a table, what is wrong in it is named, and each is put right by itself', async () => {
  const page = await scenes.open(stage.browser, 'hr', { width: 1440, height: 900 });
  await page.goto(scenes.url('hr/intake/index', 'way=rounds'));
  const table = [
    '申请编号,环节,分数,是否通过,评语',
    `${other.applicationId},复试,88,是,思路清楚`,
    `${other.applicationId},终面,91,是,可以录用`,
    `${one.applicationId},体检,120,也许,`,
  ].join('\n');
  const chooser = page.waitForEvent('filechooser');
  await page.locator('#pick-rounds').click();
  await (await chooser).setFiles({ name: '成绩.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await page.locator('#enter-rounds').waitFor();
  const problems = await page.locator('#problems').innerText();
  for (const said of ['环节应是笔试、复试或终面', '分数应是 0 到 100', '是否通过应填'])
    expect(problems).toContain(said);
  await takeScreenshot(page, 'rounds-import-1440');
  await page.locator('#enter-rounds').click();
  await soon(() => page.locator('body').innerText()).toContain('已录入 2 条');
  expect(await results(other)).toEqual([
    ['second', 88, true, '思路清楚'],
    ['final', 91, true, '可以录用'],
  ]);
  await page.goto(scenes.url('hr/review/index', `id=${other.applicationId}`));
  await page.locator('#edit-final').click();
  // Another round begins with what is known of it.
  expect(await score(page).inputValue()).toBe('91');
  await page.locator('#result-round-second').click();
  expect(await score(page).inputValue()).toBe('88');
  await page.locator('#result-round-final').click();
  await score(page).fill('79');
  await page.locator('#result-passed-no').click();
  await takeScreenshot(page, 'rounds-edit-1440');
  await page.locator('#confirm-result').click();
  await soon(() => page.locator('#results').innerText()).toContain('终面：未通过，79 分');
  expect(await page.locator('#results').innerText()).toContain('复试：通过，88 分');
  await page.context().close();
});
