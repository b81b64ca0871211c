/** A question whose plan asks for it is answered in front of the camera, and HR can watch it. */
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
