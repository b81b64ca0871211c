/**
 * A recruiter changes the rules of a position without anybody who programs: what a change opens is shown at once, past
 * interviews say whom it would have met, and the next reader of a report sees what it proposes. MISSION 121-124; the
 * table of holes: 70-79, ≥ 90 twice, praise for an offer.
 */

import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '#shared/contract/operations.ts';
import { templates } from '#shared/rules/templates.ts';
import { salesPosition } from '#test/world/seeds/positions.ts';
import { createScenes, type Scene, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let scenes: Scenes;
let people: Scene[];
beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
  people = [await (await scenes.invited()).submitted(), await (await scenes.invited()).submitted()];
});
afterAll(() => stage?.close());

const { positionId } = salesPosition;
const params = { positionId };
const address = () => scenes.url('hr/rules/index', `positionId=${positionId}`);
const rules = (): Promise<Output<'position.rules'>> => scenes.must('position.rules', { token: scenes.hr, params });
const text = (of: Locator) => of.innerText();

async function opened(width: number): Promise<Page> {
  const page = await scenes.open(stage.browser, 'hr', { width, height: width > 900 ? 900 : 812 });
  await page.goto(address());
  await page.locator('#rule-map').waitFor();
  return page;
}
const field = (page: Page, id: string) => page.locator(`#${id} input, input#${id}`).first();

/** The rules as they are shipped, whatever stood before. */
async function afresh(): Promise<void> {
  const { version } = (await rules()).ruleSet;
  const input = { ...templates.with_second_interview, version };
  await scenes.must('position.saveRules', { token: scenes.hr, params, input });
}

describe.each([375, 1440])('on a screen %i wide', (width) => {
  beforeEach(afresh);

  it('an edit opens a gap, the past says who is met, and the report proposes it once it is saved', async () => {
    const before = await rules();
    const page = await opened(width);
    const findings = page.locator('#findings');
    await page.locator('#edit-rule_weak').click();
    await field(page, 'condition-rule_weak-0-value').fill('60');
    await expect.poll(() => text(findings)).toContain('AI 综合分 60–79');
    expect(await text(page.locator('#save-says'))).toBe('有未保存的改动');
    await page.locator('#edit-rule_weak').click();

    await page.locator('#add-rule').click();
    await page.locator('#template-empty').click();
    const [added] = await page.locator('[id^="then-rule_"][id$="-pool"]').all();
    const ruleId = (await added?.getAttribute('id'))?.slice('then-'.length, -'-pool'.length) ?? '';
    await field(page, `condition-${ruleId}-0-value`).fill('0');
    await added?.click();
    for (let n = before.ruleSet.rules.length; n > 0; n -= 1) await page.locator(`#up-${ruleId}`).click();
    await expect.poll(() => text(findings)).toContain('规则 3 永远轮不到');
    await page.locator('#run-replay').click();
    await expect.poll(() => text(page.locator('#replay-says'))).toBe('这些规则会改变 2 人的结果');
    await page.locator('#save-rules').click();
    const version = before.ruleSet.version + 1;
    await expect.poll(() => text(page.locator('#save-says'))).toContain(`已保存为版本 ${version}`);

    const review = await scenes.open(stage.browser, 'hr', { width, height: 900 });
    await review.goto(scenes.url('hr/review/index', `id=${people[0]?.applicationId}`));
    await expect.poll(() => text(review.locator('#proposal'))).toContain('建议存入人才库');
    await review.locator('#proposal-why').click();
    expect(await text(review.locator('#proposal'))).toContain(`规则版本 ${version}`);
    await review.context().close();

    await page.locator('#open-history').click();
    await page.locator(`#restore-${before.ruleSet.version}`).click();
    await expect.poll(() => text(page.locator('#save-says'))).toBe('有未保存的改动');
    await page.locator('#save-rules').click();
    await expect.poll(async () => (await rules()).ruleSet.version).toBe(version + 1);
    expect((await rules()).ruleSet.rules).toEqual(templates.with_second_interview.rules);
    await page.context().close();
  });

  it('what is improper is said, and a deleted rule comes back', async () => {
    const page = await opened(width);
    const findings = page.locator('#findings');
    await page.locator('#on-rule_outstanding').click();
    await expect.poll(() => text(findings)).toContain('满意度换 offer');
    await expect.poll(() => text(findings)).toContain('同时满足 规则 1、规则 2');
    await page.locator('#remove-rule_strong').click();
    await expect.poll(() => text(findings)).not.toContain('同时满足');
    await page.locator('#undo-remove').click();
    await expect.poll(() => text(findings)).toContain('同时满足');
    await page.locator('#edit-rule_outstanding').click();
    expect(await text(page.locator('#mode-hint-rule_outstanding'))).toContain('offer 只能由具体的人发出');
    await page.locator('#discard').click();
    await expect.poll(() => text(findings)).not.toContain('同时满足');
    await page.context().close();
  });

  it('of two people who save at once the second loses nothing', async () => {
    const page = await opened(width);
    const { ruleSet } = await rules();
    await page.locator('#on-rule_weak').click();
    const input = { ...ruleSet, waitHours: ruleSet.waitHours === 48 ? 12 : 48 };
    await scenes.must('position.saveRules', { token: scenes.hr, params, input });
    await page.locator('#save-rules').click();
    await page.locator('#conflict-sheet').waitFor();
    await page.locator('#keep-mine').click();
    await page.locator('#save-rules').click();
    await expect.poll(async () => (await rules()).ruleSet.version).toBe(ruleSet.version + 2);
    const weak = (await rules()).ruleSet.rules.find((one) => one.ruleId === 'rule_weak');
    expect(weak?.on).toBe(!ruleSet.rules.find((one) => one.ruleId === 'rule_weak')?.on);
    await page.context().close();
  });

  it('whoever goes back with unsaved changes is asked first', async () => {
    const page = await scenes.open(stage.browser, 'hr', { width });
    await page.goto(scenes.url('hr/workbench/index'));
    await page.locator(`#open-rules-${positionId}`).first().click();
    await page.locator('#rule-map').waitFor();
    await page.locator('#on-rule_weak').click();
    await page.goBack();
    await page.locator('#leave-sheet').waitFor();
    await page.locator('#leave-rules').click();
    await page.locator(`#open-rules-${positionId}`).first().waitFor();
    await page.context().close();
  });
});
