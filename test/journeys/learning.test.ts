/** Learning to use it, and a wrong status put right: on a phone and on a wide screen. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import { courses } from '#shared/training/courses.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import { createScenes, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

const { companyId } = seed.company;
const widths = [375, 1440] as const;
let stage: Stage;
let scenes: Scenes;
beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
});
afterAll(() => stage?.close());

const asHr = (width: number): Promise<Page> =>
  scenes.open(stage.browser, 'hr', { width, height: width > 900 ? 900 : 812 });

/** As a fault of ours would leave it: the dossier goes on saying 面试中. */
async function corrupt(applicationId: string): Promise<void> {
  const { config, clock, dynamo } = stage.world;
  const table = openTable({ ...config, name: config.table, clock, endpoint: dynamo.direct });
  await table.send(
    new UpdateCommand({
      TableName: config.table,
      Key: keys.dossier(companyId, applicationId),
      UpdateExpression: 'SET #status = :wrong, #value.#status = :wrong',
      ExpressionAttributeNames: { '#status': 'status', '#value': 'value' },
      ExpressionAttributeValues: { ':wrong': 'in_progress' },
    }),
  );
}

describe.each(widths)('at %i', (width) => {
  it('a wrong status is found, healed and shown, for one and for all', async () => {
    const one = await (await scenes.invited()).submitted();
    const other = await (await scenes.invited()).submitted();
    await scenes.turn('PT2M');
    await corrupt(one.applicationId);
    const page = await asHr(width);
    await page.goto(scenes.url('hr/review/index', `id=${one.applicationId}&tab=dossier`));
    await page.locator('#copy-dossier').getByText('面试中').waitFor();
    await page.locator('#resync').click();
    await page.locator('#copy-dossier').getByText('待评估').waitFor();

    await corrupt(other.applicationId);
    await page.goto(scenes.url('hr/status/index'));
    const found = page.locator(`#check-${one.interviewId}`);
    await found.getByText('状态：面试中 → 待评估').waitFor();
    await found.getByText('已改正').waitFor();
    await page.locator('#resync-all').click();
    await page.locator('#resync-all-outcome').getByText('改正了 1 处').waitFor({ timeout: 30_000 });
    await page.locator(`#check-${other.interviewId}`).waitFor();
    await found.getByText('打开档案').click();
    await page.locator('#copy-dossier').getByText('待评估').first().waitFor();
    await page.context().close();
  });

  it('a status that does not match what happened is corrected with a reason, which the history shows', async () => {
    const one = await (await scenes.invited()).submitted();
    await scenes.turn('PT2M');
    const page = await asHr(width);
    await page.goto(scenes.url('hr/review/index', `id=${one.applicationId}&tab=dossier`));
    await page.locator('#correct').click();
    await page.locator('#correct-to-incomplete').click();
    await page.locator('#correct-confirm').click();
    await page.getByText('请写下原因').waitFor();
    await page.locator('#correct-reason textarea').fill('会议室停电，候选人来电说明');
    await page.locator('#correct-confirm').click();
    await page.getByText('人工更正：待评估 → 未完成').waitFor();
    await page.getByText('原因：会议室停电，候选人来电说明').waitFor();
    expect((await one.view()).status).toBe('incomplete');
    await stage.world.idle();
    await page.locator('#correct').click();
    await page.locator('#correct-to-in_progress').click();
    await page.locator('#correct-reason textarea').fill('更正错了，改回来继续作答');
    await page.locator('#correct-confirm').click();
    await page.getByText('人工更正：未完成 → 面试中').waitFor();
    expect((await one.view()).status).toBe('in_progress');
    await page.context().close();
  });

  it('in the sandbox giving up leads to 未完成 in every place, and to no pass', async () => {
    const page = await asHr(width);
    await page.goto(scenes.url('hr/sandbox/index'));
    for (const move of ['start', 'answer', 'power_off']) {
      await page.locator(`#move-${move}`).click();
    }
    await page.locator('#sandbox-effect').getByText('状态仍是「面试中」').waitFor();
    await page.locator('#move-give_up').click();
    await page.locator('#sandbox-status').getByText('未完成').waitFor();
    for (const place of ['application', 'dossier', 'organisation', 'workbench']) {
      await page.locator(`#sandbox-${place}`).getByText('未完成').waitFor();
    }
    await page.locator('#sandbox-organisation').getByText('计入已完成：0').waitFor();
    await page.context().close();
  });

  it('a course is left, resumed and completed; help leads there', async () => {
    const course = width === 375 ? 'exits' : 'results';
    const page = await asHr(width);
    await page.goto(scenes.url('hr/status/index'));
    await page.locator('#help').first().click();
    await page.locator('#help-faq').click();
    await page.locator('#faq-left').waitFor();
    await page.goto(scenes.url('hr/training/index', `course=${course}`));
    await page.locator('#step-0').waitFor();
    await page.locator('#step-next').click();
    await page.locator('#step-next').click();
    await page.locator('#step-2').waitFor();
    const kept = async () => {
      const { courses: all } = await scenes.must('training.progress', { token: scenes.hr });
      return all.find((one) => one.course === course)?.step;
    };
    await expect.poll(kept).toBe(2);
    await page.goto(scenes.url('hr/training/index'));
    await page.locator(`#open-${course}`).click();
    await page.locator('#step-2').waitFor();
    await page.locator('#step-next').click();
    await page.locator('#step-next').click();
    const { right, answers } = courses[course];
    await page.locator(`#answer-${(right + 1) % answers}`).click();
    await page.locator('#check-answer').click();
    await page.locator('#answer-outcome').getByText('不对').waitFor();
    await page.locator(`#answer-${right}`).click();
    await page.locator('#check-answer').click();
    await page.locator('#answer-outcome').getByText('课程已完成').waitFor();
    await page.locator('#courses').click();
    await page.locator(`#course-${course}`).getByText('已完成').waitFor();
    await page.context().close();
  });

  it('a live session is announced and shown, what is new is read', async () => {
    const page = await asHr(width);
    await page.goto(scenes.url('hr/training/index'));
    await page.locator('#learn-news').click();
    await page.locator('#announce').click();
    await page.locator('#announce-title input').fill(`新版状态核对 ${width}`);
    await page.locator('#announce-link input').fill('https://meeting.example/123');
    await page.locator('#announce-confirm').click();
    await page.getByText(`新版状态核对 ${width}`).waitFor();
    if ((await page.locator('#read-notes').count()) > 0) await page.locator('#read-notes').click();
    await page.locator('#unread-notes').getByText('都读过了').waitFor();
    await page.context().close();
  });
});
