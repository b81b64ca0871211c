/**
 * People come in: a table becomes candidates, who are matched and invited together; a stranger applies by the link of a
 * requisition. HR at a desk, the stranger on a phone.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStillPage, takeScreenshot } from '#test/browser/screenshot.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import { createScenes, type Scenes } from './scenes.ts';
import { opening, openStage, type Stage } from './stage.ts';

const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 20_000 });
const resume = seed.candidates.find(({ name }) => name === '陈思远')?.resume ?? '';
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

let stage: Stage;
let scenes: Scenes;
let hr: Page;

beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
  hr = await scenes.open(stage.browser, 'hr', { width: 1440, height: 900 });
});
afterAll(() => stage?.close());

// Each step stands on the one before: after a failure the rest would only repeat it.
let broken = false;
beforeEach(({ skip, onTestFailed }) => {
  if (broken) skip('an earlier step failed');
  onTestFailed(() => {
    broken = true;
  });
});

/** Chooses a file as a person does. */
async function choose(page: Page, button: string, name: string, mimeType: string, content: string) {
  const chooser = page.waitForEvent('filechooser');
  await page.locator(button).click();
  await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(content) });
}
const number = async (id: string) => Number(await hr.locator(id).innerText());

describe('a table of candidates', () => {
  const known = seed.candidates[1]?.phone ?? '';
  const table = [
    '姓名,手机号,邮箱,应聘岗位,简历',
    `导入甲,13700000011,jia@example.cn,销售代表,${cell(resume)}`,
    `导入乙,137 0000 0012,,销售,${cell(resume)}`,
    '导入丙,13700000013,,前台,做过前台。',
    `老朋友,${known},,,`,
    '没号码,,,,',
    '=cmd(),1370000,,,',
  ].join('\r\n');

  it('is previewed before anything is written', async () => {
    await hr.goto(scenes.url('hr/intake/index'));
    await choose(hr, '#pick-table', '候选人.csv', 'text/csv', table);
    await hr.locator('#preview-new').waitFor();
    expect(await number('#preview-new')).toBe(3);
    expect(await number('#preview-known')).toBe(1);
    expect(await number('#preview-wrong')).toBe(2);
    const problems = await hr.locator('#problems').innerText();
    expect(problems).toContain('第 6 行 B 列');
    expect(problems).toContain('没有手机号');
    const download = hr.waitForEvent('download');
    await hr.locator('#download-problems').click();
    const saved = await (await download).createReadStream();
    const csv = Buffer.concat(await saved.toArray()).toString('utf8');
    expect(csv).toContain("'=cmd()");
    await takeScreenshot(hr, 'intake-preview-1440');
  });

  it('can be mapped otherwise by hand', async () => {
    await hr.locator('#column-headline').click();
    await hr.locator('#column-at-A').click();
    await soon(() => number('#preview-wrong')).toBe(6);
    await hr.locator('#column-name').click();
    await hr.locator('#column-at-A').click();
    await soon(() => number('#preview-new')).toBe(3);
  });

  it('is imported, and leads to the positions', async () => {
    await hr.locator('#start-import').click();
    await soon(() => hr.locator('#imported').innerText()).toContain('已导入 3 位候选人');
    await hr.locator('#match-req_salesrep01').click();
    await hr.getByText('导入甲', { exact: true }).waitFor();
  });

  it('is invited together after a preview that says who is not, and why', async () => {
    await hr.locator('#batch').click();
    await takeScreenshot(hr, 'invite-batch-1440');
    await hr.locator('#preview-batch').click();
    const sheet = hr.locator('#batch-sheet');
    await sheet.locator('#send-batch').waitFor();
    expect(await sheet.innerText()).toContain('短信');
    await takeScreenshot(hr, 'invite-preview-1440');
    await sheet.locator('#send-batch').click();
    await soon(() => sheet.innerText()).toMatch(/已邀请 \d+ 人/);
    await takeScreenshot(hr, 'invite-sent-1440');
    await stage.world.idle();
    const told = (phone: string) => stage.world.outbox.list({ to: `+86${phone}` });
    for (const phone of ['13700000011', '13700000012']) await soon(() => told(phone).length).toBe(1);
    expect(told('13700000013')).toHaveLength(0);
    await sheet.getByRole('button', { name: '完成' }).click();
  });
});

describe('a link', () => {
  let guest: Page;
  let address = '';

  it('is made by HR as a code that is copied, printed and saved', async () => {
    await hr.locator('#open-link').click();
    await hr.locator('#make-link').click();
    await hr.locator('#qr').waitFor();
    address = await hr.locator('#apply-url').innerText();
    const download = hr.waitForEvent('download');
    await hr.locator('#png-link').click();
    const saved = await (await download).createReadStream();
    const png = Buffer.concat(await saved.toArray());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    await takeScreenshot(hr, 'invite-link-1440');
    await hr.keyboard.press('Escape');
  });

  it('tells a stranger what the job is and what happens to their data, and takes a résumé', async () => {
    guest = await openStillPage(stage.browser, { now: opening });
    await guest.goto(address);
    await guest.locator('#apply-send').waitFor();
    await takeScreenshot(guest, 'apply-375');
    await guest.locator('#apply-send').click();
    await guest.locator('#apply-lacking').waitFor();
    await guest.locator('#apply-name input').fill('扫码人');
    await guest.locator('#apply-phone input').fill('1370000');
    await choose(guest, '#apply-file', '我的简历.txt', 'text/plain', `扫码人\n${resume}`);
    await soon(() => guest.locator('#resume-state').innerText()).toContain('已上传');
    await guest.locator('#source-campus').click();
    await guest.locator('#apply-consent').click();
    await guest.locator('#apply-send').click();
    await soon(() => guest.locator('#apply-phone-problem').innerText()).toContain('11 位');
    await guest.locator('#apply-phone input').fill('137 0000 0021');
    await guest.locator('#apply-send').click();
    await soon(() => guest.locator('#applied').innerText()).toContain('已收到您的简历');
    await takeScreenshot(guest, 'applied-375');
  });

  it('brings them into 新投递, matched and uninvited, and HR invites', async () => {
    await stage.world.idle();
    await hr.reload();
    await hr.getByText('新投递 1 人').waitFor();
    const card = hr.locator('[id^="wish-"]').first();
    expect(await card.innerText()).toContain('扫码人');
    expect(await card.innerText()).toContain('校园招聘');
    expect(stage.world.outbox.list({ to: '+8613700000021' })).toHaveLength(0);
    await takeScreenshot(hr, 'invite-wishes-1440');
    await card.locator('[id^="invite-wish-"]').click();
    await hr.locator('#confirm-invite').click();
    await stage.world.idle();
    await soon(() => stage.world.outbox.list({ to: '+8613700000021' }).length).toBe(1);
    await guest.context().close();
  });
});
