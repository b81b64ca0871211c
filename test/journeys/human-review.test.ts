/**
 * Turned down, and not the end: the candidate asks for a person on the phone, HR looks at it again on a phone and on a wide
 * screen, answers, and decides anew. SCENARIOS: a rejected person can always ask for a human (PIPL Art. 24).
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeScreenshot } from '#test/browser/screenshot.ts';
import { createScenes, type Scene, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 15_000 });

let stage: Stage;
let scenes: Scenes;
beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
});
afterAll(() => stage?.close());

const size = (width: number) => ({ width, height: width > 1000 ? 900 : 812 });

describe.each([
  { width: 375, resolution: 'granted' as const },
  { width: 1440, resolution: 'refused' as const },
])('a rejection that is looked at again, HR at $width px: $resolution', ({ width, resolution }) => {
  let me: Scene;
  let mine: Page;
  let hr: Page;
  let ticketId = '';
  let broken = false;
  beforeEach(({ skip, onTestFailed }) => {
    if (broken) skip('an earlier step failed');
    onTestFailed(() => {
      broken = true;
    });
  });
  const mark = (what: string) => `human-review-${what}-${width}`;

  it('is told when the time to undo is over, with the way to a person', async () => {
    me = await (await scenes.invited('sales')).submitted();
    const before = stage.world.outbox.list().length;
    await me.decide('reject');
    await stage.world.idle();
    expect(stage.world.outbox.list().slice(before)).toEqual([]);
    await scenes.turn('PT11M');
    const told = stage.world.outbox.list().slice(before);
    expect(told.map(({ text }) => text).join()).toContain('申请人工复核');
  });

  it('the candidate asks for a human review on the phone', async () => {
    mine = await scenes.open(stage.browser, me);
    await mine.goto(scenes.url('pages/report/index', `id=${me.interviewId}`));
    await mine.locator('#ask-review').click();
    await mine.locator('#ask-text textarea, textarea#ask-text').first().fill('第二题我说的是先核对数据，请再看一遍。');
    await takeScreenshot(mine, mark('ask'));
    await mine.locator('#ask-send').click();
    await mine.locator('#doubt-sent').waitFor();
    await takeScreenshot(mine, mark('asked'));
    const { tickets } = await me.view();
    expect(tickets).toMatchObject([{ kind: 'human_review', closedAt: null }]);
    ticketId = tickets[0]?.ticketId ?? '';
    await stage.world.idle();
  });

  it('it waits on HR’s workbench, and leads to the request', async () => {
    hr = await scenes.open(stage.browser, 'hr', size(width));
    await hr.goto(scenes.url('hr/workbench/index'));
    await hr.locator(`#waiting-${me.interviewId}`).waitFor();
    await takeScreenshot(hr, mark('waiting'));
    await hr.locator(`#waiting-${me.interviewId}`).click();
    await hr.locator(`#ticket-${ticketId}`).waitFor();
    expect(await hr.locator(`#ticket-${ticketId}`).innerText()).toContain('先核对数据');
  });

  it('HR answers in words, and settles it', async () => {
    await hr
      .locator(`#reply-${ticketId} textarea, textarea#reply-${ticketId}`)
      .first()
      .fill('已请业务负责人重看第二题。');
    await hr.locator(`#send-${ticketId}`).click();
    await hr.getByText('已请业务负责人重看第二题。').last().waitFor();
    await hr.locator(resolution === 'granted' ? `#grant-${ticketId}` : `#refuse-${ticketId}`).click();
    if (resolution === 'granted') await hr.getByText('撤销', { exact: false }).first().waitFor();
    await hr.locator('#close-words textarea, textarea#close-words').first().fill('复核后的说明：以您的原话为准。');
    await takeScreenshot(hr, mark('settle'));
    await hr.locator('#confirm-close').click();
    await soon(async () => (await me.view()).tickets[0]?.resolution).toBe(resolution);
    await stage.world.idle();
    expect((await me.view()).status).toBe(resolution === 'granted' ? 'submitted' : 'evaluated');
    const { timeline } = await scenes.must('application.dossier', {
      token: scenes.hr,
      params: { applicationId: me.applicationId },
    });
    const types = timeline.map(({ type }) => type);
    expect(types).toContain('ticket_opened');
    expect(types).toContain('ticket_closed');
    expect(types.includes('decision_undone')).toBe(resolution === 'granted');
  });

  it('the candidate reads the answer', async () => {
    await mine.goto(scenes.url('pages/progress/index', `id=${me.interviewId}`));
    await mine.locator(`#thread-${ticketId}`).waitFor();
    await soon(() => mine.locator(`#thread-${ticketId}`).innerText()).toContain('以您的原话为准');
    await takeScreenshot(mine, mark('answered'));
    await mine.context().close();
  });

  it('and where it was granted HR decides anew, on the same page', async () => {
    if (resolution === 'granted') {
      await hr.goto(scenes.url('hr/review/index', `id=${me.applicationId}`));
      await hr.locator('#decide-second_interview').click();
      await hr.locator('#confirm-decision').click();
      await soon(async () => (await me.view()).status).toBe('evaluated');
      await scenes.turn('PT11M');
      expect(stage.world.outbox.list().at(-1)?.text).toContain('进入复试');
    }
    await hr.context().close();
  });
});
