import Taro from '@tarojs/taro';
import type { UploadOne, UploadResult } from '../upload.ts';
import { pathOf } from './blobs.ts';
import { folderOf, makeFolder, removeFile, sizeOf, writeFile } from './files.ts';

const timeoutMs = 60_000;
let count = 0;

/** wx.uploadFile sends a file, so bytes become one first. It puts the file last, as a presigned POST wants it. */
export const upload: UploadOne = async ({ url, fields, content, mime, onProgress }) => {
  const own = 'bytes' in content;
  count += 1;
  const path = own ? `${folderOf('sending')}/${Date.now()}-${count}` : pathOf(content.key);
  try {
    if (own) {
      await makeFolder(folderOf('sending'));
      await writeFile(path, content.bytes);
    } else await sizeOf(path);
  } catch {
    return own ? { ok: false, kind: 'offline' } : { ok: false, kind: 'missing' };
  }
  try {
    return await send(url, path, { 'Content-Type': mime, ...fields }, onProgress);
  } finally {
    if (own) await removeFile(path).catch(() => undefined);
  }
};

async function send(
  url: string,
  filePath: string,
  formData: Record<string, string>,
  onProgress: ((done: number) => void) | undefined,
): Promise<UploadResult> {
  try {
    const task = Taro.uploadFile({ url, filePath, name: 'file', formData, timeout: timeoutMs });
    task.progress?.(({ progress }) => onProgress?.(progress / 100));
    const { statusCode } = await task;
    return resultOf(statusCode);
  } catch {
    return { ok: false, kind: 'offline' };
  }
}

function resultOf(status: number): UploadResult {
  if (status >= 200 && status < 300) return { ok: true };
  const busy = status >= 500 || status === 429 || status === 408;
  return { ok: false, kind: busy ? 'offline' : 'refused', status };
}
