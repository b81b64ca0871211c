/**
 * Loose ends of how people come in and are kept in touch with: several résumés in one pick, each with its own fate; the
 * number of those who applied; the way from the dossier to a person's own data; what was put away; reminding many again.
 */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import { takeScreenshot } from '#test/browser/screenshot.ts';
import { upload } from '#test/functions/clip/upload.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import { createScenes, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 20_000 });
const company = seed.company.companyId;
const resume = seed.candidates.find(({ name }) => name === '陈思远')?.resume ?? '';

let stage: Stage;
let scenes: Scenes;
beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
});
afterAll(() => stage?.close());

const size = (width: number) => ({ width, height: width > 1000 ? 900 : 812 });
const open = (width: number) => scenes.open(stage.browser, 'hr', size(width));
const file = (name: string, mimeType: string, content: string) => ({ name, mimeType, buffer: Buffer.from(content) });
const txt = (name: string, content: string) => file(name, 'text/plain', content);

describe.each([375, 1440])('at %i px', (width) => {
  const phone = (n: number) => `137000${String(width).padStart(4, '0')}${n}`;
  it('several résumés in one pick are read each by itself, and what failed says why', async () => {
    const page: Page = await open(width);
    await page.goto(scenes.url('hr/intake/index', 'way=resumes'));
    const chooser = page.waitForEvent('filechooser');
    await page.locator('#pick-resume').click();
    await (await chooser).setFiles([
      txt('甲.txt', `甲一\n电话 ${phone(1)}\n${resume}`),
      file('图.bmp', 'image/bmp', 'x'),
      txt('乙.txt', `乙二\n电话 ${phone(2)}\n${resume}`),
      file('坏.pdf', 'application/pdf', 'this is no pdf'),
    ]);
    const cards = page.locator('[id^="resume-"].hr-intake-card');
    await soon(() => cards.count()).toBe(4);
    await soon(() => page.getByRole('button', { name: '保存' }).count()).toBe(2);
    await soon(() => page.locator('body').innerText()).not.toContain('正在读取');
    const all = await page.locator('body').innerText();
    expect(all).toContain('不支持这种文件，请按上面的格式选择');
    expect(all).toContain('旧版 .doc、.xls 请先另存为');
    await takeScreenshot(page, `intake-several-${width}`);
    await cards.filter({ hasText: '乙.txt' }).getByRole('button', { name: '保存' }).click();
    await soon(() => cards.filter({ hasText: '乙.txt' }).innerText()).toContain('已加入候选人');
    await page.context().close();
  });

  it('a file whose reading was given up is read again with a tap', async () => {
    const page = await open(width);
    // Nothing comes of the first reading: the answer is held where it is still being read, and then given up.
    let held = true;
    await page.route(/\/v1\/hr\/intake\/files\/[^/]+(\?.*)?$/, async (route) => {
      if (!held || route.request().method() !== 'GET') return route.fallback();
      const response = await route.fetch();
      const body = (await response.json()) as object;
      await route.fulfill({ response, json: { ...body, state: 'failed', code: 'gave_up', text: null } });
    });
    await page.goto(scenes.url('hr/intake/index', 'way=resumes'));
    const chooser = page.waitForEvent('filechooser');
    await page.locator('#pick-resume').click();
    await (await chooser).setFiles([txt('丙.txt', `丙三\n${phone(3)}\n${resume}`)]);
    await page.getByText('系统没能读完这份文件').waitFor();
    await takeScreenshot(page, `intake-again-${width}`);
    held = false;
    await page.locator('[id$="-retry"]').click();
    await page.getByRole('button', { name: '保存' }).waitFor();
    await page.context().close();
  });
});

it('who applied is counted on the workbench, with a résumé that could not be read said so and read again', async () => {
  const requisitionId = 'req_salesrep01';
  const params = { requisitionId };
  const { linkId } = await scenes.must('requisition.renewLink', { token: scenes.hr, params, input: { instead: null } });
  const about = { name: '简历.txt', mime: 'text/plain' };
  const { fileId, form } = await scenes.must('apply.form', { params: { linkId }, input: about });
  await scenes.must('apply.send', {
    params: { linkId },
    input: {
      operationId: 'op-coming-in-0001',
      name: '投递人',
      phone: '13700009999',
      email: '',
      headline: '',
      resume: '',
      consent: { granted: true, version: '2026-01' },
      file: { fileId, ...about },
    },
  });
  await stage.world.idle();
  const page = await open(375);
  await page.goto(scenes.url('hr/workbench/index'));
  await page.locator(`#open-wishes-${requisitionId}`).waitFor();
  expect(await page.locator(`#open-wishes-${requisitionId}`).innerText()).toMatch(/新投递\s*1 人/);
  await takeScreenshot(page, 'workbench-wishes-375');
  // It was never uploaded; that it might be our fault is set here.
  await upload(form, `投递人\n${resume}`);
  const { wishes } = await scenes.must('requisition.wishes', { token: scenes.hr, params });
  const candidateId = wishes[0]?.candidateId ?? '';
  const { config, clock, dynamo } = stage.world;
  const table = openTable({ ...config, name: config.table, clock, endpoint: dynamo.direct });
  const set = (Key: { pk: string; sk: string }, name: string, value: unknown) =>
    table.send(
      new UpdateCommand({
        TableName: table.name,
        Key,
        UpdateExpression: 'SET #name = :value',
        ExpressionAttributeNames: { '#name': name },
        ExpressionAttributeValues: { ':value': value },
      }),
    );
  await set(keys.file(company, fileId), 'code', 'gave_up');
  await set(keys.wish(company, requisitionId, candidateId), 'unread', { fileId, code: 'gave_up' });
  await page.locator(`#open-wishes-${requisitionId}`).click();
  await page.locator(`#unread-${candidateId}`).waitFor();
  await takeScreenshot(page, 'wishes-unread-375');
  await page.locator(`#again-${candidateId}`).click();
  await stage.world.idle();
  await page.reload();
  await page.locator(`#invite-wish-${candidateId}`).waitFor();
  await soon(() => page.locator(`#unread-${candidateId}`).count()).toBe(0);
  await page.locator(`#invite-wish-${candidateId}`).click();
  await page.locator('#confirm-invite').click();
  await soon(async () => {
    const { requisitions } = await scenes.must('requisition.list', { token: scenes.hr });
    return requisitions.find((one) => one.requisitionId === requisitionId)?.wishes;
  }).toBe(0);
  await page.context().close();
});

it('the dossier leads to the person’s own data', async () => {
  const scene = await scenes.invited('sales');
  const page = await open(375);
  await page.goto(scenes.url('hr/review/index', `id=${scene.applicationId}&tab=dossier`));
  await page.locator('#edit-person').click();
  await page.locator('#person-name input, input#person-name').first().fill('改过的名字');
  // The seeded address is somebody else's by now.
  await page.locator('#person-email input, input#person-email').first().fill('');
  await page.locator('#person-save').click();
  await page.locator('#person-saved').waitFor();
  await page.goto(scenes.url('hr/workbench/index'));
  await page.locator('#find-name input, input#find-name').first().fill('改过');
  await page.locator(`#row-${scene.interviewId}`).waitFor();
  await page.context().close();
});

it('a position that was put away is chosen nowhere, and found by a filter', async () => {
  const token = scenes.hr;
  const title = '待归档岗位';
  const input = { operationId: 'op-coming-in-0002', title, department: '销售部', templateId: null };
  const { position, made } = await scenes.must('position.create', { token, input: { ...input, language: 'zh' } });
  const { positionId } = position;
  const page = await open(1440);
  await page.goto(scenes.url('hr/positions/index'));
  await page.locator(`#position-${positionId}`).waitFor();
  await scenes.must('position.archive', {
    token,
    params: { positionId },
    input: { operationId: 'op-coming-in-0003', version: made.version, archived: true },
  });
  await page.reload();
  await page.locator('#shown-archived').waitFor();
  expect(await page.locator(`#position-${positionId}`).count()).toBe(0);
  await page.locator('#shown-archived').click();
  await page.locator(`#position-${positionId}`).waitFor();
  await takeScreenshot(page, 'positions-archived-1440');
  await page.context().close();
});

describe.each([375, 1440])('reminding many again, at %i px', (width) => {
  it('shows who gets what by which channel and who not, reminds, and does not nag', async () => {
    const waiting = [await scenes.invited('sales'), await scenes.invited('sales')];
    await scenes.turn('PT13H');
    const late = await scenes.invited('sales');
    const done = await (await scenes.invited('sales')).submitted();
    await scenes.turn('PT11H');
    const page = await open(width);
    await page.goto(scenes.url('hr/workbench/index'));
    await page.locator('#start-batch').click();
    for (const { interviewId } of [...waiting, late, done]) await page.locator(`#select-${interviewId}`).click();
    await page.locator('#batch-remind').click();
    await soon(() => page.locator('#batch-summary').innerText()).toBe('2 人可以执行，2 人不能，会跳过。');
    const row = (one: { interviewId: string }) => page.locator(`#batch-${one.interviewId}`).innerText();
    expect(await row(waiting[0] ?? late)).toMatch(/短信、邮件：您的 AI 面试时间为/);
    expect(await row(late)).toContain('刚联系过，暂不重复提醒');
    await takeScreenshot(page, `batch-remind-${width}`);
    const before = stage.world.outbox.list().length;
    await page.locator('#confirm-batch').click();
    await page.getByText('已完成 2 人').waitFor();
    await stage.world.idle();
    const sent = stage.world.outbox.list().slice(before);
    expect(sent.map(({ channel }) => channel).sort()).toEqual(['email', 'email', 'sms', 'sms']);
    await page.locator('#close-batch').click();
    await page.locator('#start-batch').click();
    await page.locator(`#select-${waiting[0]?.interviewId}`).click();
    await page.locator('#batch-remind').click();
    await soon(() => page.locator('#batch-summary').innerText()).toBe('选中的人都不能执行这个操作。');
    await page.context().close();
  });
});
