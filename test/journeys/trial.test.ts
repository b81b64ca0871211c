/**
 * A newer version of a question: proposed by a recruiter on the phone, accepted by somebody else at a desk, put by lot, and
 * adopted.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeScreenshot } from '#test/browser/screenshot.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import { askedFromBank, keepLearned } from './learned-company.ts';
import { createScenes, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

const newer = '客户说「太贵了」，转身要走。请直接说出您的下一句话。';
const [position] = seed.positions;
const question = position?.plan.questions[0];

let stage: Stage;
let scenes: Scenes;
let recruiter: Page;
let admin: Page;

beforeAll(async () => {
  if (position === undefined || question === undefined) throw new Error('the seed asks nothing');
  stage = await openStage();
  scenes = createScenes(stage.world);
  await keepLearned(stage.world);
  const { id: questionId, bank: _, required: __, ...words } = question;
  const token = scenes.hr;
  const save = (bankId: string | null, version: number, prompt: string) =>
    scenes.must('question.save', {
      token,
      input: {
        operationId: `trial-journey-${version}`,
        bankId,
        version,
        question: { ...words, prompt },
        from: bankId === null ? { positionId: position.positionId, questionId } : null,
      },
    });
  const { bankId } = await save(null, 0, words.prompt);
  if (bankId === null) throw new Error('not in the bank');
  await save(bankId, 1, newer);
  await askedFromBank(stage.world, questionId, { bankId, version: 1 });
  recruiter = await scenes.open(stage.browser, 'hr', { width: 375, height: 812 });
  admin = await scenes.open(stage.browser, 'admin', { width: 1440, height: 900 });
});
afterAll(() => stage?.close());

it('is proposed, looked at by somebody else, put by lot, and adopted', async () => {
  const questions = scenes.url('hr/learning/index', 'section=questions');
  await recruiter.goto(questions);
  await recruiter.click(`#propose-${question?.id}`);
  await recruiter.locator('#propose-sheet').getByText(newer).waitFor();
  await recruiter.locator('#propose-why textarea, textarea#propose-why').fill('真实性只有 3.2 分');
  await takeScreenshot(recruiter, 'trial-propose-375');
  await recruiter.click('#propose-send');
  await recruiter.locator('#trials').getByText('等业务部门审核').waitFor();
  expect(await recruiter.locator('#trials').innerText()).toContain('真实性只有 3.2 分');
  await recruiter.click('[id^=accept-exp]');
  await recruiter.getByText('需要由提议人以外的人审核。').waitFor();

  await admin.goto(questions);
  await admin.locator('#trials').getByText(newer).waitFor();
  await takeScreenshot(admin, 'trial-review-1440');
  await admin.click('[id^=accept-exp]');
  await admin.locator('#trials').getByText('试验中').waitFor();

  const asked = async () =>
    (await scenes.must('position.get', { token: scenes.hr, params })).position.plan.questions[0];
  const params = { positionId: position?.positionId ?? '' };
  expect((await asked())?.prompt).toBe(question?.prompt);
  await admin.click('[id^=adopt-exp]');
  await admin.locator('#trials').getByText('已采用新版本').waitFor();
  expect((await asked())?.prompt).toBe(newer);
});
