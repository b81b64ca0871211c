/** What the company learns of its interviews: figures that agree with the server, the people behind them, and what is done with them. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StaffRole } from '#shared/access/roles.ts';
import type { Query } from '#shared/contract/operations.ts';
import { takeScreenshot } from '#test/browser/screenshot.ts';
import { createScenes, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let scenes: Scenes;
let page: Page;
/** A year until the day the stage stands still on. */
const year = { from: '2025-01-06', to: '2026-01-05' };
const usual = { from: '2025-10-08', to: '2026-01-05' };

beforeAll(async () => {
  stage = await openStage();
  scenes = createScenes(stage.world);
  await fetch(`${stage.world.origin}/world/history`, { method: 'POST', body: '{}' });
});
afterEach(() => page?.context().close());
afterAll(() => stage?.close());

async function open(width: number, path: string, query = '', who: 'hr' | StaffRole = 'hr') {
  page = await scenes.open(stage.browser, who, { width, height: width < 900 ? 812 : 900 });
  await page.goto(scenes.url(path, query));
}
const text = (id: string) => page.locator(`#${id}`).textContent();
const percent = (share: number | undefined) => {
  const value = 100 * (share ?? Number.NaN);
  return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)}%`;
};
const noShows = async (query: Query<'figures.noShows'>) =>
  scenes.must('figures.noShows', { token: await scenes.hr(), query });
const fits = async () =>
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);

describe.each([375, 1440])('at %i px', (width) => {
  it('shows the figures the server counted, and the filter stands in the address', async () => {
    await open(width, 'hr/figures/index');
    const lately = await noShows(usual);
    await expect.poll(() => text('tile-no-shows-value'), { timeout: 30_000 }).toBe(percent(lately.rate.share?.rate));
    await page.waitForSelector('#hints');
    await fits();
    await takeScreenshot(page, `figures-${width}`);
    await page.click('#open-figures-filter');
    await page.click('#days-365');
    await page.click('#figures-position-pos_salesrep');
    await page.click('#apply-figures-filter');
    const sales = await noShows({ ...year, positionId: 'pos_salesrep' });
    await expect.poll(() => text('tile-no-shows-value')).toBe(percent(sales.rate.share?.rate));
    expect(page.url()).toContain('days=365&positionId=pos_salesrep');
    await page.reload();
    await expect.poll(() => text('figures-shown'), { timeout: 30_000 }).toContain('近一年 · 销售代表');
    await expect.poll(() => text('tile-no-shows-value')).toBe(percent(sales.rate.share?.rate));
  });

  it('opens a figure into its parts, and a part into its people', async () => {
    await open(width, 'hr/figures/index', 'days=365');
    await page.click('#tile-no-shows');
    const { rate, reasons } = await noShows(year);
    await expect.poll(() => text('no-shows-rate-value')).toBe(percent(rate.share?.rate));
    await page.click('#no-shows-trend-table');
    await page.locator('#no-shows-trend [role=table]').waitFor();
    await page.click('#no-shows-trend-table');
    // The year's first days are too few to be shown: the month before has a list.
    await page.click('#no-shows-trend-previous');
    await page.locator('#no-shows-trend').getByText('数据不足').waitFor();
    await page.click('#no-shows-trend-previous');
    await page.waitForSelector('#no-shows-trend-people');
    await page.click('#no-shows-by-by-source');
    await page.waitForSelector('#no-shows-by-source-campus');
    await fits();
    await takeScreenshot(page, `figures-no-shows-${width}`);
    await page.click('#reason-forgot');
    await expect.poll(() => text('people-conditions')).toBe('未参加忘记');
    const wanted = reasons.find(({ reason }) => reason === 'forgot')?.share?.cases;
    await page.waitForSelector('#people-rows');
    while ((await page.locator('#more-people').count()) > 0) {
      const before = await page.locator('.hr-behind-row').count();
      await page.click('#more-people');
      await expect
        .poll(async () =>
          Math.max(
            before + Number((await page.locator('#more-people').count()) === 0),
            await page.locator('.hr-behind-row').count(),
          ),
        )
        .toBeGreaterThan(before);
    }
    await expect.poll(() => page.locator('.hr-behind-row').count()).toBe(wanted);
    await fits();
  });

  it('holds a figure against itself before and after a day, with what may be said of it', async () => {
    const asked = { measure: 'satisfaction', at: '2025-10-07', days: 90 } as const;
    await open(width, 'hr/figures/compare/index', new URLSearchParams({ ...asked, days: '90' }).toString());
    const { change } = await scenes.must('figures.compare', { token: await scenes.hr(), query: asked });
    expect(change?.direction).toBe('rose');
    await expect
      .poll(() => text('compared-said'), { timeout: 30_000 })
      .toContain(`从 ${percent(change?.before.rate)} 升到 ${percent(change?.after.rate)}`);
    await fits();
    await takeScreenshot(page, `figures-compare-${width}`);
    await page.click('#measure-pass');
    await page.waitForFunction(`location.hash.includes('measure=pass')`);
    await page.locator('#compare-at input').fill('2030-01-01');
    await page.getByText('不晚于今天').waitFor();
  });

  it('hands a table over as a file', async () => {
    await open(width, 'hr/figures/index', 'days=365');
    await page.waitForSelector('#tile-no-shows');
    await page.click('#way-export');
    for (const [format, begins] of [
      ['xlsx', 'PK'],
      ['csv', '\u{feff}'],
    ] as const) {
      await page.click(`#export-format-${format}`);
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('#run-export')]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`));
      expect((await readFile(await download.path(), 'utf8')).startsWith(begins)).toBe(true);
    }
    await page.locator('#export-said').getByText('已保存').waitFor();
  });

  it('takes a suggestion over after showing what it changes, and takes it back', async () => {
    const reminders = async () => {
      const { effective } = await scenes.must('settings.get', { token: await scenes.hr() });
      return effective.reminders;
    };
    const before = await reminders();
    await open(width, 'hr/figures/index', 'days=365&section=no_shows', 'admin');
    await page.click('#apply-reason-forgot', { timeout: 30_000 });
    await page.locator('#hint-change-reminders').getByText('改为').waitFor();
    await takeScreenshot(page, `figures-hint-${width}`);
    expect(await reminders()).toEqual(before);
    await page.click('#confirm-hint');
    await page.locator('#hint-said').getByText('已采用').waitFor();
    expect(await reminders()).toEqual([...before, 30]);
    await page.click('#undo-hint');
    await page.locator('#hint-said').getByText('已撤销').waitFor();
    expect(await reminders()).toEqual(before);
  });

  it('breaks figures down by a grouping of the company’s own', async () => {
    await open(width, 'hr/figures/reports/index');
    await page.click('#add-report', { timeout: 30_000 });
    await page.locator('#report-name input').fill(`渠道归属${width}`);
    await page.locator('#group-name-0 input').fill('自有渠道');
    await page.click('#save-report');
    await page.getByText('至少包含一个值').waitFor();
    await page.click('#group-0-referral');
    await page.click('#group-0-campus');
    await page.click('#save-report');
    await page.waitForSelector('#report-sheet', { state: 'detached' });
    const { reports } = await scenes.must('figures.reports', { token: await scenes.hr() });
    const own = reports.find(({ name }) => name === `渠道归属${width}`);
    expect(own?.groups).toEqual([{ name: '自有渠道', values: ['referral', 'campus'] }]);
    await page.goto(scenes.url('hr/figures/index', 'days=365&section=no_shows'));
    await page.click(`#no-shows-by-by-${own?.reportId}`, { timeout: 30_000 });
    await page.locator('#no-shows-by').getByText('自有渠道').click();
    await expect.poll(() => text('people-conditions')).toBe('未参加来源 内部推荐、校园招聘');
    await page.waitForSelector('#people-rows');
  });
});

it('prints the review of a quarter', async () => {
  await open(1440, 'hr/figures/review/index', 'quarter=2025-Q4');
  const review = await scenes.must('figures.review', { token: await scenes.hr(), query: { quarter: '2025-Q4' } });
  const rate = percent(review.noShows.rate.share?.rate);
  await page.locator('.hr-paper').getByText(rate).first().waitFor({ timeout: 30_000 });
  await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('body > .hr-print .hr-paper').isVisible()).toBe(true);
  expect(await page.locator('#print-review').isVisible()).toBe(false);
  await page.evaluate(`window.dispatchEvent(new Event('afterprint'))`);
  await page.waitForSelector('body > .hr-print', { state: 'detached' });
});
