import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Findings } from './check.ts';
import { listFiles } from './tool.ts';

/** Reads every file of the checkout whose path matches and gathers what `find` says of it. */
export async function scanSources(
  root: string,
  paths: RegExp,
  find: (file: string, source: string) => string[],
): Promise<Findings> {
  const files = (await listFiles(root)).filter((file) => paths.test(file));
  const found = await Promise.all(files.map(async (file) => find(file, await readFile(join(root, file), 'utf8'))));
  return { problems: found.flat() };
}
