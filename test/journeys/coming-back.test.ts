/**
 * Every way of coming back to an interview: the same device after its end, another one, another day, two at once, after it is
 * over, and after HR opened it again. SCENARIOS 3, 4, 5, 7.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answers } from '#test/world/seeds/answers.ts';
import { at } from './candidate.ts';
import { type Client, confirmEnd, linkOf, openDevice, saved, say, soon, type } from './device.ts';
import { createScenes, type Scenes } from './scenes.ts';
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
const four = { qmissed, qprice, qdelay, qfollow };

async function begun(given: Record<string, string[]> = four) {
  const scene = await scenes.invited();
  const link = await linkOf(stage, scene);
  await scene.start();
  await scene.answer(given);
  const typing = async () =>
    (await scene.view()).drafts.find(({ questionId }) => questionId === 'qclose')?.content.typing;
  return { scene, typing, device: (client: Client) => openDevice(stage, client, link) };
}

const composed = (page: Page, text: string) =>
  soon(
    () => at.composer(page).inputValue(),
    (seen) => seen.toBe(text),
  );

describe.concurrent('the same device', () => {
  it.each(['wechat', 'h5'] as const)('is killed without a network and brings what was typed, in %s', async (client) => {
    const { typing, device: another } = await begun();
    const device = await another(client);
    await device.resume();
    await device.network(false);
    await type(device, '去年有一家厂，样品试了两个月');
    await soon(
      () => at.saved(device.page).innerText(),
      (seen) => seen.toBe('待上传'),
    );
    await device.kill();
    await device.network(true);
    await device.resume();
    await composed(device.page, '去年有一家厂，样品试了两个月');
    await saved(device);
    expect(await typing()).toBe('去年有一家厂，样品试了两个月');
    await device.close();
  });
});

describe.concurrent('another device', () => {
  it.each([
    ['h5', 'wechat'],
    ['wecom', 'h5'],
  ] as const)(
    'from %s to %s: the first is told, both texts are kept, and each can take over',
    async (first, second) => {
      const { scene, typing, device } = await begun();
      const one = await device(first);
      await one.resume();
      await type(one, '第一台：');
      await saved(one);
      await one.network(false);
      await type(one, '第一台：断网时写的');

      const two = await device(second);
      await two.resume();
      await composed(two.page, '第一台：');
      await type(two, '第二台写的');
      await saved(two);

      await one.network(true);
      await one.page.locator('#superseded').waitFor();
      expect(await one.page.locator('#superseded').innerText()).toContain('您已在另一台设备打开本次面试');
      expect(await typing()).toBe('第二台写的');
      const kept = await records.beside(scene.interviewId, 1);
      expect(kept.map(({ content }) => content.typing)).toEqual(['第一台：断网时写的']);

      await one.page.locator('#take-over').click();
      await composed(one.page, '第二台写的');
      await one.page.locator('.aside').first().waitFor();
      expect(await one.page.locator('.aside').allInnerTexts()).toEqual([expect.stringContaining('断网时写的')]);
      await type(two, '第二台后来写的');
      await two.page.locator('#superseded').waitFor();
      await type(one, '最后写的');
      await saved(one);
      expect(await typing()).toBe('最后写的');
      await Promise.all([one.close(), two.close()]);
    },
  );

  it('what one typed without a network while another went on stays to be read, kill after kill', async () => {
    const { device } = await begun();
    const one = await device('h5');
    await one.resume();
    await one.network(false);
    await type(one, '断网时写的');
    await soon(
      () => at.saved(one.page).innerText(),
      (seen) => seen.toBe('待上传'),
    );
    const two = await device('wechat');
    await two.resume();
    await type(two, '第二台写的');
    await saved(two);
    for (let kills = 0; kills < 2; kills += 1) {
      await one.kill();
      await one.network(true);
      await one.resume();
      await composed(one.page, '第二台写的');
      const cards = () => one.page.locator('.aside').allInnerTexts();
      await soon(cards, (seen) => seen.toEqual([expect.stringContaining('断网时写的')]));
    }
    await Promise.all([one.close(), two.close()]);
  });

  it('two end at once: one end, and both are shown the same', async () => {
    const { scene, device } = await begun({ qclose, ...four });
    const one = await device('wecom');
    await one.resume();
    const two = await device('h5');
    await two.resume();
    for (const { page } of [two, one]) await page.locator('#end-interview').click();
    await Promise.all([one, two].map(({ page }) => page.locator('#confirm-end').click()));
    await two.page.locator('#stage-list').waitFor();
    await soon(
      () => one.page.locator('body').innerText(),
      (seen) => seen.toMatch(/待评估|已在另一台设备/),
    );
    expect(await records.ends(scene.interviewId)).toBe(1);
    expect((await scene.view()).status).toBe('submitted');
    await Promise.all([one.close(), two.close()]);
  });
});

describe.concurrent('after it is over', () => {
  it.each(['wechat', 'h5'] as const)('the old link leads to where it stands, in %s', async (client) => {
    const { scene, device: another } = await begun({ qclose, ...four });
    await scene.end();
    const device = await another(client);
    await device.open();
    await soon(
      () => device.page.locator('#status').innerText(),
      (seen) => seen.toBe('待评估'),
    );
    expect(await device.page.locator('#end-interview').count()).toBe(0);
    await device.close();
  });

  it.each(['wecom', 'h5'] as const)(
    'a mistaken end is asked to be opened again, granted, and goes on, in %s',
    async (client) => {
      const { scene, device: another } = await begun();
      const device = await another(client);
      await device.resume();
      await device.page.locator('#end-interview').click();
      expect((await promised(device.page)).status).toBe('未完成');
      await confirmEnd(device);
      await device.page.locator('#ask-reopen').click();
      await device.page.getByText('误点了结束', { exact: true }).click();
      await device.page.getByText('提交申请').click();
      await soon(
        async () => (await scene.view()).tickets.map(({ kind }) => kind),
        (seen) => seen.toEqual(['reopen']),
      );
      const [ticket] = (await scene.view()).tickets;
      await scene.settle(ticket?.ticketId ?? '', 'granted', '已为您重新开放');
      await stage.world.idle();

      await device.resume();
      await say(device, qclose.join('\n'));
      await device.page.locator('#done-question').click();
      await device.page.locator('#all-done').waitFor();
      await device.page.locator('#end-interview').click();
      const said = await promised(device.page);
      await confirmEnd(device);
      await device.page.locator('#stage-list').waitFor();
      expect(await happened(scene)).toEqual(said);
      expect(said).toMatchObject({ notCounted: [], status: '待评估' });
      await device.close();
    },
  );
});

// Last and one by one: the clock is everybody's, and does not go back.
describe('another day', () => {
  it.each(['wechat', 'h5'] as const)('within the window, by the old link, to the character, in %s', async (client) => {
    const { scene, device: another } = await begun();
    const device = await another(client);
    await device.resume();
    await type(device, '前一天写的');
    await saved(device);
    await device.kill();
    await scenes.turn('PT20H');
    expect((await scene.view()).status).toBe('in_progress');
    await device.resume();
    await composed(device.page, '前一天写的');
    await type(device, '第二天接着写');
    await saved(device);
    await device.close();
  });

  it('a page left open over night goes on without a word: the session is renewed (SCENARIOS 7)', async () => {
    const { typing, device: another } = await begun();
    const device = await another('h5');
    await device.resume();
    await scenes.turn('PT3H');
    await type(device, '三小时以后');
    await saved(device);
    expect(await typing()).toBe('三小时以后');
    await device.close();
  });

  it('after the window, it is over, and the screen says what is kept', async () => {
    const { scene, device: another } = await begun();
    const device = await another('wecom');
    await scenes.turn('PT25H');
    await device.open();
    await soon(
      () => device.page.locator('#status').innerText(),
      (seen) => seen.toBe('未完成'),
    );
    expect((await scene.view()).status).toBe('incomplete');
    expect(await device.page.locator('body').innerText()).toContain('已保存的 4 题回答都在');
    await device.close();
  });
});
