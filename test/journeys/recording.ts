import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readSound } from '#functions/adapters/audio/read-sound.ts';
import { s3MediaFiles } from '#functions/adapters/s3/media-files.ts';
import type { Output } from '#shared/contract/operations.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import type { World } from '#test/world/world.ts';
import { type Device, soon } from './device.ts';

/** Takes hold of 「按住说话」 until the answer is called; with a way the finger goes before it lets go. */
export async function hold({ page }: Device): Promise<(up?: number) => Promise<void>> {
  const box = await page.locator('#hold-to-talk').boundingBox();
  if (!box) throw new Error('nothing to hold');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  return async (up = 0) => {
    if (up > 0) {
      await page.mouse.move(x, y - up, { steps: 3 });
      await page.getByText('松开取消').waitFor();
    }
    await page.mouse.up();
  };
}

/** Until so much is recorded, by the page's own clock. */
export const recorded = (page: Page, seconds: number) =>
  soon(
    async () => lengthIn(await page.locator('.wave__time').innerText()),
    (seen) => seen.toBeGreaterThanOrEqual(seconds),
  );

const lengthIn = (text: string): number => {
  const [minutes = 0, seconds = 0] = text.split(':').map(Number);
  return minutes * 60 + seconds;
};

/** Names of what the bucket holds of an interview's recordings: `1/qclose/2-1/00000`. */
export async function inBucket({ config }: World, interviewId: string): Promise<string[]> {
  const { region, bucket, endpoints, credentials } = config;
  const files = s3MediaFiles({ region, bucket, endpoint: endpoints.s3, credentials });
  const found = await files.list(`c/${seed.company.companyId}/interview/${interviewId}/clip/`);
  return found.filter(({ bytes }) => bytes > 0).map(({ name }) => name);
}

type Clip = Output<'report.review'>['answers'][number]['clips'][number];

/** HR presses play: the address gives the recording, and there is sound in it. */
export async function play(clip: Clip | undefined): Promise<{ bytes: number; seconds: number }> {
  if (!clip?.url) throw new Error(`nothing to play: ${JSON.stringify(clip)}`);
  const answer = await fetch(clip.url);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe(clip.mime);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const heard = await readSound({ bytes, mime: clip.mime });
  if (!heard.ok) throw new Error(`no sound: ${heard.code}`);
  expect(Math.max(...heard.sound.energies)).toBeGreaterThan(0.01);
  return { bytes: bytes.length, seconds: heard.sound.seconds };
}
