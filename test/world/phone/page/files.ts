/** Files the client holds for the mini-program: those of its package and temporary ones (`wxfile://`). */
import { resolveHost } from './dns.ts';

const temporary = new Map<string, Blob>();
const urls = new Map<string, string>();
let packaged: Record<string, string> = {};

export function setAssets(assets: Record<string, string>): void {
  packaged = assets;
}

export function keepFile(blob: Blob, extension: string): string {
  const path = `wxfile://tmp_${crypto.randomUUID().replaceAll('-', '')}.${extension}`;
  temporary.set(path, blob);
  return path;
}

export const putFile = (path: string, blob: Blob) => void temporary.set(path, blob);
export const dropFile = (path: string) => temporary.delete(path);
export const fileOf = (path: string): Blob | undefined => temporary.get(path);

/** Something an `<img>` of this document can show. */
export function localUrl(path: string): string {
  const blob = temporary.get(path);
  if (blob) {
    const url = urls.get(path) ?? URL.createObjectURL(blob);
    urls.set(path, url);
    return url;
  }
  if (/^(data|blob):/.test(path)) return path;
  if (/^https?:/.test(path)) return resolveHost(path)?.href ?? path;
  return packaged[path.replace(/^\.?\//, '')] ?? path;
}
