/** HR's pages in a browser against canned answers: the states a healthy world does not show. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser/launch.ts';
import { buildMiniapp } from '#test/world/miniapp-build.ts';
import { staticFiles } from '#test/world/static-files.ts';
import { serveCanned, type World } from './canned.ts';

let server: Server;
let browser: Browser;
let page: Page;
let world: World;
let origin = '';

beforeAll(async () => {
  const { h5 } = await buildMiniapp({ targets: ['h5'] });
  const serve = staticFiles('/h5', h5);
  server = createServer(async (req, res) => void ((await serve(req, res)) || res.writeHead(404).end()));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await new Promise((done) => server?.close(done));
});

afterEach(() => page?.context().close());

async function open(path: string, width = 375) {
  const viewport = { width, height: width < 900 ? 812 : 900 };
  const context = await browser.newContext({ viewport, locale: 'zh-CN', reducedMotion: 'reduce' });
  page = await context.newPage();
  world = await serveCanned(page);
  await page.goto(`${origin}/h5/#/hr/${path}`);
}

const text = async (selector: string) => (await page.locator(selector).textContent()) ?? '';
const bodiesTo = (end: string) => world.asked.filter((one) => one.path.endsWith(end)).map((one) => one.body);

describe('the workbench', () => {
  it('shows the opening, the four numbers and the people, and filters by a number', async () => {
    await open('workbench/index');
    await page.waitForSelector('#row-itv_0001');
    expect(await text('#progress-req_salesrep01')).toBe('已完成1/2面试');
    expect(await text('#requisition-req_salesrep01')).toContain('编制 10 在职 8 缺编 2');
    for (const [status, count] of Object.entries({ submitted: 2, in_progress: 1, incomplete: 1, no_show: 1 })) {
      expect(await text(`#count-${status}`)).toBe(String(count));
    }
    expect(await text('#row-itv_0001')).toContain('已等 27 小时');
    expect(await page.locator('#row-itv_0001').getByLabel('综合 84').count()).toBe(1);
    expect(await text('#row-itv_0002')).toContain('报告生成中');
    await page.click('#count-no_show');
    await page.waitForSelector('#row-itv_0001', { state: 'detached' });
    expect(await text('#row-itv_0006')).toContain('何俊杰');
  });

  it('shows a new result by itself, and keeps what it has when the network goes', async () => {
    await open('workbench/index');
    await page.waitForSelector('#row-itv_0002');
    const row = world.rows.find((one) => one.interviewId === 'itv_0002');
    Object.assign(row ?? {}, { report: 'ready', overall: 77 });
    await page.locator('#row-itv_0002').getByLabel('综合 77').waitFor({ timeout: 8000 });
    world.cut = Number.POSITIVE_INFINITY;
    await page.getByText('网络不通，显示的是之前的内容').waitFor({ timeout: 10_000 });
    expect(await page.locator('#row-itv_0001').count()).toBe(1);
    world.cut = 0;
    await page.getByText('网络不通，显示的是之前的内容').waitFor({ state: 'detached', timeout: 10_000 });
  });

  it('stands in three columns on a wide screen and moves with j and k', async () => {
    await open('workbench/index', 1440);
    await page.waitForSelector('#row-itv_0001');
    await page.keyboard.press('j');
    await page.waitForSelector('#overall');
    const columns = await Promise.all(
      ['#row-itv_0001', '#overall', '#answer-q1'].map(async (id) => (await page.locator(id).boundingBox())?.x ?? 0),
    );
    expect(columns).toEqual([...columns].sort((a, b) => a - b));
    await page.keyboard.press('j');
    await page.locator('.hr-desk-report').getByText('欧阳明轩', { exact: true }).waitFor();
    await page.keyboard.press('k');
    await page.locator('.hr-desk-report').getByText('张晓雯', { exact: true }).waitFor();
  });
});

describe('an invitation', () => {
  it('says why not, and what will be sent, before anything is sent', async () => {
    await open('invite/index?requisitionId=req_salesrep01');
    await page.waitForSelector('#invite-cand_lin0001');
    expect(await text('#candidate-cand_zhou001')).toContain('匹配 20%，低于邀请要求的 60%');
    await page.locator('#invite-cand_zhou001').click({ force: true });
    expect(await page.locator('#confirm-invite').count()).toBe(0);
    await page.click('#invite-cand_lin0001');
    await page.getByText('候选人可在 72 小时内随时开始').waitFor();
    expect(bodiesTo('/invitations')).toEqual([]);
  });

  it('keeps its operation id through a lost connection, so that nobody is invited twice', async () => {
    await open('invite/index?requisitionId=req_salesrep01');
    await page.click('#invite-cand_lin0001');
    await page.waitForSelector('#confirm-invite');
    world.cut = Number.POSITIVE_INFINITY;
    await page.click('#confirm-invite');
    await page.getByText(/再试一次不会重复/).waitFor({ timeout: 10_000 });
    world.cut = 0;
    await page.click('#confirm-invite');
    await page.getByText('已邀请，短信已排队发送').waitFor();
    const ids = new Set(bodiesTo('/invitations').map((body) => body.operationId));
    expect(bodiesTo('/invitations').length).toBeGreaterThan(1);
    expect(ids.size).toBe(1);
  });
});

describe('a review', () => {
  it('rests every score on quotes, and a quote leads to its exact words', async () => {
    await open('review/index?id=app_0001');
    await page.waitForSelector('#overall');
    expect(await text('#overall')).toBe('84');
    await page.getByText('未校准', { exact: true }).waitFor();
    await page.getByText('「再找内部对接人确认决策链」').click();
    const active = page.locator('.hr-mark-active');
    await active.waitFor();
    expect(await active.allInnerTexts()).toEqual(['再找内部对接人确认决策链']);
    await expect.poll(async () => (await active.boundingBox())?.y ?? Number.POSITIVE_INFINITY).toBeLessThan(680);
    expect(await text('#answer-q5')).toContain('未作答');
    expect(await text('#answer-q3')).toContain('回答过短');
    expect(await text('#answer-q2')).toContain('追问客户的预算');
  });

  it('decides after saying what the candidate will be told, and takes it back', async () => {
    await open('review/index?id=app_0001');
    await page.click('#decide-reject');
    await page.getByText('很遗憾您未通过本次面试').waitFor();
    expect(await text('#letter')).toContain('张晓雯您好,感谢您参加');
    await page.getByText('今天 14:20(10 分钟后)发出').waitFor();
    expect(bodiesTo('/decision')).toEqual([]);
    await page.click('#confirm-decision');
    await page.getByText('可在 10 分钟内撤销').waitFor();
    expect(bodiesTo('/decision')).toMatchObject([{ outcome: 'reject' }]);
    await page.click('#tab-dossier');
    await page.locator('.hr-timeline').getByText('已决定：感谢并结束').waitFor();
    await page.click('#undo-decision');
    await page.getByText('已撤销，候选人不会收到消息').waitFor();
    await page.waitForSelector('#decide-second_interview');
    expect(bodiesTo('/undo')).toHaveLength(1);
  });

  it('shows which copy of the status is behind and heals it', async () => {
    await open('review/index?id=app_0001');
    await page.click('#tab-dossier');
    await page.getByText('1 处还没有更新').waitFor();
    await page.click('#resync');
    await page.getByText('已修复：工作台').waitFor();
    await page.getByText('四处一致', { exact: true }).waitFor();
  });

  it('lets HR read what there is of an interview without a score, and says why there is none', async () => {
    await open('review/index?id=app_0004');
    await page.getByText('没有分数：必答题没有答完').waitFor();
    expect(await text('#answers-note')).toContain('已完成 1 题 · 没点完成 1 题 · 未作答 3 题');
    expect(await text('#answer-q1')).toContain('我在上一家公司负责华东区的中小客户');
    expect(await text('#answer-q1')).toContain('已完成');
    expect(await text('#answer-q2')).toContain('没有点「完成本题」，不计入评估');
    expect(await text('#answer-q3')).toContain('未作答');
    expect(await page.locator('#overall').count()).toBe(0);
    expect(await page.locator('#decide-reject').count()).toBe(0);
  });

  it('keeps the answers readable beside a report that failed', async () => {
    await open('review/index?id=app_0002');
    Object.assign(world.dossiers.app_0002 ?? {}, { report: 'failed' });
    await page.getByText('没有分数：报告没有生成成功').waitFor({ timeout: 8000 });
    expect(await text('#answer-q1')).toContain('我在上一家公司负责华东区的中小客户');
    await page.waitForSelector('#decide-reject');
  });

  it('says that the report is on its way, and shows it when it is there', async () => {
    await open('review/index?id=app_0002');
    await page.getByText('报告生成中，通常几秒钟', { exact: false }).first().waitFor();
    expect(await page.locator('#overall').count()).toBe(0);
    await page.getByText('看作答', { exact: true }).click();
    expect(await text('#answer-q1')).toContain('我在上一家公司负责华东区的中小客户');
    Object.assign(world.dossiers.app_0002 ?? {}, { report: 'ready', overall: 84 });
    await page.waitForSelector('#overall', { timeout: 8000 });
  });
});
