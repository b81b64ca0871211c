import { extensionsOf, mimeOf } from '../mimes.ts';
import type { PickFile } from '../pick-file.ts';
import { ask, codeOf, failureOf } from './client.ts';
import { readFile } from './files.ts';

type Chosen = { path: string; name: string; size: number };

/** WeChat shows the files of the person's chats. */
export const pickFile: PickFile = async ({ mimes, maxBytes }) => {
  let chosen: Chosen | undefined;
  try {
    const { tempFiles } = await ask<{ tempFiles: Chosen[] }>('chooseMessageFile', {
      count: 1,
      type: mimes.some((mime) => mime.startsWith('image/')) ? 'all' : 'file',
      // Only for `file`; what does not fit is refused below.
      extension: extensionsOf(mimes),
    });
    chosen = tempFiles[0];
  } catch (error) {
    const code = codeOf(error);
    if (/cancel/.test(failureOf(error).errMsg)) return { ok: false, reason: 'cancelled' };
    return { ok: false, reason: code === 'busy' ? 'failed' : code };
  }
  if (!chosen) return { ok: false, reason: 'cancelled' };
  const { path, name, size } = chosen;
  const mime = mimeOf(name);
  if (mime === undefined || !mimes.includes(mime)) return { ok: false, reason: 'unfit' };
  if (size > maxBytes) return { ok: false, reason: 'too_large' };
  if (size === 0) return { ok: false, reason: 'empty' };
  return {
    ok: true,
    file: { name, mime, size, read: (position, length) => readFile(path, { position, length }) },
  };
};
