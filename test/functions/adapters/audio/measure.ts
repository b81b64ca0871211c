import { readFile } from 'node:fs/promises';
import { isMainThread } from 'node:worker_threads';
import { readSound } from '#functions/adapters/audio/read-sound.ts';

/**
 * Reads the recording named on the command line in a process of its own and prints one line of JSON: what came of it,
 * the milliseconds it took, and the most memory that the process ever had, in megabytes.
 */
async function measure(file: string): Promise<void> {
  const bytes = await readFile(file);
  const started = performance.now();
  const result = await readSound({ bytes, mime: 'audio/mpeg' });
  const outcome = result.ok ? { code: 'ok', seconds: result.sound.seconds } : { code: result.code };
  const milliseconds = Math.round(performance.now() - started);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.info(JSON.stringify({ ...outcome, milliseconds, megabytes }));
}

// Bundled, this file is the thread's as well.
if (isMainThread) await measure(process.argv[2] ?? '');
