import { inThread } from '#functions/adapters/thread.ts';
import type { FileLimits, FileResult, GivenFile } from './file.ts';
import { fileLimits } from './limits.ts';

type Work = { file: GivenFile; limits: FileLimits };

const parse = /* @__PURE__ */ inThread({
  script: () => import.meta.url,
  name: 'mianliao/read-file',
  heapMegabytes: 256,
  // The readers are evaluated where they read: the function itself has no use for them.
  run: async ({ file, limits }: Work) => (await import('./parse-file.ts')).parseFile(file, limits),
});

/**
 * What is in a file somebody handed in. Never throws for anything in the bytes, and answers within `limits.milliseconds`.
 */
export async function readFile(file: GivenFile, limits: FileLimits = fileLimits): Promise<FileResult> {
  if (file.bytes.length > limits.bytes) return { ok: false, code: 'too_large' };
  const ended = await parse({ file, limits }, limits.milliseconds);
  if (ended === 'timed_out') return { ok: false, code: 'timed_out' };
  return ended === 'out_of_memory' ? { ok: false, code: 'too_large' } : ended.answer;
}
