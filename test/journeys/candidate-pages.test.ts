/**
 * What stands around an interview, in Chromium with a fake microphone and camera, in the WeChat package and in the browser:
 * the consents, the pre-check whose result is kept, the practice question that leaves nothing, the questionnaire, and
 * what a candidate can ask of HR. SCENARIOS 2, 10, 19; MISSION 51-54, 73, 76-78, 104, 112.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStillPage } from '#test/browser/screenshot.ts';
import { createScenes, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

/** Polls as long as a patient person would look at the screen. */
const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 15_000 });

let stage: Stage;
let scenes: Scenes;
beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
});
afterAll(() => stage?.close());

describe('before the interview, in a browser', () => {
  it('checks the device, keeps what it found for HR, and comes back to where it was asked for', async () => {
    const me = await scenes.invited();
    const page = await scenes.open(stage.browser, me);
    await page.goto(scenes.url('pages/invitation/index', `id=${me.interviewId}`));
    await page.locator('#precheck').click();
    await soon(() => page.locator('#check-network').innerText()).toMatch(/上传 .*B\/秒/);
    await soon(() => page.locator('#precheck-summary').innerText()).toBe('目前都正常，还可以试试麦克风、摄像头');
    await page.locator('#try-sound').click();
    await page.locator('#play-sound').click();
    await page.locator('#stop-sound').waitFor();
    await page.locator('#sound-clear').click();
    await soon(() => page.locator('#check-microphone').innerText()).toContain('声音清楚');
    await page.locator('#open-camera').click();
    await page.locator('#camera-no').click();
    await soon(() => page.locator('#precheck-summary').innerText()).toBe('摄像头需要留意，其余正常');
    await page.locator('#finish-precheck').click();
    await soon(() => page.locator('#prechecked').innerText()).toContain('摄像头需要留意');
    const dossier = await scenes.must('application.dossier', {
      token: scenes.hr,
      params: { applicationId: me.applicationId },
    });
    const results = dossier.prechecks.at(-1)?.results ?? [];
    expect(Object.fromEntries(results.map(({ check, ok }) => [check, ok]))).toEqual({
      network: true,
      storage: true,
      version: true,
      permission: true,
      microphone: true,
      camera: false,
    });
    await page.context().close();
  });

  it('moves nothing under a finger while it looks', async () => {
    const me = await scenes.invited();
    const page = await scenes.open(stage.browser, me);
    const { promise: seen, resolve: go } = Promise.withResolvers<void>();
    await page.route('**/probe', async (route) => {
      await seen;
      await route.continue();
    });
    await page.goto(scenes.url('pages/precheck/index', `id=${me.interviewId}`));
    const button = page.locator('#try-sound');
    await button.waitFor();
    const before = await button.boundingBox();
    go();
    await soon(() => page.locator('#check-network').innerText()).toMatch(/上传 .*B\/秒/);
    expect(await button.boundingBox()).toEqual(before);
    await page.context().close();
  });

  it('says what to do when the microphone is refused, and tells HR', async () => {
    const me = await scenes.invited();
    const page = await scenes.open(stage.browser, me);
    await page.addInitScript(`navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('', 'NotAllowedError'));`);
    await page.goto(scenes.url('pages/precheck/index', `id=${me.interviewId}`));
    await page.locator('#try-sound').click();
    await soon(() => page.locator('#check-microphone').innerText()).toContain('地址栏');
    await page.locator('#finish-precheck').click();
    await soon(async () => (await me.view()).prechecked?.failed).toEqual(['permission']);
    await page.context().close();
  });

  it('records nothing of a practice question anywhere', async () => {
    const me = await scenes.invited();
    // How long a finger is down is told by the page's clock.
    const page = await scenes.open(stage.browser, me, { running: true });
    await page.goto(scenes.url('pages/invitation/index', `id=${me.interviewId}`));
    await page.locator('#practice').click();
    await page.locator('#practice-note').waitFor();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url());
    });
    const kept = () => page.evaluate('JSON.stringify(Object.entries(localStorage).sort())');
    const before = await kept();
    await page.locator('#practice-text textarea').fill('我做了五年销售');
    await page.locator('#send').click();
    await page.getByText('收到了。正式作答时').waitFor();
    await page.locator('#toggle-voice').click();
    await hold(page);
    await page.getByText('收到了，点一下可以回听').waitFor();
    await page.locator('[id^=play-]').click();
    await soon(() => page.locator('[id^=play-]').getAttribute('aria-label')).toBe('暂停');
    expect(sent).toEqual([]);
    expect(await kept()).toBe(before);
    await page.locator('#end-practice').click();
    await page.locator('#start').waitFor();
    await page.context().close();
  });

  it('starts with the consents as they were given, and asks for no more than they allow', async () => {
    const me = await scenes.invited();
    const page = await scenes.open(stage.browser, me);
    await page.goto(scenes.url('pages/invitation/index', `id=${me.interviewId}`));
    await page.getByText('情景模拟要求').waitFor();
    expect(await page.locator('#start').getAttribute('aria-disabled')).toBe('true');
    await page.locator('#consent-ai').click();
    await page.locator('#start').click();
    await walkGuide(page);
    await page.locator('#composer').first().waitFor();
    const { questions } = await me.view();
    expect(questions.flatMap(({ ways }) => ways).filter((way) => way === 'voice' || way === 'video')).toEqual([]);
    await page.context().close();
  });
});

/** 按住说话 for two seconds. */
async function hold(page: Page): Promise<void> {
  const button = page.locator('#hold-to-talk');
  await button.waitFor();
  const box = await button.boundingBox();
  if (!box) throw new Error('nothing to hold');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await soon(() => page.locator('.talk .wave__time').innerText()).toBe('0:02');
  await page.mouse.up();
}

/** All of it, with the sentence that must stand in it; to the interview. */
async function walkGuide(page: Page): Promise<void> {
  const seen: string[] = [];
  for (let step = 1; step <= 6; step += 1) {
    await page.getByText(`第 ${step} 步`).waitFor();
    seen.push(await page.locator('.guide').innerText());
    if (step === 6) await page.locator('#guide-practice').waitFor();
    await page.locator('#next-guide').click();
  }
  const all = seen.join('\n');
  for (const said of ['按住说话', '求助', '联系招聘方', '完成所有环节后,点击右上角‘结束面试’按钮退出'])
    expect(all).toContain(said);
}

describe('after the interview', () => {
  it('takes the questionnaire once, and a request for a person to judge again', async () => {
    const me = await (await scenes.invited()).submitted();
    const page = await scenes.open(stage.browser, me);
    await page.goto(scenes.url('pages/report/index', `id=${me.interviewId}`));
    await page.locator('#survey-flow-4').click();
    await page.locator('#survey-qprice-5').click();
    await page.locator('#survey-more textarea').fill('提醒方式很合适');
    await page.locator('#survey-send').click();
    await page.locator('#survey-sent').waitFor();
    expect((await me.view()).questionnaire).toEqual({ flow: 4, realism: { qprice: 5 } });

    await page.locator('#ask-review').click();
    expect(await page.locator('#ask-send').getAttribute('aria-disabled')).toBe('true');
    await page.locator('#ask-text textarea').fill('第三题我讲了预算，报告里没有看到。');
    await page.locator('#ask-send').click();
    await page.locator('#doubt-sent').waitFor();
    expect(await page.locator('#ask-review').count()).toBe(0);
    expect((await me.view()).tickets.map(({ kind }) => kind)).toEqual(['human_review']);
    await page.context().close();
  });

  it('asks to correct what was misheard, with the words beside', async () => {
    const me = await scenes.invited();
    await me.start();
    const { answers } = await import('#test/world/seeds/answers.ts');
    const clip = { clipId: '1-1', kind: 'voice', mime: 'audio/webm', seconds: 9, parts: 1, bytes: 9000 } as const;
    await me.answer({ ...answers.strong, qclose: [{ ...clip, text: '他担心的是交其，我就把排期给他看。' }] });
    await me.end();
    const page = await scenes.open(stage.browser, me);
    await page.goto(scenes.url('pages/report/index', `id=${me.interviewId}`));
    await page.locator('#ask-correct').click();
    expect(await page.locator('#correct-next').getAttribute('aria-disabled')).toBe('true');
    await page.locator('#correct-qclose textarea').fill('他担心的是交期，我就把排期给他看。');
    await page.locator('#correct-next').click();
    await page.locator('#ask-text textarea').fill('「交期」听成了「交其」');
    await page.locator('#ask-send').click();
    await page.locator('#doubt-sent').waitFor();
    const { corrections } = await scenes.must('ticket.read', { token: scenes.hr, params: me.params });
    expect(corrections).toMatchObject([
      {
        questionId: 'qclose',
        before: '他担心的是交其，我就把排期给他看。',
        text: '他担心的是交期，我就把排期给他看。',
      },
    ]);
    await page.context().close();
  });

  it('is a thread with HR: asked, answered without a reload, said on', async () => {
    const me = await (await scenes.invited()).submitted();
    const page = await scenes.open(stage.browser, me);
    await page.goto(scenes.url('pages/progress/index', `id=${me.interviewId}`));
    await page.locator('#ask-reopen').click();
    await page.locator('#ask-mistaken_end').click();
    await page.locator('#ask-send').click();
    await page.locator('#threads').getByText('等待处理').waitFor();
    const [ticket] = (await me.view()).tickets;
    if (!ticket) throw new Error('nothing was asked');
    await me.reply(ticket.ticketId, '您想补充哪一题？');
    await soon(() => page.locator('#threads').innerText()).toContain('您想补充哪一题？');
    await page.locator(`#reply-${ticket.ticketId}`).click();
    await page.locator(`#say-${ticket.ticketId} textarea`).fill('第五题');
    await page.locator(`#send-${ticket.ticketId}`).click();
    await soon(() => page.locator('#threads').innerText()).toContain('第五题');
    await me.settle(ticket.ticketId, 'granted', '已重新开放，请接着作答。');
    await soon(() => page.locator('#status').innerText()).toBe('面试中');
    await page.context().close();
  });

  it('shows who did not come what was done, and lets them ask for another time', async () => {
    const me = await scenes.invited();
    await scenes.turn('PT73H');
    const page = await scenes.open(stage.browser, me);
    await page.goto(scenes.url('pages/progress/index', `id=${me.interviewId}`));
    const branch = page.locator('#no-show-branch');
    await soon(() => branch.innerText()).toMatch(/已发送提醒[\s\S]*未参加标记[\s\S]*重新预约中\s*等您说明原因/);
    await page.locator('#ask-rebook').click();
    await page.locator('#ask-text textarea').fill('那天临时有事，周四下午可以。');
    await page.locator('#ask-send').click();
    await soon(() => branch.innerText()).toMatch(/重新预约中\s*等待招聘方回复/);
    expect(await page.locator('#turn').innerText()).toBe('招聘方');
    await page.context().close();
  });
});

describe('in the WeChat package', () => {
  const phone = (person: string, path: string, query: string) =>
    `${stage.world.origin}/world/phone/?platform=wechat&person=${person}&path=${path}&query=${encodeURIComponent(query)}`;

  it('checks the device with its own recorder and camera, and practises with 按住说话', async () => {
    const { must, control, hr } = scenes;
    await must('application.invite', {
      token: hr,
      params: { requisitionId: 'req_salesrep01' },
      input: { operationId: 'op-pages-phone-1', candidateId: 'cand_linxiaotong' },
    });
    await stage.world.idle();
    const { link } = stage.world.outbox.list({ to: '+8619900000002' }).at(-1) ?? {};
    const { path, query } = await control<{ path: string; query: string }>('open-link', { link });
    const page = await openStillPage(stage.browser);
    await page.goto(phone('cand_linxiaotong', path, query));
    await page.locator('#precheck').click();
    await soon(() => page.locator('#check-network').innerText()).toMatch(/上传 .*B\/秒/);
    await page.locator('#try-sound').click();
    await page.getByText('同意', { exact: true }).click();
    await page.getByText('允许', { exact: true }).click();
    await page.locator('#sound-clear').click({ timeout: 20_000 });
    await soon(() => page.locator('#check-microphone').innerText()).toContain('声音清楚');
    await page.locator('#finish-precheck').click();
    await soon(() => page.locator('#prechecked').innerText()).toContain('检查过');

    await page.locator('#practice').click();
    await page.locator('#practice-note').waitFor();
    await page.locator('#toggle-voice').click();
    await hold(page);
    await page.getByText('收到了，点一下可以回听').waitFor();
    await page.locator('#end-practice').click();
    await page.locator('#start').waitFor();
    await page.context().close();
  });
});
