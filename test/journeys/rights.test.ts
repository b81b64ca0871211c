/**
 * A candidate's rights from their phone, HR who carries a deletion out, and the auditor who finds both in a record that is
 * whole. SCENARIOS 19, 26; MISSION 83, 94, 149.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { dynamoSessions } from '#functions/adapters/dynamo/sessions.ts';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import { joseTokens } from '#functions/adapters/jose/tokens.ts';
import { begin } from '#functions/session/begin.ts';
import type { StaffRole } from '#shared/access/roles.ts';
import { takeScreenshot } from '#test/browser/screenshot.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import { createScenes, type Scene, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 15_000 });

let stage: Stage;
let scenes: Scenes;
let me: Scene;
let candidateId: string;
let code: string;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
  me = await (await scenes.invited()).submitted();
  // A look of HR's at the person, which the auditor finds.
  const { candidate } = await scenes.must('application.dossier', {
    token: scenes.hr,
    params: { applicationId: me.applicationId },
  });
  candidateId = candidate.candidateId;
});
afterEach(() => page?.context().close());
afterAll(() => stage?.close());

async function rights(width = 375) {
  page = await scenes.open(stage.browser, me, { width });
  await page.goto(scenes.url('pages/rights/index'));
  await page.locator('#rights-download').waitFor();
}
/** They are signed in on their phone as well. */
async function alsoOnPhone() {
  const { config, clock, dynamo } = stage.world;
  const table = openTable({ ...config, name: config.table, clock, endpoint: dynamo.direct });
  const begun = await begin(
    {
      sessions: dynamoSessions(table),
      tokens: joseTokens({ key: config.tokenKey, clock }),
      ids: { make: () => 'ses_phone0001' },
      clock,
    },
    { role: 'candidate', company: seed.company.companyId, candidateId },
    { app: 'wechat', system: 'ios' },
  );
  return begun.token;
}
async function staff(role: StaffRole, path: string, width: number) {
  page = await scenes.open(stage.browser, role, { width, height: width < 900 ? 812 : 900 });
  await page.goto(scenes.url(path));
}
const there = (selector: string) => page.locator(selector).count();
const text = (selector: string) => page.locator(selector).innerText();
const type = (id: string, words: string) =>
  page.locator(`#${id} input, input#${id}, #${id} textarea, textarea#${id}`).first().fill(words);
const download = async (tap: string) => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(tap)]);
  return readFile(await file.path(), 'utf8');
};

it('a candidate reads what the AI does, takes a consent back and signs another device out', async () => {
  const elsewhere = await alsoOnPhone();
  await rights();
  expect(await text('.rights')).toContain('不看照片，不分析表情和情绪');
  await page.click('#rights-notice');
  await soon(() => text('#rights-notice-text')).toContain('个人信息保护法');
  await page.click('#withdraw-recording');
  await page.click('#withdraw-confirm');
  await page.locator('#rights-done').waitFor();
  await soon(() => there('#withdraw-recording')).toBe(0);
  expect(await there('#withdraw-ai_evaluation')).toBe(1);
  const others = page.locator('#rights-sessions [id^=end-ses]');
  expect(await others.count()).toBe(1);
  expect(await text('#rights-sessions')).toContain('微信 · iPhone');
  await others.first().click();
  await page.locator('#rights-ended').waitFor();
  await soon(() => others.count()).toBe(0);
  await takeScreenshot(page, 'rights-375');
  await scenes.turn('PT2M');
  expect((await scenes.refused('privacy.mine', { token: elsewhere })).code).toBe('unauthenticated');
});

it('takes away everything that is kept of them, with a reason for what is not in it', async () => {
  await rights(320);
  const got = JSON.parse(await download('#rights-download'));
  expect(got.interviews[0].answers[0].answers.length).toBeGreaterThan(0);
  expect(got.interviews[0].reports[0].overall).toBeGreaterThan(0);
  expect(got.consentsTakenBack).toMatchObject([{ purpose: 'recording' }]);
  expect(got.sessions.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
  expect(got.notInThisFile.map(({ why }: { why: string }) => why)).toContain('audit');
  await page.click('#rights-look');
  await soon(() => text('#rights-data')).toContain('面试 1 条');
});

it('asks for deletion, takes it back and asks again', async () => {
  await rights();
  for (const last of [false, true]) {
    await page.click('#rights-erase');
    await page.click('#erase-confirm');
    await page.locator('#rights-asked').waitFor();
    code = await text('#rights-code');
    if (last) break;
    await page.click('#rights-back');
    await page.locator('#rights-erase').waitFor();
  }
  expect(code).toMatch(/^[A-Za-z0-9_-]{16,40}$/);
  expect(await text('#rights-asked')).toContain('最迟 1月20日');
});

it('a legal hold stops it until it is lifted; then HR carries it out', async () => {
  await staff('admin', 'hr/privacy/index', 375);
  await page.locator('[id^=carry-out-ers]').waitFor();
  await page.click('[id^=hold-ers]');
  await type('hold-reason', '劳动争议，保留至结案');
  await page.click('#hold-confirm');
  await soon(() => text('#erasures')).toContain('法律保留：劳动争议');
  expect(await there('[id^=carry-out-ers]')).toBe(0);
  await takeScreenshot(page, 'privacy-held-375');
  await page.click(`#lift-${candidateId}`);
  await page.click('[id^=carry-out-ers]');
  await page.click('#carry-out-confirm');
  await soon(() => text('#erasures')).toContain('已让它提前执行');
  await scenes.turn('PT1M');
  await scenes.turn('PT4H');
});

it('the certificate opens by its code, for nobody is left to sign in', async () => {
  await staff('recruiter', 'pages/rights/index', 375);
  await type('certificate-code', code);
  await page.click('#certificate-look');
  await soon(() => text('#certificate')).toContain('已删除并核对');
  expect(await text('#certificate')).toContain('面试 1');
  expect(await text('#rights-signed-out')).toContain('您还没有登录');
  await takeScreenshot(page, 'certificate-375');
});

it.each([375, 1440])('the auditor finds it, verifies the chain and takes a file, at %i px', async (width) => {
  await staff('auditor', 'hr/audit/index', width);
  await page.locator('#records').waitFor();
  await type('audit-candidate', candidateId);
  await page.click('#search');
  await soon(() => text('#records')).toContain('查看档案');
  expect(await text('#records')).toContain('执行删除');
  expect(await text('#records')).not.toContain('候选人0');
  await page.click('#verify');
  await soon(() => text('#verified')).toContain('记录完整');
  const csv = await download('#export');
  expect(csv).toContain(candidateId);
  expect(csv).toContain('application.dossier');
  await page.locator('#records .hr-audit-row', { hasText: '查看档案' }).first().click();
  await page.click('#only-operation');
  await soon(() => text('#records')).not.toContain('执行删除');
  expect(await text('#records')).toContain('查看档案');
  await takeScreenshot(page, `audit-${width}`);
});
