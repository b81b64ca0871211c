/**
 * Every way of leaving an interview, in WeChat, in WeCom and in a browser. Where the client lets us ask, what the sheet says
 * before the tap is what the server has after it; where it does not, everything is saved in silence. SCENARIOS 1, 2, 4.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answers } from '#test/world/seeds/answers.ts';
import { at } from './candidate.ts';
import { type Client, confirmEnd, type Device, linkOf, openDevice, say, soon, type } from './device.ts';
import { createScenes, type Scene, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';
import { happened, openRecords, promised } from './truth.ts';

let stage: Stage;
let scenes: Scenes;
let records: ReturnType<typeof openRecords>;
beforeAll(async () => {
  stage = await openStage({ running: true });
  scenes = createScenes(stage.world);
  records = openRecords(stage.world);
});
afterAll(() => stage?.close());

const { qclose, qmissed, qprice, qdelay, qfollow } = answers.strong;
const three = { qclose, qmissed, qdelay };
/** The third question has a time of its own, which would stand before the composer. */
const four = { ...three, qprice };

/** Somebody in the conversation, with these answers done. */
async function sitting(client: Client, given: Parameters<Scene['answer']>[0]) {
  const scene = await scenes.invited();
  const link = await linkOf(stage, scene);
  await scene.start();
  await scene.answer(given);
  const device = await openDevice(stage, client, link);
  await device.resume();
  return { scene, device, page: device.page };
}

/** Confirms what the sheet shows and holds it to its word. */
async function endAsPromised(device: Device, scene: Scene) {
  const said = await promised(device.page);
  await confirmEnd(device);
  await device.page.locator('#stage-list').waitFor();
  expect(await happened(scene)).toEqual(said);
  await soon(
    () => device.page.locator('#status').innerText(),
    (seen) => seen.toBe(said.status),
  );
  expect(await records.ends(scene.interviewId)).toBe(1);
  return said;
}

const draftOf = async (scene: Scene, questionId: string) =>
  (await scene.view()).drafts.find((draft) => draft.questionId === questionId)?.content;

const typed = '张总您好，样品';

describe.concurrent.each(['wechat', 'wecom', 'h5'] as const)('the ways to the sheet in %s', (client) => {
  const backs = client === 'h5' ? (['browser'] as const) : (['swipe', 'key'] as const);

  it('「结束面试」, 「退出面试」 and going back ask the same; then it ends as it said, complete or not', async () => {
    const { scene, device, page } = await sitting(client, four);
    await type(device, typed);
    const asked = [];
    await page.locator('#end-interview').click();
    asked.push(await promised(page));
    expect(await page.locator('#end-sheet').innerText()).toContain('第 5 题有内容但还没点');
    await page.locator('#keep-answering').click();
    await page.locator('#more').click();
    await page.locator('#menu-exit').click();
    asked.push(await promised(page));
    await page.locator('#keep-answering').click();
    for (const way of backs) {
      await device.back(way);
      asked.push(await promised(page));
      await page.locator('#keep-answering').click();
      expect(await at.composer(page).inputValue()).toBe(typed);
    }
    expect(asked).toEqual(asked.map(() => ({ counted: [1, 2, 3, 4], notCounted: [5], status: '未完成' })));
    expect((await scene.view()).status).toBe('in_progress');
    await device.back(backs[0]);
    expect((await endAsPromised(device, scene)).status).toBe('未完成');
    expect((await draftOf(scene, 'qfollow'))?.typing).toBe(typed);
    await device.close();
  });

  it('all done, it ends as 待评估', async () => {
    const { scene, device, page } = await sitting(client, four);
    await say(device, qfollow.join('\n'));
    await page.locator('#done-question').click();
    await page.locator('#all-done').waitFor();
    await device.back(backs.at(-1) ?? 'key');
    await page.locator('#end-sheet').getByText('面试已完成,是否退出?').waitFor();
    expect((await endAsPromised(device, scene)).status).toBe('待评估');
    await stage.world.idle();
    expect((await scene.view()).report).toBe('ready');
    await device.close();
  });

  it('「保存进度」 leaves at once, the tab 「面试」 leads back, and nothing has ended', async () => {
    const { scene, device, page } = await sitting(client, four);
    await type(device, typed);
    await page.locator('#more').click();
    await page.locator('#menu-save').click();
    await page.getByText('我的面试').first().waitFor();
    await soon(
      async () => (await draftOf(scene, 'qfollow'))?.typing,
      (seen) => seen.toBe(typed),
    );
    expect((await scene.view()).status).toBe('in_progress');
    await tab(device, '面试');
    await page.locator('#current-interview').waitFor();
    expect(await page.locator('#current-interview').innerText()).toBe('正在面试');
    await page.locator('#resume-interview').click();
    await page.locator('#continue-yes').click();
    await soon(
      () => at.composer(page).inputValue(),
      (seen) => seen.toBe(typed),
    );
    expect(await records.ends(scene.interviewId)).toBe(0);
    await device.close();
  });
});

describe.concurrent('giving up', () => {
  it.each(['wecom', 'h5'] as const)(
    'is said twice, withdraws and cannot be taken for an end, in %s',
    async (client) => {
      const { scene, device, page } = await sitting(client, three);
      await page.locator('#end-interview').click();
      await page.locator('#give-up').click();
      const sheet = page.locator('#give-up-sheet');
      await sheet.waitFor();
      expect(await sheet.innerText()).toContain('已取消');
      await page.locator('#give-up-back').click();
      expect((await scene.view()).status).toBe('in_progress');
      await page.locator('#give-up').click();
      await page.locator('#confirm-give-up').click();
      await page.locator('#over').waitFor();
      expect(await happened(scene)).toMatchObject({ counted: [], status: '已取消' });
      expect(await records.ends(scene.interviewId)).toBe(0);
      await device.close();
    },
  );
});

describe.concurrent('where nobody can ask', () => {
  const silent: [string, Client, (device: Device) => Promise<void>][] = [
    ['the capsule’s circle', 'wechat', ({ page }) => page.getByRole('button', { name: '关闭小程序' }).click()],
    ['the background', 'wecom', (device) => device.hide()],
    ['the bar’s way home', 'wechat', ({ page }) => page.getByRole('button', { name: '首页' }).click()],
    ['another tab of the browser', 'h5', (device) => device.hide()],
    ['closing the window', 'h5', ({ page }) => page.close({ runBeforeUnload: false })],
  ];

  it.each(silent)('%s (%s): what was typed is saved, and it comes back', async (_, client, leave) => {
    const { scene, device } = await sitting(client, four);
    await type(device, typed);
    await leave(device);
    await soon(
      async () => (await draftOf(scene, 'qfollow'))?.typing,
      (seen) => seen.toBe(typed),
    );
    expect((await scene.view()).status).toBe('in_progress');
    await device.resume();
    await soon(
      () => at.composer(device.page).inputValue(),
      (seen) => seen.toBe(typed),
    );
    await device.close();
  });

  it('a reload asks in the browser’s own words, and nothing is lost either way', async () => {
    const { device, page } = await sitting('h5', four);
    await type(device, typed);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
    await page.locator('#continue-yes').click();
    await soon(
      () => at.composer(page).inputValue(),
      (seen) => seen.toBe(typed),
    );
    await device.close();
  });
});

describe.concurrent.each(['wechat', 'wecom', 'h5'] as const)('the network is away at the end, in %s', (client) => {
  it('the end waits on the device, the screen says so, and it goes by itself', async () => {
    const { scene, device, page } = await sitting(client, four);
    await device.network(false);
    await say(device, qfollow.join('\n'));
    await page.locator('#done-question').click();
    await page.locator('#all-done').waitFor();
    await page.locator('#end-interview').click();
    const said = await promised(page);
    await confirmEnd(device);
    const ending = page.locator('#ending');
    await soon(
      () => ending.innerText(),
      (seen) => seen.toContain('结束请求已保存在本机'),
    );
    expect(await ending.innerText()).toContain('提交成功前，状态仍显示「面试中」');
    expect((await scene.view()).status).toBe('in_progress');
    await device.network(true);
    await page.locator('#stage-list').waitFor();
    expect(await happened(scene)).toEqual(said);
    expect(said.status).toBe('待评估');
    expect(await records.ends(scene.interviewId)).toBe(1);
    await device.close();
  });
});

/** One of the three below the pages. */
const tab = ({ page, client }: Device, name: string) =>
  (client === 'h5'
    ? page.locator('.weui-tabbar__item, taro-tabbar .weui-tabbar__label')
    : page.getByRole('tab', { name, exact: true })
  )
    .filter({ hasText: name })
    .first()
    .click();
