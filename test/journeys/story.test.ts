/**
 * The main job, from invitation to report, in Chromium: once in the compiled WeChat package, once in the browser page.
 * SCENARIOS 2, 4.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStillPage, takeScreenshot } from '#test/browser/screenshot.ts';
import { answer, at, enter, questionIds, read } from './candidate.ts';
import { opening, openStage, type Stage } from './stage.ts';

/** Polls as long as a patient person would look at the screen. */
const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 15_000 });

let stage: Stage;
let hr: Page;

beforeAll(async () => {
  stage = await openStage({ sdk: true });
  hr = await openStillPage(stage.browser, { now: opening });
  await hr.goto(`${stage.world.origin}/world/phone/?platform=wxwork&person=usr_wangmin&path=hr/workbench/index`);
});
afterAll(() => stage?.close());

const surfaces = [
  {
    surface: 'weapp',
    person: 'cand_linxiaotong',
    name: '林晓彤',
    url: (path: string, query: string) =>
      `/world/phone/?platform=wechat&person=cand_linxiaotong&path=${path}&query=${encodeURIComponent(query)}`,
  },
  {
    surface: 'h5',
    person: 'cand_zhaozhiqiang',
    name: '赵志强',
    url: (path: string, query: string) => `/h5/index.html#/${path}?${query}`,
  },
] as const;

describe.each(surfaces)('the story in $surface', ({ surface, person, name, url }) => {
  let context: BrowserContext;
  let page: Page;
  let invitation: string;

  // Each step stands on the one before: after a failure the rest would only repeat it.
  let broken = false;
  beforeEach(({ skip, onTestFailed }) => {
    if (broken) skip('an earlier step failed');
    onTestFailed(() => {
      broken = true;
    });
  });

  const reopen = async (): Promise<void> => {
    page = await context.newPage();
    await page.goto(stage.world.origin + invitation);
  };
  const progress = () => hr.locator('#progress-req_salesrep01').innerText();
  const passedOf = (text: string) => Number(/已完成(\d)\/2面试/.exec(text)?.[1]);
  const inbox = () =>
    stage.world.outbox.list({ to: person === 'cand_linxiaotong' ? '+8619900000002' : '+8619900000005' });

  it('is invited by HR from the matching candidates, and the SMS brings the link', async () => {
    await hr.locator('#open-invite-req_salesrep01').click();
    await hr.locator(`#invite-${person}`).click();
    await hr.locator('#confirm-invite').click();
    await soon(() => inbox().length).toBe(1);
    const sms = inbox()[0];
    for (const element of ['前完成', '微信', 'https://wxaurl.cn/', '帮助']) expect(sms?.text).toContain(element);
    const opened = stage.world.wechat.openUrlLink(sms?.link ?? '');
    if (opened === undefined) throw new Error('the link opens nothing');
    invitation = url(opened.path, opened.query);
    await hr.getByRole('button', { name: '返回' }).click();
  });

  it('asks for consent, shows the way out, and starts', async () => {
    const first = await openStillPage(stage.browser, { now: opening });
    context = first.context();
    await first.goto(stage.world.origin + invitation);
    await first.locator('#start').waitFor();
    page = first;
    await enter(page);
    await soon(() => page.locator('#progress-count').innerText()).toContain('0/5');
    await soon(() => page.locator('#time-left').innerText()).toMatch(/天|小时/);
  });

  it('is killed in mid-answer and comes back to the character', async () => {
    const half = '客户犹豫的原因其实不是价格，而是';
    await at.composer(page).fill(half);
    await soon(() => at.saved(page).innerText()).toMatch(/已保存 \d\d:\d\d:\d\d/);
    await page.close({ runBeforeUnload: false });
    await reopen();
    await page.getByText('是否继续上次未完成的面试?').waitFor();
    await page.locator('#continue-yes').click();
    await soon(() => at.composer(page).inputValue()).toBe(half);
  });

  it('gives the old progress up on 「否」 and begins attempt 2', async () => {
    await page.close({ runBeforeUnload: false });
    await reopen();
    await page.locator('#continue-no').click();
    await page.locator('#confirm-restart').click();
    await at.composer(page).waitFor();
    expect(await at.composer(page).inputValue()).toBe('');
    await soon(() => page.locator('#progress-count').innerText()).toContain('0/5');
  });

  it('says before an early end what counts and what follows', async () => {
    for (const id of questionIds.slice(0, 3)) await answer(page, id);
    if (surface === 'weapp') {
      await read(page, 'qdelay');
      await takeScreenshot(page, 'interview-375');
    }
    await page.locator('#end-interview').click();
    const sheet = page.locator('#end-sheet');
    await sheet.getByText('是否确认结束本次面试?').waitFor();
    const said = await sheet.innerText();
    expect(said).toContain('未完成的答题内容将不计入最终评估结果');
    expect(said).toContain('未完成');
    if (surface === 'weapp') await takeScreenshot(page, 'end-sheet-375');
    await page.locator('#keep-answering').click();
  });

  it('ends by the menu: confirm, save, sync, and lands on the progress page', async () => {
    for (const id of questionIds.slice(3)) await answer(page, id);
    await page.locator('#more').click();
    await page.locator('#menu-exit').click();
    const sheet = page.locator('#end-sheet');
    await sheet.getByText('面试已完成,是否退出?').waitFor();
    expect(await sheet.innerText()).toContain('待评估');
    await page.locator('#confirm-end').click();
    if (surface === 'weapp') await page.getByRole('button', { name: '允许' }).click();
    await soon(() => page.locator('#ending-proof').innerText()).toContain('已保存 5/5 题');
    await page.locator('#stage-list').waitFor();
  });

  it('brings the report within seconds to the candidate', async () => {
    await page.locator('#report-link').click();
    await page.getByText('已完成评估').first().waitFor();
    expect(await page.locator('body').innerText()).toContain('未校准');
    await stage.world.idle();
    const result = stage.world.outbox
      .list()
      .find((message) => (surface === 'weapp' ? message.channel === 'wechat' : message.text.includes('已完成评估')));
    expect(result).toBeDefined();
    if (surface === 'weapp') expect(result?.fields).toContainEqual({ name: '面试状态', value: '已完成评估' });
  });

  it('is on HR’s list with its score, and the progress does not move before a decision', async () => {
    await soon(() => hr.locator('body').innerText()).toContain(name);
    const before = passedOf(await progress());
    await hr.getByText(name, { exact: true }).first().click();
    await hr.locator('#overall').waitFor();
    if (surface === 'weapp') await takeScreenshot(hr, 'review-375');
    await hr.locator('#decide-second_interview').click();
    await hr.locator('#confirm-decision').click();
    await hr.locator('#undo-decision').waitFor();
    await hr.getByRole('button', { name: '返回' }).click();
    await soon(async () => passedOf(await progress())).toBe(before + 1);
  });

  it('tells the candidate of the decision when the time to undo is over', async () => {
    stage.world.clock.advance('PT11M');
    await stage.world.sweep();
    await stage.world.idle();
    expect(inbox().at(-1)?.text).toContain('进入复试');
    await page.context().close();
  });
});
