/**
 * An answer that is said: held, kept part by part while it is said, heard, corrected, counted; and one that is said while
 * the network is away until after the end. SCENARIOS 1, 4.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answers } from '#test/world/seeds/answers.ts';
import { type Client, confirmEnd, linkOf, openDevice, soon } from './device.ts';
import { hold, inBucket, play, recorded } from './recording.ts';
import { createScenes, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';
import { happened, openRecords, promised } from './truth.ts';

let stage: Stage;
let scenes: Scenes;
beforeAll(async () => {
  stage = await openStage({ running: true });
  scenes = createScenes(stage.world);
  stage.world.asr.say({ text: heard });
});
afterAll(() => stage?.close());

const { qclose, ...others } = answers.strong;
const heard = '我有一家客户犹豫了两个月。';
const corrected = qclose.join('\n');

/** Everything but the first question is done. */
async function sitting(client: Client) {
  const scene = await scenes.invited();
  const link = await linkOf(stage, scene);
  await scene.start();
  await scene.answer(others);
  const device = await openDevice(stage, client, link);
  await device.resume();
  await device.page.locator('#toggle-voice').click();
  const bucket = () => inBucket(stage.world, scene.interviewId);
  const sent = async () => (await scene.view()).drafts.find(({ questionId }) => questionId === 'qclose')?.content.sent;
  const review = async () => {
    await stage.world.idle();
    const { answers: given } = await scenes.must('report.review', { token: scenes.hr, params: scene.params });
    return given.find(({ questionId }) => questionId === 'qclose');
  };
  return { scene, device, page: device.page, bucket, sent, review };
}

describe.concurrent.each(['wechat', 'h5'] as const)('a question answered by voice in %s', (client) => {
  it('goes up while it is said, is corrected, counts as corrected, and HR can listen', async () => {
    const { scene, device, page, bucket, sent, review } = await sitting(client);

    const cancel = await hold(device);
    await recorded(page, 1);
    await cancel(120);
    await page.locator('.talk').waitFor({ state: 'detached' });

    const release = await hold(device);
    await soon(bucket, (seen) => seen.not.toEqual([]));
    expect(await sent()).toEqual([]);
    await recorded(page, 6);
    await release();
    const bubble = page.locator('.chat-clip--voice');
    await bubble.waitFor();
    expect(await bubble.count()).toBe(1);
    await page.getByText(heard).waitFor();
    const [clip] = (await sent()) ?? [];
    if (clip === undefined || typeof clip === 'string') throw new Error('no clip in the answer');
    expect(clip.parts).toBeGreaterThanOrEqual(2);

    await page.locator(`#edit-transcript-${clip.clipId}`).click();
    const box = page.locator(`#correct-${clip.clipId} textarea, textarea#correct-${clip.clipId}`).first();
    expect(await box.inputValue()).toBe(heard);
    await box.fill(corrected);
    await page.locator('#save-transcript').click();
    await page.getByText('您核对过的文字').waitFor();
    await page.locator('#done-question').click();
    await page.locator('#all-done').waitFor();
    await page.locator('#end-interview').click();
    const said = await promised(page);
    await confirmEnd(device);
    await soon(
      () => page.locator('#ending-proof').innerText(),
      (seen) => seen.toContain('已保存 5/5 题'),
    );
    await page.locator('#stage-list').waitFor();
    expect(await happened(scene)).toEqual(said);

    const answer = await review();
    expect(answer).toMatchObject({ text: corrected, counted: true, clips: [{ kind: 'voice', state: 'ready' }] });
    expect(answer?.clips[0]).toMatchObject({ heard, corrected });
    const { seconds } = await play(answer?.clips[0]);
    expect(Math.abs(seconds - clip.seconds)).toBeLessThan(1);
    await device.close();
  });

  it('is said without a network: the end and the recording wait on the device, and both go after a kill', async () => {
    const { scene, device, page, bucket, review } = await sitting(client);
    await device.network(false);
    const release = await hold(device);
    await recorded(page, 2);
    await release();
    await page.locator('.chat-clip--voice').waitFor();
    await soon(
      () => page.locator('#question-qclose').innerText(),
      (seen) => seen.toMatch(/待上传/),
    );
    await page.locator('#done-question').click();
    await page.locator('#all-done').waitFor();
    await page.locator('#end-interview').click();
    expect(await page.locator('#end-sheet').innerText()).toContain('还有 1 段录音或文件在本机，联网后自动上传');
    const said = await promised(page);
    await confirmEnd(device);
    const ending = page.locator('#ending');
    await soon(
      () => ending.innerText(),
      (seen) => seen.toContain('结束请求已保存在本机'),
    );
    expect(await ending.innerText()).toContain('1 段录音也在本机，会一起上传');
    expect((await scene.view()).status).toBe('in_progress');
    expect(await bucket()).toEqual([]);

    await device.kill();
    await device.network(true);
    await device.open();
    await device.page.locator('#stage-list').waitFor();
    expect(await happened(scene)).toEqual(said);
    await soon(
      async () => (await review())?.clips[0]?.url ?? null,
      (seen) => seen.not.toBeNull(),
    );
    const answer = await review();
    expect((await play(answer?.clips[0])).seconds).toBeGreaterThan(0);
    expect(answer?.counted).toBe(true);
    expect(await openRecords(stage.world).ends(scene.interviewId)).toBe(1);
    await device.close();
  });
});

it.concurrent('a recording that a kill breaks off is there on return, and is kept, in wecom', async () => {
  const { scene, device, page, bucket, sent, review } = await sitting('wecom');
  await hold(device);
  await recorded(page, 2);
  await soon(bucket, (seen) => seen.not.toEqual([]));
  await device.kill();
  await device.resume();
  await device.page.locator('#keep-broken').click();
  await device.page.locator('.chat-clip--voice').waitFor();
  await soon(
    async () => (await sent())?.length,
    (seen) => seen.toBe(1),
  );
  await soon(
    async () => (await scene.view()).clips.length,
    (seen) => seen.toBe(1),
  );
  expect((await play((await review())?.clips[0])).seconds).toBeGreaterThan(2);
  await device.close();
});

// By itself: the store's faults hit whoever comes.
it.each(['wechat', 'h5'] as const)(
  'a call, another app and a cut upload in %s: it goes on and is whole',
  async (client) => {
    const { device, page, scene, bucket, sent, review } = await sitting(client);
    const panel = page.locator('#recording');
    const brokenInto = () => panel.getByText(/录音被打断，已保存 \d:\d\d/).waitFor();
    const asked: number[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/clips/forms')) asked.push(request.postDataJSON().from);
    });

    await page.locator('#start-recording').click();
    await recorded(page, 2);
    await device.call(true);
    await brokenInto();
    await soon(bucket, (seen) => seen.toHaveLength(1));
    await device.call(false);
    await page.locator('#recording-resume').click();
    await recorded(page, 3);
    if (client !== 'h5') {
      await device.hide();
      await brokenInto();
      await device.show();
      await page.locator('#recording-resume').click();
      await recorded(page, 4);
    }

    const already = (await bucket()).length;
    asked.length = 0;
    const { faults } = stage.world.s3;
    faults.add({ kind: 'cutUpload', next: 100, methods: ['POST'], afterBytes: 2048 });
    await page.locator('#recording-stop').click();
    await soon(
      () => faults.counts().cutUpload,
      (seen) => seen.toBeGreaterThan(0),
    );
    await device.network(false);
    faults.clear();
    await page.locator('.chat-clip--voice').waitFor();
    await soon(
      () => page.locator('#question-qclose').innerText(),
      (seen) => seen.toMatch(/待上传 \d+%/),
    );
    expect(await bucket()).toHaveLength(already);
    await device.network(true);
    await soon(
      async () => (await scene.view()).clips.length,
      (seen) => seen.toBe(1),
    );
    const [clip] = (await sent()) ?? [];
    if (clip === undefined || typeof clip === 'string') throw new Error('no clip in the answer');
    expect((await bucket()).filter((name) => !name.endsWith('/whole'))).toHaveLength(clip.parts);
    // What was up stayed up.
    expect(Math.min(...asked)).toBeGreaterThanOrEqual(already);
    const { seconds } = await play((await review())?.clips[0]);
    expect(seconds).toBeGreaterThan(client === 'h5' ? 2.5 : 3.5);
    expect(Math.abs(seconds - clip.seconds)).toBeLessThan(1);
    await device.close();
  },
);
