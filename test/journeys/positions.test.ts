/**
 * A position from template to candidate: made, edited, saved, and met in the next interview while the one under way stays
 * as it was; then the preview, the bank, and two people at once. On a phone and on a wide screen.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeScreenshot } from '#test/browser/screenshot.ts';
import { createScenes, type Scene, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 15_000 });

let stage: Stage;
let scenes: Scenes;
beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
});
afterAll(() => stage?.close());

describe.each([
  { width: 375, height: 812, title: '客服组长' },
  { width: 1440, height: 900, title: '销售主管' },
])('positions at $width', ({ width, height, title }) => {
  let hr: Page;
  let underway: Scene;
  const prompt = `请说一件您最近学会的事（${width}）。`;

  let broken = false;
  beforeEach(({ skip, onTestFailed }) => {
    if (broken) skip('an earlier step failed');
    onTestFailed(() => {
      broken = true;
    });
  });
  beforeAll(async () => {
    underway = await scenes.invited();
    await underway.start();
    hr = await scenes.open(stage.browser, 'hr', { width, height });
  });
  afterAll(() => hr?.context().close());

  const sums = () => hr.locator('#weights-sum').innerText();
  const says = () => hr.locator('#save-says').innerText();

  it('makes one from a template', async () => {
    await hr.goto(scenes.url('hr/positions/index'));
    await hr.locator('#position-pos_salesrep').waitFor();
    await takeScreenshot(hr, `positions-list-${width}`);
    await hr.locator('#new-position').click();
    await hr.locator('#template-support').click();
    await takeScreenshot(hr, `positions-create-${width}`);
    await hr.locator('#position-title input').fill(title);
    await hr.locator('#confirm-create').click();
    await hr.locator('#questions-total').waitFor();
    expect(await hr.locator('#position-name').innerText()).toBe(`客户服务部 · ${title}`);
    expect(await hr.locator('#all-findings').innerText()).toBe('检查通过');
    await takeScreenshot(hr, `positions-editor-${width}`);
  });

  it('says live what is wrong, and scales the weights', async () => {
    await hr.locator('#section-model').click();
    await hr.locator('#competency-weight-0 input').fill('50');
    await soon(sums).toBe('合计 120%');
    expect(await hr.locator('#all-findings').innerText()).toContain('要正好 100%');
    await soon(says).toContain('要先改好');
    await takeScreenshot(hr, `positions-weights-${width}`);
    await hr.locator('#scale-weights').click();
    await soon(sums).toBe('合计 100%');
    await soon(() => hr.locator('#all-findings').innerText()).toBe('检查通过');
  });

  it('keeps what was not saved over a reload, and takes back a deletion', async () => {
    await hr.locator('#section-questions').click();
    await hr.locator('#remove-q1').click();
    await soon(() => hr.locator('#removed').innerText()).toContain('第 1 题');
    await hr.locator('#undo-remove').click();
    await hr.locator('#question-q1').waitFor();
    await hr.reload();
    await hr.locator('#restored').waitFor();
    await hr.locator('#section-model').click();
    expect(await hr.locator('#competency-weight-0 input').inputValue()).toBe('42');
    await hr.locator('#discard').click();
    await hr.locator('#confirm-discard').click();
    await soon(() => hr.locator('#save-bar').count()).toBe(0);
  });

  it('saves an edited question of a position that people are under way in', async () => {
    await hr.goto('about:blank');
    await hr.goto(scenes.url('hr/workbench/index'));
    await hr.locator('#open-position-pos_salesrep').first().click();
    await hr.locator('#edit-qclose').click();
    await hr.locator('#prompt-qclose textarea').fill(prompt);
    await hr.locator('#setting-qclose textarea').fill('您结婚了吗？');
    await soon(() => hr.locator('#all-findings').innerText()).toContain('婚育');
    await takeScreenshot(hr, `positions-question-${width}`);
    await hr.locator('#setting-qclose textarea').fill('');
    await hr.locator('#section-settings').click();
    await hr.locator(`#set-attempts-${width === 375 ? 3 : 4}`).click();
    await soon(() => hr.locator('#from-attempts').innerText()).toBe('本岗位单独设定');
    await takeScreenshot(hr, `positions-settings-${width}`);
    await hr.locator('#save-position').click();
    await soon(() => hr.locator('#save-changes').innerText()).toContain('作答机会：');
    expect(await hr.locator('#save-concerns').innerText()).toMatch(/进行中的 \d+ 场不变/);
    await takeScreenshot(hr, `positions-save-${width}`);
    await hr.locator('#confirm-save').click();
    await soon(says).toMatch(/已保存为第 \d+ 版/);
  });

  it('shows the interview as a candidate would have it, and keeps nothing', async () => {
    await hr.locator('#open-preview').click();
    await hr.locator('#preview-note').waitFor();
    await soon(() => hr.locator('#preview-qclose').innerText()).toContain(prompt);
    await takeScreenshot(hr, `positions-preview-${width}`);
    for (const id of ['qmissed', 'qprice', 'qdelay', 'qfollow']) {
      await hr.locator('#preview-next').click();
      await hr.locator(`#preview-${id}`).waitFor();
    }
    await hr.locator('#preview-next').click();
    await hr.locator('#preview-over').waitFor();
    await takeScreenshot(hr, `positions-preview-over-${width}`);
  });

  it('is what the next candidate meets; the one under way has what they were invited with', async () => {
    const next = await scenes.invited();
    const page = await scenes.open(stage.browser, next);
    await next.start();
    await page.goto(scenes.url('pages/interview/index', `id=${next.interviewId}`));
    await page.locator('#continue-yes').click();
    await soon(() => page.locator('#question-qclose').innerText()).toContain(prompt);
    await page.context().close();
    const asked = (await underway.view()).questions[0]?.prompt;
    expect(asked).toBeDefined();
    expect(asked).not.toBe(prompt);
  });

  it('tells the second of two savers, shows both and loses neither', async () => {
    const other = await scenes.open(stage.browser, 'hr', { width, height });
    const url = scenes.url('hr/positions/editor/index', 'positionId=pos_backend');
    for (const page of [hr, other]) {
      // A new document: the pages before it would lie behind it in the same one.
      await page.goto('about:blank');
      await page.goto(url);
      await page.locator('#section-notes').click();
    }
    await hr.locator('#edit-briefing-title input').fill(`甲的标题 ${width}`);
    await other.locator('#edit-introduction textarea').fill(`乙的开场白 ${width}`);
    for (const page of [hr, other]) {
      await page.locator('#save-position').click();
      await page.locator('#confirm-save').click();
      if (page === hr) await soon(says).toMatch(/已保存为第/);
    }
    await other.locator('#conflict-sheet').waitFor();
    expect(await other.locator('#conflict-who').innerText()).toContain('王敏');
    await takeScreenshot(other, `positions-conflict-${width}`);
    await other.locator('#keep-mine').click();
    await soon(() => other.locator('#save-says').innerText()).toMatch(/已保存为第/);
    await soon(() => other.locator('#edit-introduction textarea').inputValue()).toBe(`乙的开场白 ${width}`);
    await soon(() => other.locator('#edit-briefing-title input').inputValue()).toBe(`甲的标题 ${width}`);
    await soon(() => other.locator('#edit-title input').inputValue()).toBe('后端工程师');
    await other.locator('#open-history').click();
    await other.locator('#history-sheet').getByText('修改了说明文字').first().waitFor();
    await takeScreenshot(other, `positions-history-${width}`);
    await other.context().close();
  });

  it('keeps a question in the bank, and changes a position by choice only', async () => {
    await hr.goto('about:blank');
    await hr.goto(scenes.url('hr/questions/index'));
    await hr.locator('#search-questions input').fill('十位客户');
    const card = hr.locator('[id^=bank-]').filter({ hasText: '客服专员' });
    await card.waitFor();
    await takeScreenshot(hr, `positions-bank-${width}`);
    if ((await card.getByText('未入库').count()) > 0) {
      await card.getByRole('button', { name: '放入题库' }).click();
      await hr.locator('#confirm-question').click();
      await card.getByText('第 1 版').first().waitFor();
    }
    await card.getByRole('button', { name: '修改' }).click();
    await hr.locator('#points-qbank textarea').fill(`先记录\n再归类\n反馈给相关部门 ${width}`);
    await hr.locator('#confirm-question').click();
    await card.getByText('1 个岗位还在用旧版').waitFor();
    await takeScreenshot(hr, `positions-bank-older-${width}`);
    await card.getByRole('button', { name: '更新到新版' }).click();
    await hr.locator('#adopt-into-pos_support').click();
    await hr.locator('#confirm-adopt').click();
    await soon(() => card.getByText('1 个岗位还在用旧版').count()).toBe(0);
    await card.getByRole('button', { name: '加入岗位' }).click();
    await hr.locator('#add-to-pos_salesrep').click();
    await soon(() => hr.locator('#questions-total').innerText()).toContain('6 题');
    await soon(() => hr.locator('#all-findings').innerText()).toContain('没有选考察的能力');
    await hr.locator('#discard').click();
    await hr.locator('#confirm-discard').click();
    await soon(() => hr.locator('#questions-total').innerText()).toContain('5 题');
  });
});
