/** The interview in a browser, with a microphone and a camera that Chromium makes up, against the fake server over HTTP. */
import { createRequire } from 'node:module';
import fc from 'fast-check';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '#shared/contract/operations.ts';
import { clipsOf } from '#shared/interview/answer.ts';
import { launchBrowser } from '#test/browser/launch.ts';
import { recorded } from '#test/journeys/recording.ts';
import { buildMiniapp } from '#test/world/miniapp-build.ts';
import { type Fault, interviewId } from './fake-server.ts';
import { type ServedRoom, serveRoom } from './served-room.ts';

const runs = Number(process.env.MIANLIAO_BROWSER_RUNS ?? 5);
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

type View = Output<'interview.get'>;
type Ticket = Output<'ticket.mine'>['tickets'][number];

let h5 = '';
let weapp = '';
let browser: Browser;
let room: ServedRoom;
let context: BrowserContext;
let page: Page;
let tickets: Ticket[] = [];

beforeAll(async () => {
  ({ h5, weapp } = await buildMiniapp({}));
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
afterEach(async () => {
  await context?.close();
  await room?.close();
});

function withWays(view: View): View {
  const paused = tickets.find(({ category, closedAt }) => category === 'technical' && closedAt === null);
  return {
    ...view,
    contact: { name: '李婷', phone: '021-5555 0101', hours: '工作日 9:00-18:00', responseMinutes: 15 },
    pausedSince: paused?.openedAt ?? null,
    tickets: tickets.map(({ messages: _, ...ticket }) => ticket),
    questions: view.questions.map((question) => {
      if (question.id === 'q1') return { ...question, ways: ['text', 'voice', 'video', 'file'] };
      return question.id === 'q3' ? { ...question, ways: ['code'], prepareSeconds: 30, answerSeconds: 90 } : question;
    }),
  };
}

const opensTicket = {
  'ticket.mine': () => ({ tickets }),
  'ticket.open': (input: unknown) => {
    const { kind, category, text } = input as Pick<Ticket, 'kind' | 'category'> & { text: string };
    const at = new Date().toISOString();
    const said = { by: 'candidate' as const, name: null, text, at };
    const open = { openedAt: at, closedAt: null, resolution: null, fault: null };
    tickets = [{ ticketId: 'tkt_1', kind, category, ...open, messages: [said] }];
    return { interviewId, status: 'in_progress', version: 2, attempt: 1, epoch: 1, ticketId: 'tkt_1' };
  },
};

async function open(fault?: (operation: string) => Fault, client: 'h5' | 'weapp' = 'h5') {
  tickets = [];
  room = await serveRoom({ h5, weapp, view: withWays, more: opensTicket, ...(fault === undefined ? {} : { fault }) });
  const consents = [{ purpose: 'ai_evaluation' as const, version: '1', granted: true }];
  const begun = await room.server.call('interview.start', {
    params: { interviewId },
    input: { operationId: 'op_start01', consents },
  });
  expect(begun.ok).toBe(true);
  context = await browser.newContext({
    viewport: { width: 375, height: 780 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    permissions: ['microphone', 'camera'],
  });
  page = await context.newPage();
  await enter(client);
}

async function enter(client: 'h5' | 'weapp' = 'h5') {
  await (client === 'h5' ? room.open(page) : room.openPhone(page));
  await page.locator('#continue-yes').click();
  await page.locator('#done-question, #skip-question, #begin-answer').first().waitFor();
}

const answer = (id: string) => room.server.draft(id)?.content;
const heardOf = (id: string) => clipsOf(answer(id) ?? { sent: [], typing: '', done: false });
const until = (what: () => boolean) => expect.poll(what, { timeout: 20_000, interval: 50 }).toBe(true);
const seriousFindings = async () => {
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(
    `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
  );
  expect(found).toEqual([]);
};

/** Presses 按住说话 until so many seconds are recorded, then moves there and lets go. */
async function hold(seconds: number, to = { x: 0, y: 0 }) {
  const box = await page.locator('#hold-to-talk').boundingBox();
  if (!box) throw new Error('nothing to hold');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await recorded(page, seconds);
  await page.mouse.move(x + to.x, y + to.y, { steps: 4 });
  await page.mouse.up();
}

describe('speaking', () => {
  test('held and released: recorded, saved, heard, corrected, and in the answer', async () => {
    await open();
    await page.locator('#toggle-voice').click();
    await hold(2);
    await until(() => heardOf('q1').length === 1 && room.server.closed.size === 1);
    const [clip] = heardOf('q1');
    expect(clip).toMatchObject({ kind: 'voice', mime: 'audio/webm' });
    expect(room.server.heard(clip?.clipId ?? '')).toHaveLength(clip?.bytes ?? 0);
    await page.locator(`#edit-transcript-${clip?.clipId}`).click();
    await seriousFindings();
    await page.locator(`#correct-${clip?.clipId} textarea`).fill('我说的是这句');
    await page.locator('#save-transcript').click();
    await page.locator('#done-question').click();
    await until(() => answer('q1')?.done === true);
    expect(heardOf('q1')).toMatchObject([{ text: '我说的是这句' }]);
  });

  test('slid up: nothing is sent; slid right: it goes on without the finger; by keyboard as well', async () => {
    await open();
    await page.locator('#toggle-voice').click();
    await hold(1, { x: 0, y: -140 });
    await page.locator('.talk').waitFor({ state: 'detached' });
    await hold(1, { x: 160, y: 0 });
    await page.locator('#recording-stop').waitFor();
    await seriousFindings();
    await recorded(page, 2);
    await page.locator('#recording-stop').click();
    await until(() => room.server.closed.size === 1);
    expect([...room.server.closed.keys()]).toEqual(['2-2']);
    await page.locator('#hold-to-talk').focus();
    await page.keyboard.press('Enter');
    await page.locator('#recording-cancel').click();
    await page.locator('#hold-to-talk').waitFor();
    expect(heardOf('q1')).toHaveLength(1);
  });

  test('the window is closed while recording: what there was is offered on return', async () => {
    await open();
    await page.locator('#toggle-voice').click();
    await page.locator('#start-recording').click();
    await page.locator('.recording .wave').waitFor();
    // A part of five seconds is on the device before it is sent.
    await until(() => [...room.server.log].some(({ operation }) => operation === 'clip.forms'));
    await page.close();
    page = await context.newPage();
    await enter();
    await page.locator('#keep-broken').click();
    await until(() => room.server.closed.size === 1 && heardOf('q1').length === 1);
    expect(heardOf('q1')[0]?.seconds).toBeGreaterThanOrEqual(4);
  });
});

test('a video and a file are part of the answer', async () => {
  await open();
  await page.locator('#open-camera').click();
  await page.locator('#video-start:not([aria-disabled=true])').click();
  await recorded(page, 2);
  await seriousFindings();
  await page.locator('#video-stop').click();
  await until(() => heardOf('q1').length === 1 && room.server.closed.size === 1);
  const chooser = page.waitForEvent('filechooser');
  await page.locator('#pick-file').click();
  const file = { name: '方案.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(20_000, 7) };
  await (await chooser).setFiles(file);
  await until(() => room.server.closed.size === 2 && heardOf('q1').length === 2);
  expect(heardOf('q1').map(({ kind, mime, name }) => [kind, mime, name])).toEqual([
    ['video', 'video/webm', undefined],
    ['file', 'application/pdf', '方案.pdf'],
  ]);
  expect(room.server.heard('2-2')).toHaveLength(20_000);
  await seriousFindings();
});

test('the interviewer asks on, gives time to think, and code keeps its indentation', async () => {
  await open();
  await page.locator('#composer textarea').fill('第一题');
  await page.locator('#done-question').click();
  await page.locator('#ask-q2').waitFor();
  await page.locator('#composer textarea').fill('我会先安抚');
  await page.locator('#done-question').click();
  await page.getByText('能说得具体些吗?').waitFor();
  await page.locator('#composer textarea').fill('比如先听他说完');
  await page.locator('#done-question').click();
  await page.locator('#preparing').waitFor();
  await seriousFindings();
  await page.locator('#begin-answer').click();
  await page.locator('#composer textarea').click();
  await page.keyboard.type('for o in orders:\nprint(o)');
  await seriousFindings();
  await page.locator('#done-question').click();
  await until(() => answer('q3')?.done === true);
  expect(answer('q3')?.sent).toEqual(['for o in orders:\n  print(o)']);
  expect(answer('q3')?.seconds).toBeGreaterThan(0);
  expect(answer('q2')?.sent).toEqual(['我会先安抚', '比如先听他说完']);
});

test('help stops the clock; the size of the text is remembered; back asks and says what follows', async () => {
  await open();
  await page.locator('#more').click();
  await page.locator('#menu-size').click();
  await page.locator('#size-largest').click();
  await page.locator('#menu-help').click();
  await page.locator('#help-technical').click();
  await page.locator('#help-text textarea').fill('没有声音');
  await seriousFindings();
  await page.locator('#help-send').click();
  await page.locator('#help-thread').getByText('没有声音').waitFor();
  await page.locator('.help__clock--paused').waitFor();
  await page.locator('#help-close').click();
  expect(await page.locator('#time-left').textContent()).toBe('已暂停计时');
  await page.goBack();
  await page.locator('#end-sheet').getByText('是否确认结束本次面试?').waitFor();
  expect(await page.locator('#status-after').textContent()).toBe('未完成');
  await seriousFindings();
  await page.locator('#give-up').click();
  await page.locator('#give-up-sheet').getByText('已取消').first().waitFor();
  await page.locator('#give-up-back').click();
  await page.locator('#keep-answering').click();
  await page.reload();
  await page.locator('#continue-yes').click();
  await page.locator('.room--largest').waitFor();
  await page.locator('#more').click();
  await page.locator('#menu-save').click();
  await page.waitForURL(/home/);
});

test.each(['h5', 'weapp'] as const)(
  'typed on while the page is slow, in %s: every letter is there once, in its order',
  async (client) => {
    await open(undefined, client);
    const letters = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';
    const box = page.locator('#composer textarea, textarea#composer').first();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await box.fill('第一题');
    await page.locator('#done-question').waitFor();
    await box.focus();
    // The taps and the letters run into each other, as two thumbs do.
    await page.evaluate(`for (const [id, ms] of [['send', 80], ['done-question', 320]])
    setTimeout(() => document.getElementById(id).click(), ms)`);
    for (const letter of letters) await page.keyboard.insertText(letter);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await until(() => answer('q1')?.done === true);
    const said = () => [...(answer('q1')?.sent ?? []), answer('q1')?.typing, answer('q2')?.typing];
    await until(() => said().join('') === `第一题${letters}`);
    expect(answer('q1')?.sent.length).toBeGreaterThanOrEqual(1);
    await expect.poll(() => box.inputValue()).toBe(answer('q2')?.typing);
  },
);

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('type' as const), text: fc.string({ minLength: 1, maxLength: 8 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('send' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const) }) },
);
const fault = fc.constantFrom<Fault[]>('none', 'none', 'none', 'before', 'after', 'twice');

test('whatever the network does and however often the page is closed: every word is in the one end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.array(fault, { maxLength: 30 }), async (steps, faults) => {
      const left = [...faults];
      let broken = false;
      await open((operation) => (broken && operation !== 'interview.get' ? (left.shift() ?? 'none') : 'none'));
      const box = () => page.locator('#composer textarea');
      const sent: string[] = [];
      let typed = '';
      broken = true;
      for (const one of steps) {
        if (one.do === 'type') {
          typed = one.text;
          await box().fill(typed);
        } else if (one.do === 'send' && typed.trim() !== '') {
          await page.locator('#send').click();
          sent.push(typed.trim());
          typed = '';
        } else if (one.do === 'reload') {
          // One frame, and what was typed is on the device.
          await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
          broken = false;
          await page.close({ runBeforeUnload: false });
          page = await context.newPage();
          await enter();
          broken = true;
          expect(await box().inputValue()).toBe(typed);
        }
      }
      await page.locator('#end-interview').click();
      await page.locator('#confirm-end').click();
      await until(() => room.server.state().status !== 'in_progress');
      broken = false;
      expect(answer('q1')).toMatchObject({ sent, typing: typed });
      expect(room.server.events.filter(({ type }) => type === 'ended')).toHaveLength(1);
      await context.close();
      await room.close();
    }),
    { numRuns: runs },
  );
}, 600_000);
