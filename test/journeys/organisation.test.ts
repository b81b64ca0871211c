/**
 * A department from its import to full: preview, posts, an opening, people who pass, 待入职 by itself, closed by itself,
 * reopened by a person; and the settings that invitations are made with. On a phone and on a wide screen.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeScreenshot } from '#test/browser/screenshot.ts';
import { createScenes, type Scene, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 20_000 });
const hour = 3_600_000;

let stage: Stage;
let scenes: Scenes;
beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
});
afterAll(() => stage?.close());

const table = [
  '部门,岗位,编制,在职,负责人',
  '华东制造/销售部/大客户组,销售代表,3,1,',
  '华东制造/新部门,没有这个岗位,2,1,',
];

describe.each([
  { width: 375, height: 812, name: '市场部', from: 'wecom' as const },
  { width: 1440, height: 900, name: '大客户组', from: 'file' as const },
])('the organisation at $width', ({ width, height, name, from }) => {
  let page: Page;
  let requisitionId: string;
  let first: Scene;

  let broken = false;
  beforeEach(({ skip, onTestFailed }) => {
    if (broken) skip('an earlier step failed');
    onTestFailed(() => {
      broken = true;
    });
  });
  beforeAll(async () => {
    page = await scenes.open(stage.browser, 'admin', { width, height });
  });
  afterAll(() => page?.context().close());

  // Pages that were left stay in the document, out of sight.
  const at = (id: string) => page.locator(`#${id} >> visible=true`).first();
  const text = (id: string) => at(id).innerText();
  const shoot = (what: string) => takeScreenshot(page, `organisation-${what}-${width}`);
  const view = async () => scenes.must('organisation.view', { token: scenes.hr });
  const department = async () => (await view()).departments.find((one) => one.name === name);
  const opening = async () =>
    (await department())?.posts.flatMap((post) => post.requisitions).find((one) => one.requisitionId === requisitionId);
  const fill = (id: string, value: string) => page.locator(`#${id} input >> visible=true`).first().fill(value);
  /** The department beside the tree, or on a page of its own. */
  async function openDepartment() {
    const { departmentId = '' } = (await department()) ?? {};
    await at(`department-${departmentId}`).click();
    await soon(() => text('department-name')).toBe(name);
  }

  it('is imported after a look at what would change', async () => {
    await page.goto(scenes.url('hr/workbench/index'));
    await at('open-organisation').click();
    await at('company-total').waitFor();
    expect(await text('company-total')).toBe(`全公司 编制 ${await totals()}`);
    await shoot('tree');
    await at('open-more').click();
    if (from === 'wecom') await at('import-wecom').click();
    else {
      const chooser = page.waitForEvent('filechooser');
      await at('import-file').click();
      await at('pick-table').click();
      const file = { name: '组织.csv', mimeType: 'text/csv', buffer: Buffer.from(table.join('\r\n')) };
      await (await chooser).setFiles(file);
    }
    await at('preview').waitFor();
    expect(Number(await text('preview-added'))).toBeGreaterThan(0);
    expect(await text('changes-departments')).toContain(name);
    if (from === 'file') {
      expect(await text('problems')).toContain('没有这个岗位');
      expect(await text('changes-departments')).not.toContain('新部门');
    }
    expect(await department()).toBeUndefined();
    await shoot('preview');
    await at('apply-import').click();
    await soon(() => text('imported')).toContain('导入完成');
    await at('to-tree').click();
    await soon(async () => (await department())?.name).toBe(name);
    await soon(() => page.locator('.hr-org-tree >> visible=true').innerText()).toContain(name);
    await openDepartment();
    await shoot('imported');
  });

  async function totals() {
    const { total } = await view();
    return `${total.headcount} 在职 ${total.inPost} 缺编 ${total.vacancies}`;
  }

  it('has its posts entered, with a way back', async () => {
    if (from === 'wecom') {
      await at('add-post').click();
      await at('pick-position-pos_salesrep').click();
      await fill('post-headcount', '3');
      await fill('post-in-post', '1');
    } else {
      await at('edit-post-pos_salesrep').click();
      await at('post-headcount-more').click();
    }
    await soon(() => text('post-rest')).toBe(from === 'wecom' ? '缺编 2 人' : '缺编 3 人');
    await shoot('post');
    await at('confirm-post').click();
    await soon(() => text('said')).toContain('销售代表：编制');
    if (from === 'file') {
      await soon(() => text('figure-vacancies')).toBe('3');
      await at('undo').click();
      await soon(() => text('said')).toBe('已撤销');
    }
    await soon(() => text('figure-vacancies')).toBe('2');
    expect(await text('post-pos_salesrep')).toBe('编制 3 在职 1 缺编 2');
    await at('hush').click();
  });

  it('opens a requisition for what is vacant, with priority and deputy', async () => {
    await at('new-requisition').click();
    await at('create-requisition').waitFor();
    await fill('requisition-vacancies', '3');
    await soon(() => text('requisition-bound')).toContain('1 到 2');
    await fill('requisition-vacancies', '2');
    await at('priority-high').click();
    await at('owner-usr_wangmin').click();
    await at('deputy-usr_linyue').click();
    await shoot('create');
    await at('confirm-requisition').click();
    await at('requisition-sheet').waitFor();
    await soon(() => text('requisition-progress')).toBe('已完成0/2面试');
    expect(await text('requisition-priority')).toBe('优先级 优先');
    expect(await text('requisition-sheet')).toContain('林悦');
    await shoot('requisition');
    await page.keyboard.press('Escape');
    requisitionId = (await department())?.posts.flatMap((post) => post.requisitions)[0]?.requisitionId ?? '';
    await soon(() => text('progress-text')).toBe(`${name}已完成0/2面试`);
  });

  it('moves on when somebody passes, and closes itself when it is filled', async () => {
    first = await (await scenes.invited('sales', { to: requisitionId })).submitted();
    const second = await (await scenes.invited('sales', { to: requisitionId })).submitted();
    await first.decide('onboarding');
    await stage.world.idle();
    await soon(() => text('progress-text')).toBe(`${name}已完成1/2面试`);
    await soon(() => text('onboarding-title')).toBe(`${name}-待入职`);
    await at(`onboarding-${first.applicationId}`).waitFor();
    expect((await opening())?.closedAt).toBeNull();
    await shoot('half');
    await second.decide('onboarding');
    await stage.world.idle();
    await soon(() => text('progress-text')).toBe(`${name}已完成2/2面试`);
    await soon(async () => (await opening())?.closedAt).not.toBeNull();
    await at(`requisition-${requisitionId}`).click();
    await soon(() => text('requisition-closed')).toBe('已招满，自动关闭');
    await shoot('filled');
    await expect(scenes.invited('sales', { to: requisitionId })).rejects.toThrow();
  });

  it('is not reopened while it is full, and reopens itself once it looks for more', async () => {
    await at('turn').click();
    await at('turn-full').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await at('edit-post-pos_salesrep').click();
    await fill('post-headcount', '4');
    await at('confirm-post').click();
    await soon(() => text('post-pos_salesrep')).toContain('编制 4');
    await at(`requisition-${requisitionId}`).click();
    await at('edit').click();
    await fill('requisition-vacancies', '3');
    await at('confirm-edit').click();
    await soon(() => text('said')).toBe('招聘需求已保存');
    await soon(async () => (await opening())?.closedAt).toBeNull();
    await soon(() => text('progress-text')).toBe(`${name}已完成2/3面试`);
  });

  it('is handed over, closed and reopened by hand', async () => {
    await at(`requisition-${requisitionId}`).click();
    await at('hand-over').click();
    await at('to-usr_linyue').click();
    await at('confirm-hand-over').click();
    await soon(() => text('said')).toBe('已移交给林悦');
    await soon(async () => (await opening())?.owner.name).toBe('林悦');
    await at('undo').click();
    await soon(async () => (await opening())?.owner.name).toBe('王敏');
    await at(`requisition-${requisitionId}`).click();
    await at('turn').click();
    await shoot('close');
    await at('confirm-turn').click();
    await soon(() => text('said')).toContain('需求已关闭');
    await soon(async () => (await opening())?.closedAt).not.toBeNull();
    await at(`requisition-${requisitionId}`).click();
    await soon(() => text('requisition-closed')).toBe('手动关闭');
    await at('turn').click();
    await shoot('reopen');
    await at('confirm-turn').click();
    await soon(() => text('said')).toBe('需求已重新开放');
    await soon(async () => (await opening())?.closedAt).toBeNull();
    const input = { operationId: `op-organisation-close-${width}` };
    await scenes.must('requisition.close', { token: scenes.hr, params: { requisitionId }, input });
  });

  it('lets a department be renamed, with a way back', async () => {
    await at('edit-department').click();
    await fill('department-name', `${name}二`);
    await shoot('department');
    await at('confirm-department').click();
    await soon(() => text('department-name')).toBe(`${name}二`);
    await at('undo').click();
    await soon(() => text('department-name')).toBe(name);
    await at('hush').click();
  });

  it('knows who is away, and who stands in', async () => {
    if (width === 375) await page.goBack();
    await at('open-more').click();
    await at('open-absence').click();
    await at('away-usr_wangmin').click();
    await at('no-deputy').waitFor();
    await at('until-2026-01-07').click();
    await shoot('absence');
    await at('confirm-absence').click();
    await soon(() => text('said')).toBe('王敏休假至 1月7日');
    const away = async () =>
      (await scenes.must('organisation.people', { token: scenes.hr })).people.find(({ name: who }) => who === '王敏')
        ?.awayUntil;
    await soon(away).toBe('2026-01-07');
    await at('undo').click();
    await soon(away).toBeNull();
  });
});

describe('around it', () => {
  it('an offer is called off from the phone, and its vacancy is free', async () => {
    const me = await (await scenes.invited('sales')).submitted();
    await me.decide('offer');
    const input = { operationId: 'op-organisation-offer', date: '2026-01-12', time: '18:00', words: '月薪 20000 元' };
    await scenes.must('interview.makeOffer', { token: scenes.hr, params: me.params, input });
    await stage.world.idle();
    const page = await scenes.open(stage.browser, 'hr', { width: 375, height: 812 });
    await page.goto(scenes.url('hr/review/index', `id=${me.applicationId}`));
    await page.locator('#hr-offer').waitFor();
    expect(await page.locator('#hr-offer').innerText()).toContain('分钟内不能收回');
    await scenes.turn('PT11M');
    await page.reload();
    await page.locator('#call-off-offer').click();
    await takeScreenshot(page, 'organisation-call-off-375');
    await page.locator('#confirm-call-off').click();
    await soon(async () => (await me.view()).status).toBe('evaluated');
    const taken = async () =>
      (await scenes.must('requisition.get', { token: scenes.hr, params: { requisitionId: 'req_salesrep01' } })).taken;
    await soon(taken).toBe(0);
    await soon(() => page.locator('#hr-offer').count()).toBe(0);
    await page.context().close();
  });

  it('openings fold on the workbench when they are many, and a closed one leads to where it is reopened', async () => {
    const { departments } = await scenes.must('organisation.view', { token: scenes.hr });
    const department = departments.find(({ name }) => name === '客户服务部');
    const { departmentId = '' } = department ?? {};
    await scenes.must('post.save', {
      token: scenes.hr,
      params: { departmentId, positionId: 'pos_salesrep' },
      input: { operationId: 'op-organisation-post', version: 0, headcount: 2, inPost: 0, joined: 0 },
    });
    await scenes.must('requisition.create', {
      token: scenes.hr,
      input: {
        operationId: 'op-organisation-more',
        positionId: 'pos_salesrep',
        departmentId,
        ownerId: 'usr_wangmin',
        vacancies: 2,
        priority: 'low',
        deputyId: null,
        interviewerIds: [],
      },
    });
    const page = await scenes.open(stage.browser, 'hr', { width: 375, height: 812 });
    await page.goto(scenes.url('hr/workbench/index'));
    await page.locator('#fold-req_salesrep01').waitFor();
    expect(await page.locator('#open-invite-req_salesrep01').count()).toBe(0);
    await takeScreenshot(page, 'organisation-folded-375');
    await page.locator('#fold-req_salesrep01').click();
    await page.locator('#open-invite-req_salesrep01').waitFor();
    await page.locator('#all-requisitions').click();
    await page.locator('.hr-requisition-line', { hasText: '已关闭' }).first().click();
    await soon(() => page.locator('#requisition-sheet').innerText()).toContain('重新开放');
    await page.context().close();
  });

  it('a department head reads the own department and changes nothing', async () => {
    const page = await scenes.open(stage.browser, 'department_head', { width: 375, height: 812 });
    await page.goto(scenes.url('hr/organisation/index'));
    await page.locator('.hr-org-tree').waitFor();
    expect(await page.locator('.hr-org-tree').innerText()).not.toContain('技术部');
    expect(await page.locator('#open-more').count()).toBe(0);
    await page.locator('.hr-org-line-tap').first().click();
    await page.locator('#department').waitFor();
    expect(await page.locator('#edit-department, #add-post, #new-requisition').count()).toBe(0);
    await page.context().close();
  });
});

describe.each([
  { width: 320, height: 640, hours: 48 },
  { width: 1440, height: 900, hours: 96 },
])('the settings at $width', ({ width, height, hours }) => {
  let page: Page;
  beforeAll(async () => {
    page = await scenes.open(stage.browser, 'admin', { width, height });
    await page.goto(scenes.url('hr/settings/index', 'group=interview'));
  });
  afterAll(() => page?.context().close());
  const text = (id: string) => page.locator(`#${id}`).innerText();
  const openFor = async () => {
    const { interviewId, view } = await scenes.invited('backend');
    expect(interviewId).toMatch(/^itv_/);
    const { closesAt } = await view();
    return Math.round((Date.parse(closesAt) - stage.world.clock.now().getTime()) / hour);
  };

  it('take no nonsense, say what changes, and hold from the next invitation on', async () => {
    expect(await text('default-deadlineHours')).toBe('默认：72 小时');
    expect(await openFor()).toBe(72);
    await page.locator('#set-deadlineHours input').fill('0');
    await soon(() => text('save-says')).toBe('1 处要先改好');
    await page.locator('#set-deadlineHours input').fill(String(hours));
    await soon(() => text('save-says')).toBe('1 项修改未保存');
    await takeScreenshot(page, `settings-changed-${width}`);
    await page.locator('#save-settings').click();
    expect(await text('save-changes')).toBe(`邀请后多久内完成：72 小时 → ${hours} 小时`);
    await takeScreenshot(page, `settings-save-${width}`);
    await page.locator('#confirm-save').click();
    await soon(() => text('save-says')).toBe('已保存，从下一次邀请开始生效');
    expect(await openFor()).toBe(hours);
  });

  it('go back to the default by one tap, and a save can be taken back', async () => {
    await page.locator('#undo-save').click();
    await soon(() => text('save-says')).toBe('已恢复为保存前的设置');
    expect(await openFor()).toBe(72);
    await page.locator('#set-attempts-3').click();
    await page.locator('#reset-attempts').click();
    await soon(() => page.locator('#reset-attempts').count()).toBe(0);
    expect(await page.locator('#set-attempts-2').getAttribute('aria-checked')).toBe('true');
  });

  it('explain what guards a rule that would turn people down, and are only read by a recruiter', async () => {
    if (width === 320) await page.locator('#open-interview').click();
    await page.locator('#open-decision').click();
    expect(await text('turn-down-guard')).toContain('人工复核');
    expect(await text('turn-down-concerned')).toContain('还不能开启');
    expect(await page.locator('#set-rulesTurnDown').getAttribute('aria-disabled')).toBe('true');
    await takeScreenshot(page, `settings-decision-${width}`, { fullPage: true });
    const reader = await scenes.open(stage.browser, 'hr', { width, height });
    await reader.goto(scenes.url('hr/settings/index', 'group=interview'));
    await reader.locator('#read-only').waitFor();
    expect(await reader.locator('#value-deadlineHours').innerText()).toBe('72 小时');
    expect(await reader.locator('#set-deadlineHours').count()).toBe(0);
    await reader.context().close();
  });
});
