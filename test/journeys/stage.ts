import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#test/browser/launch.ts';
import { withoutSdk } from '#test/functions/without-sdk.ts';
import { createClock } from '#test/world/clock.ts';
import { peoplePages } from '#test/world/pages.ts';
import { startWorld, type World } from '#test/world/world.ts';

/** A Monday morning in Shanghai that stands still until it is turned, so that screenshots are the same each time. */
export const opening = '2026-01-05T01:00:00.000Z';

export type Stage = { world: World; browser: Browser; close(): Promise<void> };

/**
 * A fresh world with its pages and a browser. `running`: its clock goes on by itself. `sdk`: the functions ask the store
 * through the SDK, as they do on AWS; otherwise while a fault stands only.
 */
export async function openStage({ running = false, sdk = false } = {}): Promise<Stage> {
  const dir = await mkdtemp(path.join(tmpdir(), 'mianliao-journey-'));
  const past = sdk ? undefined : withoutSdk();
  const world = await startWorld({
    dir,
    clock: createClock({ start: new Date(opening), frozen: !running }),
    pages: await peoplePages(),
  });
  past?.to(world.dynamo.endpoint, world.dynamo.faults.stand);
  const browser = await launchBrowser();
  return {
    world,
    browser,
    async close() {
      await browser.close();
      past?.end();
      await world.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
