/** HR's pages in a browser against canned answers: the states a healthy world does not show. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser/launch.ts';
import { buildMiniapp } from '#test/world/miniapp-build.ts';
import { staticFiles } from '#test/world/static-files.ts';
import { serveCanned, type World } from './canned.ts';
import { sampleReview, sampleTicket, withoutNumbers } from './sample.ts';
import { sampleContest } from './sample-times.ts';

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
    for (const [status, count] of Object.entries({ awaiting: 2, in_progress: 1, incomplete: 1, no_show: 1 })) {
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
    await page.getByText('「再找内部对接人确认决策链」').first().click();
    const active = page.locator('.hr-mark-active');
    await active.waitFor();
    expect(await active.allInnerTexts()).toEqual(['再找内部对接人确认决策链']);
    await expect.poll(async () => (await active.boundingBox())?.y ?? Number.POSITIVE_INFINITY).toBeLessThan(680);
    expect(await text('#answer-q5')).toContain('未作答');
    expect(await text('#answer-q3')).toContain('内容过少');
    expect(await text('#answer-q3')).toContain('有句子只是复述题目，没有作为依据。');
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

describe('listening', () => {
  it('plays a quote from where it was said', async () => {
    await open('review/index?id=app_0001');
    await page.getByText('「我先把他的顾虑复述了一遍」').first().click();
    await page.waitForSelector('#player-dock');
    expect(await text('#player-dock')).toContain('第 2 题录音');
    await expect.poll(() => text('#player-time')).toMatch(/^0:0[67] \/ 0:24$/);
    expect(await page.locator('.hr-mark-active').allInnerTexts()).toEqual(['我先把他的顾虑复述了一遍']);
  });

  it('says that a recording does not play, and that nothing else is lost', async () => {
    await open('review/index?id=app_0001');
    await page.route('https://media.example/**', (route) => route.fulfill({ status: 403, body: '' }));
    await page.click('#tab-answers');
    await page.locator('#clip-q2-1-1').getByRole('button', { name: '播放' }).click();
    await page.getByText('这段录音放不出来').waitFor();
    expect(await page.locator('#player-dock').count()).toBe(0);
  });

  it('shows what was heard beside what the candidate made of it, and speech as context only', async () => {
    await open('review/index?id=app_0001');
    await page.click('#tab-answers');
    expect(await text('#clip-q2-1-1')).toContain('仅供参考，不计分');
    await page.getByText('对照识别原文').click();
    expect(await page.locator('#clip-q2-1-1 .hr-change-removed').allInnerTexts()).toEqual(['故']);
    expect(await page.locator('#clip-q2-1-1 .hr-change-added').allInnerTexts()).toEqual(['顾']);
  });
});

/** In the page: what a mouse does that is drawn over the piece between two quotes. */
const selectPiece = `
  const piece = [...document.querySelector('#said-q2').children].find((one) => one.textContent.includes('总成本'));
  const range = document.createRange();
  range.selectNodeContents(piece);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
`;

describe('a person’s own judgement', () => {
  it('rates the answer in hand with a key, and takes it back where it could not be saved', async () => {
    await open('workbench/index', 1440);
    await page.waitForSelector('#row-itv_0001');
    await page.keyboard.press('j');
    await page.waitForSelector('#answer-q1.hr-answer-current');
    await page.keyboard.press('5');
    await page.getByText('您评了 5 分：出色').waitFor();
    await expect.poll(() => text('#calibration-line')).toContain('已有 13/50 份双评');
    expect(world.asked.filter(({ path }) => path.endsWith('/ratings/q1')).map(({ body }) => body)).toEqual([
      { level: 5 },
    ]);
    world.cut = Number.POSITIVE_INFINITY;
    await page.keyboard.press('2');
    await page.getByText('评分还没有保存，再点一次即可。').waitFor({ timeout: 10_000 });
    expect(await text('#answer-q1')).toContain('您评了 5 分');
  });

  it('stands beside the report with its reason, which must be given', async () => {
    await open('review/index?id=app_0001');
    await page.click('#write-judgement');
    await page.locator('#judge-1 input').fill('75');
    await page.click('#save-judgement');
    await page.getByText('请写一句理由。').waitFor();
    expect(bodiesTo('/judgement')).toEqual([]);
    await page.locator('#judge-note textarea').fill('复述部分像是照着念的');
    await page.click('#save-judgement');
    await page.getByText('HR 75').waitFor();
    expect(bodiesTo('/judgement')).toMatchObject([
      { report: 1, overall: null, dimensions: { 沟通能力: 75 }, note: '复述部分像是照着念的' },
    ]);
    expect(await text('#judgement')).toContain('林晓');
    expect(await text('#overall')).toBe('84');
  });

  it('accepts a sentence for a key point that was not found, and takes it back', async () => {
    await open('review/index?id=app_0001');
    await page.click('#tab-answers');
    await page.getByRole('button', { name: '算说到了 追问客户的预算' }).click();
    await page.getByRole('radio', { name: /比的是价格还是总成本/ }).click();
    await page.click('#save-paraphrase');
    await page.waitForSelector('#save-paraphrase', { state: 'detached' });
    expect(bodiesTo('/paraphrases')).toMatchObject([
      {
        interviewId: 'itv_0001',
        questionId: 'q2',
        keyPoint: '追问客户的预算',
        phrase: '我会先问清楚他比的是哪一款,比的是价格还是总成本。',
      },
    ]);
    await page.click('#tab-report');
    await page.click('#show-agreement');
    expect(await text('#agreement')).toContain('QWK 0.62（95% 区间 0.41 至 0.78）');
    await page.click('#show-paraphrases');
    await page.locator('#paraphrase-par_0001').getByText('撤回', { exact: true }).click();
    await page
      .locator('#paraphrase-par_0001')
      .getByText(/已撤回/)
      .waitFor();
  });

  it('takes the words selected with the mouse', async () => {
    await open('review/index?id=app_0001', 1440);
    await page.waitForSelector('#said-q2');
    await page.evaluate(selectPiece);
    await page.click('#accept-selection-q2');
    await page.getByText('追问客户的预算', { exact: true }).last().click();
    await page.click('#save-paraphrase');
    await expect.poll(() => bodiesTo('/paraphrases').length).toBe(1);
    expect(String(bodiesTo('/paraphrases')[0]?.phrase)).toContain('比的是价格还是总成本');
  });
});

describe('versions of a report', () => {
  const two = (): ReturnType<typeof sampleReview>['versions'] => {
    const [first] = sampleReview().versions;
    return first ? [first, { ...first, report: 2, because: 'transcript_corrected', overall: 87 }] : [];
  };
  const both = (version: number | undefined) => {
    const review = sampleReview();
    const report = version === 1 ? review.report : { ...review.report, report: 2, overall: 87 };
    return { ...review, report, versions: two() };
  };

  it('stand beside each other, the older one marked as such', async () => {
    await open('review/index?id=app_0001');
    world.reviews.itv_0001 = both;
    await page.reload();
    await page.waitForSelector('#version-2');
    expect(await text('#version-2')).toContain('比上一版高 3 分');
    expect(await text('#overall')).toBe('87');
    await page.click('#version-1');
    await page.getByText('正在看第 1 版，不是最新的报告。').waitFor();
    expect(await text('#overall')).toBe('84');
  });

  it('a new one is asked for after a warning, and its progress is shown', async () => {
    await open('review/index?id=app_0001');
    await page.click('#reevaluate');
    await page.getByText('旧版保留，可以随时对照', { exact: false }).waitFor();
    expect(bodiesTo('/evaluations')).toEqual([]);
    await page.click('#confirm-reevaluate');
    await page.getByText('正在评估第 3 题，共 5 题').waitFor();
    expect(bodiesTo('/evaluations')).toHaveLength(1);
    expect(await text('#overall')).toBe('84');
  });

  it('has no number where the model was down, and says so', async () => {
    await open('review/index?id=app_0001');
    world.reviews.itv_0001 = () => withoutNumbers();
    await page.reload();
    await page.waitForSelector('#evidence-only');
    expect(await page.locator('#overall').count()).toBe(0);
    expect(await text('#dimensions')).toContain('未给分');
    expect(await text('#dimensions')).not.toContain('证据不足');
    expect(await text('#findings')).toContain('「我先把他的顾虑复述了一遍」');
  });
});

describe('a report on paper', () => {
  it('is one or two pages of report and nothing else', async () => {
    await open('review/index?id=app_0001', 1440);
    await page.waitForSelector('#overall');
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('.hr-print');
    expect(await paper.innerText()).toContain('AI 面试评估报告');
    expect(await paper.innerText()).toContain('内部资料，仅供招聘使用');
    expect(await page.locator('#print-report').isVisible()).toBe(false);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const pages = Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThanOrEqual(2);
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    await paper.waitFor({ state: 'detached' });
  });
});

describe('a report as text', () => {
  it('says what the page says, quotes and all', async () => {
    await open('review/index?id=app_0001');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.click('#copy-report');
    await page.getByText('报告文字已复制').waitFor();
    const copied = String(await page.evaluate('navigator.clipboard.readText()'));
    expect(copied).toContain('AI 面试评估报告 张晓雯');
    expect(copied).toContain('未校准');
    expect(copied).toContain('「复述并确认客户的顾虑」得分 8/10 「我先把他的顾虑复述了一遍」 第 2 题');
    expect(copied).toContain('- 未提到「追问客户的预算」，扣减 8 分 第 2 题');
    expect(copied).toContain('AI 评分附原话依据，仅供参考；是否录用由人决定。');
  });
});

describe('a request', () => {
  it('waits on the workbench and is answered and resolved from there', async () => {
    await open('workbench/index');
    expect(await text('#attention')).toContain('待回复 1 位');
    expect(await text('#waiting-itv_0003')).toContain('已等 10 分钟');
    await page.click('#waiting-itv_0003');
    await page.locator('#reply-tkt_help1 textarea').fill('已经恢复了,请刷新再试。');
    await page.click('#send-tkt_help1');
    await page.locator('.hr-said-staff').getByText('已经恢复了').waitFor();
    await expect.poll(() => page.locator('#reply-tkt_help1 textarea').inputValue()).toBe('');
    await page.click('#resolve-tkt_help1');
    await page.getByText('暂停的时间会补回给候选人').waitFor();
    await page.click('#confirm-close');
    await page.locator('#ticket-tkt_help1').getByText('已解决').waitFor();
    expect(bodiesTo('/close')).toMatchObject([{ resolution: 'resolved', fault: 'ours' }]);
  });

  it('keeps what is typed while a reply is on its way', async () => {
    await open('review/index?id=app_0003&tab=requests');
    const box = page.locator('#reply-tkt_help1 textarea');
    await box.fill('请刷新。');
    world.cut = Number.POSITIVE_INFINITY;
    await page.click('#send-tkt_help1');
    await page.locator('#send-tkt_help1').getByText('正在发送').waitFor();
    await box.fill('请刷新。还有一件事');
    world.cut = 0;
    await page.locator('.hr-said-staff').getByText('请刷新。').waitFor();
    await expect.poll(() => box.inputValue()).toBe('还有一件事');
  });

  it('keeps a reply that could not be sent, and its operation id', async () => {
    await open('review/index?id=app_0003&tab=requests');
    await page.locator('#reply-tkt_help1 textarea').fill('请稍等');
    world.cut = Number.POSITIVE_INFINITY;
    await page.click('#send-tkt_help1');
    await page.getByText(/再试一次不会重复/).waitFor({ timeout: 10_000 });
    expect(await page.locator('#reply-tkt_help1 textarea').inputValue()).toBe('请稍等');
    world.cut = 0;
    await page.click('#send-tkt_help1');
    await page.locator('.hr-said-staff').getByText('请稍等').waitFor();
    expect(new Set(bodiesTo('/messages').map((body) => body.operationId)).size).toBe(1);
  });

  it('for a corrected transcript shows what changes, and is accepted by one tap', async () => {
    await open('review/index?id=app_0001');
    const ticket = sampleTicket({ ticketId: 'tkt_trans', kind: 'transcript', category: 'other' });
    Object.assign(world.dossiers.app_0001 ?? {}, { tickets: [ticket] });
    await page.reload();
    await page.click('#tab-requests');
    await page.waitForSelector('#correction-q2');
    expect(await page.locator('#correction-q2 .hr-change-removed').allInnerTexts()).toEqual(['故']);
    await page.click('#grant-tkt_trans');
    await page.locator('#ticket-tkt_trans').getByText('已同意').waitFor();
    expect(bodiesTo('/close')).toMatchObject([{ resolution: 'granted', fault: 'none' }]);
  });

  it('is not refused without a word, and a decision is not taken back by one tap', async () => {
    await open('review/index?id=app_0001');
    const ticket = sampleTicket({ ticketId: 'tkt_review', kind: 'human_review', category: 'other' });
    const decided = { status: 'evaluated', outcome: 'reject', tickets: [ticket] };
    Object.assign(world.dossiers.app_0001 ?? {}, decided);
    await page.reload();
    await page.click('#tab-requests');
    await page.click('#grant-tkt_review');
    await page.getByText('同意人工复核会撤销这个决定').waitFor();
    expect(bodiesTo('/close')).toEqual([]);
    await page.click('#resolution-refused');
    await page.click('#confirm-close');
    await page.getByText('不同意时请写一句原因。').waitFor();
    await page.locator('#close-words textarea').fill('已由两位同事复核过原始录音');
    await page.click('#confirm-close');
    await page.locator('#ticket-tkt_review').getByText('未同意').waitFor();
    expect(bodiesTo('/close')).toMatchObject([{ resolution: 'refused', text: '已由两位同事复核过原始录音' }]);
  });
});

describe('what HR gives of its own accord', () => {
  it('reopens an ended interview with a reason', async () => {
    await open('review/index?id=app_0004');
    await page.click('#tab-dossier');
    expect(await text('#prechecks')).toContain('没有通过：麦克风');
    await page.click('#give-reopen');
    await page.click('#reason-technical');
    await page.click('#hours-48');
    await page.click('#confirm-give');
    await page.getByText('已重新开放。').waitFor();
    expect(bodiesTo('/reopen')).toMatchObject([{ reason: 'technical', hours: 48 }]);
  });

  it('gives a running one more time', async () => {
    await open('review/index?id=app_0003');
    await page.click('#tab-dossier');
    await page.click('#give-accommodate');
    await page.click('#share-2');
    await page.click('#confirm-give');
    await page.locator('#times').getByText('额外作答时间 2 倍').waitFor();
    await page.click('#give-extend');
    await page.click('#confirm-give');
    await page.getByText(/已延长到 /).waitFor();
    expect(bodiesTo('/extension')).toMatchObject([{ reason: 'technical', hours: 24 }]);
  });
});

describe('times to pick from', () => {
  it('are opened from the workbench, offered after a look at what that makes, and taken back', async () => {
    await open('workbench/index');
    await page.getByText('余 19 个名额').waitFor();
    await page.click('#open-times-req_salesrep01');
    await page.click('#add-times');
    expect(await text('#offer-preview')).toContain('请至少选择一天');
    await page.click('#offer-day-2026-03-13');
    await page.click('#offer-day-2026-03-16');
    await page.click('#preset-afternoon');
    await page.locator('#offer-to input').fill('16点');
    await page.click('#offer-capacity-more');
    expect(await text('#offer-preview')).toContain('将开放 8 个时间，共 16 个名额');
    expect(bodiesTo('/slots')).toEqual([]);
    await page.click('#confirm-offer');
    await page.getByText('已开放 8 个时间').waitFor();
    const days = ['2026-03-13', '2026-03-16'];
    expect(bodiesTo('/slots')).toEqual([{ days, from: '14:00', to: '16:00', minutes: 30, capacity: 2 }]);
    expect(await text('#slots-sum')).toBe('20 个时间，余 35 个名额');
    await page.click('#undo-offer');
    await page.getByText('已关闭刚开放的 8 个时间').waitFor();
    expect(await text('#slots-sum')).toBe('20 个时间，余 19 个名额');
  });

  it('never have fewer places than people, not even when somebody was quicker', async () => {
    await open('slots/index?positionId=pos_sales');
    const second = world.calendar.slots[1];
    await page.click(`#places-${second?.slotId}-fewer`);
    await expect.poll(() => text(`#places-${second?.slotId}-value`)).toBe('1 人');
    const [third] = world.calendar.slots.slice(3);
    await page.waitForSelector(`#places-${third?.slotId}-fewer`);
    third?.holders.push(...(world.calendar.slots[0]?.holders ?? []));
    await page.click(`#places-${third?.slotId}-fewer`);
    expect(await text(`#trouble-${third?.slotId}`)).toBe('已有 2 人预约，不能少于 2');
    await page.click(`#open-${third?.slotId}`);
    await page.getByText('已约的人不受影响').waitFor();
    expect(third).toMatchObject({ open: false, capacity: 2 });
  });

  it('stand in a week on a wide screen, for the keyboard too, and lead to whoever comes', async () => {
    await open('slots/index?positionId=pos_sales', 1440);
    const [first] = world.calendar.slots;
    await page.locator(`#${first?.slotId}`).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('#slot-sheet');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#slot-sheet', { state: 'detached' });
    await page.keyboard.press('ArrowRight');
    await page.getByText('这一周没有开放的时间').waitFor();
    await page.keyboard.press('n');
    await page.waitForSelector('#offer-sheet');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowLeft');
    await page.click('#holder-itv_0001');
    await page.waitForSelector('#overall');
  });

  it('are none where the position asks for no booking, which is said', async () => {
    await open('workbench/index');
    world.calendar.booking = false;
    await page.goto(`${origin}/h5/#/hr/slots/index?positionId=pos_sales`);
    await page.reload();
    expect(await text('#no-booking')).toContain('在截止时间前随时可以进入面试');
  });
});

describe('who did not come', () => {
  it('alarms on the workbench, leads to the facts, and a contested mark is taken back for so many hours', async () => {
    await open('workbench/index');
    const row = world.rows.find(({ interviewId }) => interviewId === 'itv_0006');
    Object.assign(row ?? {}, { alarms: ['no_show'] });
    await page.reload();
    expect(await text('#attention')).toContain('待处理 2 位');
    expect(await text('#row-itv_0006')).toContain('原因：忘记 · 不计入候选人：提醒没有送到');
    expect(await text('#row-itv_0007')).toContain('明天 周三 09:30 · 已确认');
    expect(await text('#count-no_show')).toBe('1');
    await page.click('#waiting-itv_0006');
    await page.waitForSelector('#no-show');
    expect(await text('#no-show')).toContain('「没有收到短信，忘了是今天。」');
    expect(await text('#stage-no_show')).toContain('候选人');
    Object.assign(world.dossiers.app_0006 ?? {}, { tickets: [sampleContest()] });
    await page.click('#contest-grant');
    await page.click('#hours-72');
    await page.click('#confirm-close');
    await page.waitForSelector('#contest', { state: 'detached' });
    expect(bodiesTo('/close')).toMatchObject([{ resolution: 'granted', hours: 72 }]);
  });

  it('shows what became of each reminder, by each channel', async () => {
    await open('review/index?id=app_0007&tab=dossier');
    await page.waitForSelector('#time');
    expect(await text('#reminder-1440')).toContain('短信 已发送');
    expect(await text('#reminder-1440')).toContain('微信服务通知 被拒收');
    expect(await text('#reminder-1080')).toContain('没有送达，请电话联系');
    expect(await text('#stage-reminder')).toContain('需处理');
  });
});

describe('for everybody', () => {
  const states: [string, string, number, string | undefined][] = [
    ['the workbench', 'workbench/index', 375, undefined],
    ['a report', 'review/index?id=app_0001', 375, undefined],
    ['the answers', 'review/index?id=app_0001', 375, '#tab-answers'],
    ['a request', 'review/index?id=app_0003&tab=requests', 375, undefined],
    ['a dossier', 'review/index?id=app_0003', 375, '#tab-dossier'],
    ['a sheet', 'review/index?id=app_0001', 375, '#write-judgement'],
    ['three columns', 'review/index?id=app_0001', 1440, undefined],
    ['the times', 'slots/index?positionId=pos_sales', 375, undefined],
    ['times in a week', 'slots/index?positionId=pos_sales', 1440, undefined],
    ['adding times', 'slots/index?positionId=pos_sales', 375, '#add-times'],
  ];

  it.each(states)('%s has no serious finding of axe, in light and dark', async (_, path, width, tap) => {
    await open(path, width);
    const landmarks: Record<string, string> = { workbench: '#attention', slots: '#slots-sum', review: '.hr-summary' };
    await page.waitForSelector(landmarks[path.split('/')[0] ?? ''] ?? '');
    if (tap !== undefined) await page.click(tap);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await seriousFindings(page)).toEqual([]);
    }
  });

  it.each([320, 375, 430])('nothing to tap is smaller than a finger or wider than %d', async (width) => {
    await open('review/index?id=app_0001', width);
    await page.waitForSelector('#findings');
    for (const tab of ['#tab-report', '#tab-answers', '#tab-dossier']) {
      await page.click(tab);
      expect(await page.evaluate(smallTargets)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
  });
});

/** A quote, and a gap that leads to its answer, is a line with room around it that takes taps; its box does not count that. */
const smallTargets = `
  [...document.querySelectorAll('.hr-page [role=button], .hr-page [role=radio], .hr-page [role=checkbox]')]
    .filter((one) => one.offsetParent !== null && !one.matches('.hr-quote-link, .hr-report-finding-link'))
    .map((one) => ({ name: one.id || one.className, height: Math.round(one.getBoundingClientRect().height) }))
    .filter(({ height }) => height < (innerWidth < 375 ? 37 : 44))
`;

async function seriousFindings(of: Page): Promise<string[]> {
  await of.addScriptTag({ content: axe.source });
  const found = (await of.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
