import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '#test/browser/launch.ts';

/**
 * Makes the recordings beside this file anew, with a real browser's own recorder: `node make.ts`.
 * Each holds the same seven seconds: a voice-like tone with pauses of 1.2 s at 1.5 s and of 1.8 s at 4.2 s.
 */
const recordings = [
  { file: 'voice.webm', mime: 'audio/webm;codecs=opus', picture: false },
  { file: 'voice.mp4', mime: 'audio/mp4;codecs=opus', picture: false },
  { file: 'picture.webm', mime: 'video/webm;codecs=vp8,opus', picture: true },
];

const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  await page.goto('about:blank');
  await page.addScriptTag({ path: join(import.meta.dirname, 'record.js') });
  for (const { file, mime, picture } of recordings) {
    const encoded: unknown = await page.evaluate(`record(${JSON.stringify({ mime, picture })})`);
    console.info(
      file,
      typeof encoded === 'string'
        ? `${Math.round((encoded.length * 3) / 4 / 1000)} KB`
        : 'not recorded by this browser',
    );
    if (typeof encoded === 'string') await writeFile(join(import.meta.dirname, file), Buffer.from(encoded, 'base64'));
  }
} finally {
  await browser.close();
}
