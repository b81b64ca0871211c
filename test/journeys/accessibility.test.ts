/**
 * axe over every page of the browser's build, light and dark: nothing serious, nothing critical.
 * HR's pages and the candidate's, in the states a person meets.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScenes, type Scene, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

type Found = { id: string; impact: string; nodes: { target: unknown[]; failureSummary?: string }[] };

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let stage: Stage;
let scenes: Scenes;
const people = {} as Record<'noShow' | 'choosing' | 'booked' | 'fresh' | 'going' | 'over' | 'asked', Scene>;

beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
  people.noShow = await scenes.invited();
  await scenes.turn('PT73H');
  people.choosing = await scenes.invited('support');
  people.booked = await scenes.invited('support');
  const [slot] = await people.booked.slots();
  await people.booked.book(slot?.slotId ?? null);
  people.fresh = await scenes.invited();
  people.going = await scenes.invited();
  await people.going.start();
  const { ticketId } = await people.going.ask('help', '麦克风没有声音');
  await people.going.reply(ticketId, '请退出再进来一次，我在线等您。');
  people.over = await scenes.invited();
  await people.over.submitted();
  people.asked = await scenes.invited();
  await people.asked.submitted();
  await people.asked.ask('human_review', '第三题我讲了预算，报告里没有看到。');
  await stage.world.idle();
});
afterAll(() => stage?.close());

type Looked = {
  name: string;
  who: keyof typeof people | 'hr';
  path: string;
  query?: (ids: { interviewId: string; applicationId: string }) => string;
  /** From the page as it opens to what is looked at. */
  act?: (page: Page) => Promise<void>;
};
const byId = ({ interviewId }: { interviewId: string }) => `id=${interviewId}`;

const pages: Looked[] = [
  { name: 'home', who: 'going', path: 'pages/home/index' },
  { name: 'interview tab', who: 'going', path: 'pages/interview-tab/index' },
  { name: 'mine', who: 'going', path: 'pages/mine/index' },
  { name: 'invitation', who: 'fresh', path: 'pages/invitation/index', query: byId },
  {
    name: 'invitation, the human way',
    who: 'fresh',
    path: 'pages/invitation/index',
    query: byId,
    act: async (page) => page.locator('#human-route').click(),
  },
  {
    name: 'picking a time',
    who: 'choosing',
    path: 'pages/booking/index',
    query: byId,
    act: async (page) => page.locator('.slot-grid__one').first().click(),
  },
  {
    name: 'a time, not to be kept',
    who: 'booked',
    path: 'pages/booking/index',
    query: byId,
    act: async (page) => page.locator('#cannot').click(),
  },
  {
    name: 'a time, being moved',
    who: 'booked',
    path: 'pages/booking/index',
    query: byId,
    async act(page) {
      await page.locator('#move').click();
      await page.locator('#moving .slot-grid__one').first().click();
    },
  },
  {
    name: 'a time that was missed',
    who: 'noShow',
    path: 'pages/booking/index',
    query: byId,
    act: async (page) => page.locator('#reason-forgot').click(),
  },
  {
    name: 'messages',
    who: 'booked',
    path: 'pages/messages/index',
    act: async (page) => page.locator('.message').first().waitFor(),
  },
  { name: 'guide', who: 'fresh', path: 'pages/guide/index' },
  {
    name: 'pre-check, the sound heard',
    who: 'fresh',
    path: 'pages/precheck/index',
    query: byId,
    async act(page) {
      await page.locator('#try-sound').click();
      await page.locator('#play-sound').waitFor();
    },
  },
  { name: 'practice', who: 'fresh', path: 'pages/practice/index' },
  {
    name: 'the room',
    who: 'going',
    path: 'pages/interview/index',
    query: byId,
    act: async (page) => page.locator('#composer').first().waitFor(),
  },
  {
    name: 'the room, its menu',
    who: 'going',
    path: 'pages/interview/index',
    query: byId,
    async act(page) {
      await page.locator('#composer').first().waitFor();
      await page.locator('#more').click();
    },
  },
  {
    name: 'the room, its end',
    who: 'going',
    path: 'pages/interview/index',
    query: byId,
    async act(page) {
      await page.locator('#composer').first().waitFor();
      await page.locator('#end-interview').click();
    },
  },
  { name: 'progress, not come', who: 'noShow', path: 'pages/progress/index', query: byId },
  { name: 'progress, under way', who: 'going', path: 'pages/progress/index', query: byId },
  {
    name: 'progress, asking',
    who: 'over',
    path: 'pages/progress/index',
    query: byId,
    act: async (page) => page.locator('#ask-reopen').click(),
  },
  {
    name: 'report',
    who: 'over',
    path: 'pages/report/index',
    query: byId,
    async act(page) {
      await page.locator('#survey').waitFor();
      await page.locator('#show-answers').click();
    },
  },
  { name: 'workbench', who: 'hr', path: 'hr/workbench/index' },
  { name: 'invite', who: 'hr', path: 'hr/invite/index', query: () => 'requisitionId=req_salesrep01' },
  {
    name: 'review',
    who: 'hr',
    path: 'hr/review/index',
    query: ({ applicationId }) => `id=${applicationId}`,
  },
  {
    name: 'review, a request',
    who: 'hr',
    path: 'hr/review/index',
    query: ({ applicationId }) => `id=${applicationId}&tab=requests`,
  },
];

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  it.each(pages)('$name', async ({ who, path, query, act }) => {
    const person = who === 'hr' ? people.asked : people[who];
    const page = await scenes.open(stage.browser, who === 'hr' ? 'hr' : person, { colorScheme });
    await page.goto(scenes.url(path, query?.(person)));
    await page.locator('.page').first().waitFor();
    // The room asks first whether to go on where it was left.
    if (path === 'pages/interview/index') await page.locator('#continue-yes').click();
    await expect.poll(() => page.locator('.skeleton').count(), { timeout: 15_000 }).toBe(0);
    await act?.(page);
    expect(await problemsOf(page)).toEqual([]);
    await page.context().close();
  });
});

/** `rule (impact) at place: what is wrong`, of what is serious or worse. */
async function problemsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const run = `axe.run(document, ${JSON.stringify({ runOnly: tags, resultTypes: ['violations'] })})`;
  const { violations } = (await page.evaluate(run)) as { violations: Found[] };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => {
        const why = failureSummary.split('\n').slice(1).join(' ').trim();
        return `${id} (${impact}) at ${target.join(' ')}: ${why}`;
      }),
    );
}
