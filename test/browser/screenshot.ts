import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';

// Only `npm run screenshots` renews the pictures of the documents; a test run must not change what is committed.
const forDocuments = process.env['MIANLIAO_SCREENSHOTS'] === 'docs';
// Nobody looks at the pictures of a run on a clean checkout, and drawing costs a second each.
const drawn = forDocuments || process.env['CI'] === undefined;
const root = resolve(import.meta.dirname, '..', '..');
const folder = forDocuments ? join(root, 'docs', 'screenshots') : join(root, '.cache', 'screenshots');

export type StillPageOptions = {
  /** CSS pixels; a phone by default. */
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  /** The instant the page believes it is (ISO); without it, the machine's clock. Timers run on. */
  now?: string;
};

/**
 * A page that looks the same each time it is drawn: fixed size and density, Chinese, the company's zone, no motion.
 * Its context is its own; `page.context().close()` ends it.
 */
export async function openStillPage(
  browser: Browser,
  { width = 375, height = 812, colorScheme = 'light', now }: StillPageOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: drawn ? 2 : 1,
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  if (now) await page.clock.setFixedTime(now);
  return page;
}

/**
 * Draws the page, or one element of it, to `docs/screenshots/<name>.png` (in a test run `.cache/screenshots`) once fonts
 * and pictures are there; gives the path. In CI it only waits as if it drew. `mask` covers what differs from run to run.
 */
export async function takeScreenshot(
  what: Page | Locator,
  name: string,
  { fullPage = false, mask = [] }: { fullPage?: boolean; mask?: Locator[] } = {},
): Promise<string> {
  const path = join(folder, `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  const page = 'page' in what ? what.page() : what;
  for (const frame of page.frames()) await frame.evaluate(settled);
  if (!drawn) return path;
  const steady = { path, mask, animations: 'disabled', caret: 'hide', scale: 'device' } as const;
  if ('page' in what) await what.screenshot(steady);
  else await what.screenshot({ ...steady, fullPage });
  return path;
}

// Runs in the page: fonts loaded, pictures decoded, two frames drawn. A string, since these files know no DOM types.
const settled = `(async () => {
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
})()`;
