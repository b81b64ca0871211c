/**
 * After the decision, in Chromium: second interview, offer, 已入职, and a requisition that closes itself. The candidate on
 * a phone; HR on a phone first, on a wide screen for the rest.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStillPage, takeScreenshot } from '#test/browser/screenshot.ts';
import { createScenes, type Scene, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 15_000 });
const textOf = (page: Page, id: string) => page.locator(`#${id}`).innerText();

let stage: Stage;
let scenes: Scenes;
let me: Scene;
let waits: Scene;
let phone: Page;
let candidate: Page;
let desk: Page;

beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
  const other = await (await scenes.invited('sales')).submitted();
  waits = await scenes.invited('sales');
  me = await (await scenes.invited('sales')).submitted();
  // One of the two vacancies is filled already.
  await other.decide('onboarding');
  await stage.world.idle();
});
afterAll(() => stage?.close());

const openReview = async (width: number) => {
  const page = await scenes.open(stage.browser, 'hr', { width, height: width > 1000 ? 900 : 812 });
  await page.goto(scenes.url('hr/review/index', `id=${me.applicationId}`));
  await page.locator('#decide-second_interview').or(page.locator('#hiring')).first().waitFor();
  return page;
};
const openProgress = async (who: Scene) => {
  const page = await scenes.open(stage.browser, who);
  await page.goto(scenes.url('pages/progress/index', `id=${who.interviewId}`));
  await page.locator('#stage-list').waitFor();
  return page;
};
const said = (kind: string) => stage.world.outbox.list().filter(({ text }) => text.includes(kind));

describe('from the result to 已入职', () => {
  let broken = false;
  beforeEach(({ skip, onTestFailed }) => {
    if (broken) skip('an earlier step failed');
    onTestFailed(() => {
      broken = true;
    });
  });

  it('HR invites to the second interview on a phone: the clock runs, the time is proposed', async () => {
    phone = await openReview(375);
    await phone.locator('#decide-second_interview').click();
    await phone.locator('#confirm-decision').click();
    await phone.locator('#arrange').waitFor();
    expect(await textOf(phone, 'arrange-clock')).toMatch(/前安排，还剩 2[34] 小时/);
    expect(await textOf(phone, 'vacancies')).toBe('名额 1/2');
    await takeScreenshot(phone, 'hiring-unarranged-375');
    await phone.locator('#arrange').click();
    expect(await textOf(phone, 'arrange-summary')).toBe('1月6日 周二 10:00');
    await phone.locator('#confirm-arrange').click();
    await soon(() => textOf(phone, 'arrange-says')).toBe('请填写地点。');
    await phone.locator('#arrange-place input, input#arrange-place').first().fill('总部 3 楼会议室');
    await phone.locator('#arrange-material input, input#arrange-material').first().fill('身份证、作品集');
    await takeScreenshot(phone, 'hiring-arrange-375');
    await phone.locator('#confirm-arrange').click();
    await soon(() => textOf(phone, 'meeting-state')).toBe('复试 · 等候选人确认');
    await stage.world.idle();
    expect(said('总部 3 楼会议室').map(({ channel }) => channel)).toContain('email');
  });

  it('the candidate confirms from the message, and HR sees it without a reload', async () => {
    const message =
      stage.world.outbox.list().findLast(({ channel, text }) => channel === 'sms' && text.includes('请点此确认参加')) ??
      said('总部 3 楼会议室').at(-1);
    const opened = stage.world.wechat.openUrlLink(message?.link ?? '');
    if (opened === undefined) throw new Error('the message leads nowhere');
    expect(opened.path).toBe('pages/progress/index');
    // Nobody is signed in here: the link says who it is.
    candidate = await openStillPage(stage.browser, { now: stage.world.clock.now().toISOString() });
    await candidate.goto(scenes.url(opened.path, opened.query));
    await candidate.locator('#stage-list').waitFor();
    expect(await textOf(candidate, 'meeting-time')).toBe('2026年1月6日 10:00');
    expect(await textOf(candidate, 'meeting-place')).toBe('总部 3 楼会议室');
    expect(await textOf(candidate, 'turn')).toBe('您');
    await takeScreenshot(candidate, 'hiring-meeting-375');
    await candidate.locator('#meeting-confirm').click();
    await candidate.locator('#meeting-confirmed').waitFor();
    await takeScreenshot(candidate, 'hiring-confirmed-375');
    await soon(() => textOf(phone, 'meeting-state')).toBe('复试 · 候选人已确认');
    await takeScreenshot(phone, 'hiring-answered-375');
    await phone.context().close();
  });

  it('HR enters the result on a wide screen, decides on an offer and sends it', async () => {
    await scenes.turn('P2D');
    desk = await openReview(1440);
    await desk.locator('#enter-result').click();
    await desk.locator('#result-score input, input#result-score').first().fill('88');
    await desk.locator('#confirm-result').click();
    await soon(() => textOf(desk, 'results')).toContain('复试：通过，88 分');
    await desk.locator('#decide-anew').click();
    await desk.locator('#decide-offer').click();
    await desk.locator('#confirm-decision').click();
    await desk.locator('#make-offer').click();
    await desk
      .locator('#hr-offer-words textarea, textarea#hr-offer-words')
      .first()
      .fill('月薪 12000 元，2 月 1 日入职');
    await takeScreenshot(desk, 'hiring-offer-1440');
    await desk.locator('#confirm-offer').click();
    await soon(() => textOf(desk, 'hr-offer-state')).toContain('等候选人在 2026年1月12日 18:00 前答复');
    expect(await textOf(desk, 'vacancies')).toBe('名额 2/2');
    await takeScreenshot(desk, 'hiring-offered-1440');
    await stage.world.idle();
  });

  it('the candidate accepts after being asked; the requisition is full, closes, and who waited is told', async () => {
    await candidate.context().close();
    candidate = await openProgress(me);
    expect(await textOf(candidate, 'offer-words')).toContain('月薪 12000 元');
    await takeScreenshot(candidate, 'hiring-offer-375');
    await candidate.locator('#offer-accept').click();
    await candidate.locator('#offer-confirm').click();
    await candidate.locator('#offer-accepted').waitFor();
    await takeScreenshot(candidate, 'hiring-accepted-375');
    await stage.world.idle();
    await scenes.turn('PT1M');
    await soon(() => said('已招满').length).toBeGreaterThan(0);
    const other = await openProgress(waits);
    await other.locator('#closure').waitFor();
    await takeScreenshot(other, 'hiring-closure-375');
    await other.locator('#closure-pool').click();
    await soon(() => textOf(other, 'closure-said')).toContain('已存入人才库');
    await other.context().close();
  });

  it('HR notes that they joined, and the opening reads 「已完成2/2面试」', async () => {
    await desk.locator('#joined').click();
    await soon(() => textOf(desk, 'joining')).toContain('已入职');
    await takeScreenshot(desk, 'hiring-joined-1440');
    await stage.world.idle();
    const { requisitions } = await scenes.must('requisition.list', { token: scenes.hr });
    const sales = requisitions.find(({ requisitionId }) => requisitionId === 'req_salesrep01');
    expect(sales).toMatchObject({ passed: 2, filled: 2, vacancies: 2 });
    expect(sales?.closedAt).not.toBeNull();
    const again = await scenes.invited('backend');
    expect(again.interviewId).toMatch(/^itv_/);
    await expect(scenes.invited('sales')).rejects.toThrow();
  });
});
