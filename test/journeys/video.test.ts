/** A question whose plan asks for it is answered in front of the camera, or with a file, and HR can watch or open it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answers } from '#test/world/seeds/answers.ts';
import { confirmEnd, linkOf, openDevice, soon } from './device.ts';
import { play, recorded } from './recording.ts';
import { createScenes, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';
import { happened, promised } from './truth.ts';

let stage: Stage;
let scenes: Scenes;
beforeAll(async () => {
  stage = await openStage({ running: true });
  scenes = createScenes(stage.world);
});
afterAll(() => stage?.close());

const { qprice, ...others } = answers.strong;

it.concurrent.each(['wechat', 'h5'] as const)('a question answered by video in %s', async (client) => {
  stage.world.asr.say({ text: qprice.join('\n') });
  const scene = await scenes.invited();
  const link = await linkOf(stage, scene);
  await scene.start();
  await scene.answer(others);
  const device = await openDevice(stage, client, link);
  await device.resume();
  const { page } = device;

  await page.locator('#begin-answer').click();
  await page.locator('#open-camera').click();
  const start = page.locator('#video-start');
  await soon(
    () => start.getAttribute('aria-disabled'),
    (seen) => seen.not.toBe('true'),
  );
  await start.click();
  await recorded(page, 2);
  await page.locator('#video-stop').click();
  await page.locator('.chat-clip--video').waitFor();
  await page.getByText(qprice[0]?.slice(0, 12) ?? '').waitFor();
  await page.locator('#done-question').click();
  await page.locator('#all-done').waitFor();
  await page.locator('#end-interview').click();
  const said = await promised(page);
  await confirmEnd(device);
  await page.locator('#stage-list').waitFor();
  expect(await happened(scene)).toEqual(said);
  expect(said.status).toBe('待评估');

  await stage.world.idle();
  const { answers: given } = await scenes.must('report.review', { token: scenes.hr, params: scene.params });
  const answer = given.find(({ questionId }) => questionId === 'qprice');
  expect(answer).toMatchObject({ text: qprice.join('\n'), counted: true, clips: [{ kind: 'video', state: 'ready' }] });
  expect(answer?.clips[0]?.mime).toBe(client === 'h5' ? 'video/webm' : 'video/mp4');
  expect((await play(answer?.clips[0])).seconds).toBeGreaterThan(0);
  await device.close();
});

it.concurrent.each(['wechat', 'h5'] as const)('a skill question answered with a file in %s', async (client) => {
  const scene = await scenes.invited('backend');
  const link = await linkOf(stage, scene);
  await scene.start();
  await scene.answer({ qincident: ['先回滚止损，再用日志定位根因。'], qslow: ['先看慢查询，再看执行计划。'] });
  const device = await openDevice(stage, client, link);
  await device.resume();
  const { page } = device;
  await page.locator('#begin-answer').click();
  const file = { name: '打卡.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 连续打卡的最长天数') };
  if (client === 'h5') {
    const chooser = page.waitForEvent('filechooser');
    await page.locator('#pick-file').click();
    await (await chooser).setFiles(file);
  } else {
    await page.locator('#pick-file').click();
    await page.locator('.wxui-file-input').setInputFiles(file);
  }
  await page.locator('.chat-clip--file').getByText('打卡.pdf').waitFor();
  await page.locator('#done-question').click();
  await page.locator('#all-done').waitFor();
  await soon(
    async () => (await scene.view()).clips.length,
    (seen) => seen.toBe(1),
  );
  await stage.world.idle();
  const { answers: given } = await scenes.must('report.review', { token: scenes.hr, params: scene.params });
  const [clip] = given.find(({ questionId }) => questionId === 'qcode')?.clips ?? [];
  expect(clip).toMatchObject({ kind: 'file', mime: 'application/pdf', name: '打卡.pdf' });
  const opened = await fetch(clip?.url ?? '');
  expect(Buffer.from(await opened.arrayBuffer())).toEqual(file.buffer);
  await device.close();
});
