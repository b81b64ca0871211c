import type { UploadOne, UploadResult } from '../upload.ts';
import { blobs } from './blobs.ts';

const timeoutMs = 60_000;

/** XMLHttpRequest: fetch tells no progress of an upload. No cookies go to another origin. */
export const upload: UploadOne = async ({ url, fields, content, mime, onProgress }) => {
  const bytes = 'bytes' in content ? content.bytes : await blobs.get(content.key);
  if (!bytes) return { ok: false, kind: 'missing' };
  const form = new FormData();
  for (const [name, value] of Object.entries({ 'Content-Type': mime, ...fields })) form.append(name, value);
  form.append('file', new Blob([bytes], { type: mime }));
  return new Promise<UploadResult>((done) => {
    const request = new XMLHttpRequest();
    const offline = () => done({ ok: false, kind: 'offline' });
    request.open('POST', url);
    request.withCredentials = false;
    request.timeout = timeoutMs;
    request.upload.onprogress = ({ loaded, total, lengthComputable }) =>
      lengthComputable && onProgress?.(loaded / total);
    request.onload = () => done(resultOf(request.status));
    request.onerror = offline;
    request.ontimeout = offline;
    request.onabort = offline;
    request.send(form);
  });
};

function resultOf(status: number): UploadResult {
  if (status >= 200 && status < 300) return { ok: true };
  const busy = status >= 500 || status === 429 || status === 408;
  return { ok: false, kind: busy ? 'offline' : 'refused', status };
}
