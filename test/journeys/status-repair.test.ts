/**
 * A status that is wrong: drift planted in the store is found by itself, healed and shown; a lost row comes back; and what
 * is wrong in fact is put right by a person with a reason. HR on a phone and on a wide screen.
 */
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import { takeScreenshot } from '#test/browser/screenshot.ts';
import { allItems } from '#test/functions/table-check.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import { createScenes, type Scene, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 15_000 });
const company = seed.company.companyId;

let stage: Stage;
let scenes: Scenes;
let table: ReturnType<typeof openTable>;
beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
  const { config, clock, dynamo } = stage.world;
  table = openTable({ ...config, name: config.table, clock, endpoint: dynamo.direct });
});
afterAll(() => stage?.close());

/** The wrong status of the mission: the dossier goes on saying 面试中. */
const bend = ({ applicationId }: Scene) =>
  table.send(
    new UpdateCommand({
      TableName: table.name,
      Key: keys.dossier(company, applicationId),
      UpdateExpression: 'SET #status = :wrong, #value.#status = :wrong',
      ExpressionAttributeNames: { '#status': 'status', '#value': 'value' },
      ExpressionAttributeValues: { ':wrong': 'in_progress' },
    }),
  );
/** The person vanishes from a list of the workbench, and from nothing else. */
async function lose({ interviewId }: Scene, list: string): Promise<void> {
  const row = (await allItems(table)).find(
    ({ pk, sk }) => pk === `c#${company}#wb#${list}` && sk.endsWith(`#${interviewId}`),
  );
  if (row === undefined) throw new Error(`${interviewId} does not stand in ${list}`);
  await table.send(new DeleteCommand({ TableName: table.name, Key: { pk: row.pk, sk: row.sk } }));
}

describe.each([375, 1440])('a wrong status, at %i px', (width) => {
  let me: Scene;
  let hr: Page;
  const open = async (path: string, query = '') => {
    await hr.goto('about:blank');
    await hr.goto(scenes.url(path, query));
  };

  it('is found by the daily check, healed, and shown with what it was', async () => {
    me = await (await scenes.invited('sales')).submitted();
    // The check after the end has been; nothing but the daily one will come.
    await scenes.turn('PT5M');
    await bend(me);
    await lose(me, 'submitted');
    hr = await scenes.open(stage.browser, 'hr', { width, height: width > 1000 ? 900 : 812 });
    await open('hr/workbench/index', 'queue=awaiting');
    await hr.locator('#queue-awaiting').waitFor();
    expect(await hr.locator(`#row-${me.interviewId}`).count()).toBe(0);
    await hr.context().close();
    await scenes.turn('PT25H');
    // A day later HR signs in anew.
    hr = await scenes.open(stage.browser, 'hr', { width, height: width > 1000 ? 900 : 812 });
    await open('hr/status/index');
    const found = hr.locator(`#check-${me.interviewId}`).first();
    await found.waitFor();
    const text = await found.innerText();
    for (const said of ['已改正', '候选人档案', '状态：面试中 → 待评估', '列表中的一行', '每日核对'])
      expect(text).toContain(said);
    await takeScreenshot(hr, `status-repair-found-${width}`);
    await open('hr/workbench/index', 'queue=awaiting');
    await hr.locator(`#row-${me.interviewId}`).waitFor();
    await open('hr/workbench/index', 'queue=trouble');
    await hr.locator(`#row-${me.interviewId}`).waitFor();
    expect(await hr.locator(`#row-${me.interviewId}`).innerText()).toContain('已修复不一致');
    await takeScreenshot(hr, `status-repair-trouble-${width}`);
  });

  it('is healed at once where somebody asks for it, and all four agree', async () => {
    await bend(me);
    await open('hr/status/index');
    await hr.locator(`#resync-${me.interviewId}`).first().click();
    await soon(() => hr.locator(`#check-${me.interviewId}`).count()).toBeGreaterThan(1);
    const { copies } = await scenes.must('application.dossier', {
      token: scenes.hr,
      params: { applicationId: me.applicationId },
    });
    expect(copies.map(({ status }) => status)).toEqual(copies.map(() => 'submitted'));
  });

  it('that is wrong in fact is put right by a person, with a reason that stands in the history', async () => {
    await open('hr/review/index', `id=${me.applicationId}${width > 1000 ? '' : '&tab=dossier'}`);
    await hr.locator('#correct').click();
    await hr.locator('#correct-to-incomplete').click();
    await hr.locator('#correct-confirm').click();
    await hr.getByText('请写下原因').waitFor();
    await hr.locator('#correct-reason textarea, textarea#correct-reason').first().fill('会议室停电，候选人来电说明');
    await takeScreenshot(hr, `status-repair-correct-${width}`);
    await hr.locator('#correct-confirm').click();
    await soon(async () => (await me.view()).status).toBe('incomplete');
    await stage.world.idle();
    await soon(() => hr.locator('body').innerText()).toContain('会议室停电，候选人来电说明');
    const { timeline, copies } = await scenes.must('application.dossier', {
      token: scenes.hr,
      params: { applicationId: me.applicationId },
    });
    expect(timeline.at(-1)).toMatchObject({ by: 'usr_wangmin' });
    expect(timeline.find(({ type }) => type === 'corrected')).toMatchObject({
      correction: { from: 'submitted', to: 'incomplete', reason: '会议室停电，候选人来电说明' },
    });
    expect(copies.map(({ status }) => status)).toEqual(copies.map(() => 'incomplete'));
    await takeScreenshot(hr, `status-repair-corrected-${width}`);
    await hr.context().close();
  });
});
