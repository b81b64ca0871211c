import { extensionsOf, mimeOf } from '../mimes.ts';
import { misfit, onlyOne, type Picked, type PickFile, type PickFiles, type PickOptions } from '../pick-file.ts';
import { ask, codeOf, failureOf } from './client.ts';
import { readFile } from './files.ts';

type Chosen = { path: string; name: string; size: number };

/** WeChat shows the files of the person's chats. */
export const pickFiles: PickFiles = async ({ most, ...options }) => {
  const { mimes } = options;
  try {
    const { tempFiles } = await ask<{ tempFiles: Chosen[] }>('chooseMessageFile', {
      count: most,
      type: mimes.some((mime) => mime.startsWith('image/')) ? 'all' : 'file',
      // Only for `file`; what does not fit is refused below.
      extension: extensionsOf(mimes),
    });
    if (tempFiles.length === 0) return { ok: false, reason: 'cancelled' };
    return { ok: true, files: tempFiles.slice(0, most).map((chosen) => fitting(chosen, options)) };
  } catch (error) {
    const code = codeOf(error);
    if (/cancel/.test(failureOf(error).errMsg)) return { ok: false, reason: 'cancelled' };
    return { ok: false, reason: code === 'busy' ? 'failed' : code };
  }
};

export const pickFile: PickFile = async (options) => onlyOne(await pickFiles({ ...options, most: 1 }));

function fitting({ path, name, size }: Chosen, options: PickOptions): Picked & { name: string } {
  const mime = mimeOf(name);
  const reason = misfit({ mime, size }, options);
  if (mime === undefined || reason !== undefined) return { ok: false, reason: reason ?? 'unfit', name };
  return {
    ok: true,
    name,
    file: { name, mime, size, read: (position, length) => readFile(path, { position, length }) },
  };
}
