/** Files the client holds for the mini-program: those of its package, temporary ones, and kept ones that survive its process. */
import { type IDBPDatabase, openDB } from 'idb';
import { resolveHost } from './dns.ts';
import { phone } from './state.ts';

export type Bytes = Uint8Array<ArrayBuffer>;
export type StoredFile = { bytes: Bytes; type: string; at: number };
/** Undefined is a folder. */
type Entry = StoredFile | undefined;

export const userRoot = 'wxfile://usr';
const store = 'files';

const entries = new Map<string, Entry>();
const urls = new Map<string, string>();
let packaged: Record<string, string> = {};
let database: Promise<IDBPDatabase> | undefined;
let writing: Promise<unknown> = Promise.resolve();

export function setAssets(assets: Record<string, string>): void {
  packaged = assets;
}

const isKept = (path: string) => path.startsWith(`${userRoot}/`) || path.startsWith('wxfile://store_');

/** Reads what this person's mini-program kept; before it starts, since it may ask synchronously. */
export async function loadFiles(): Promise<void> {
  const name = `wx-files:${phone.appid}:${phone.platform}:${phone.person}`;
  database = openDB(name, 1, { upgrade: (made) => void made.createObjectStore(store) });
  const db = await database;
  const [keys, values] = await Promise.all([db.getAllKeys(store), db.getAll(store)]);
  for (const [index, key] of keys.entries()) entries.set(String(key), (values[index] as { file?: StoredFile }).file);
  entries.set(userRoot, undefined);
}

/** When everything told so far is on the disk. */
export const filesSettled = (): Promise<unknown> => writing;

function persist(path: string, change: { file: Entry } | 'gone'): void {
  const url = urls.get(path);
  if (url) URL.revokeObjectURL(url);
  urls.delete(path);
  if (!isKept(path) || !database) return;
  const opened = database;
  writing = writing.then(async () => {
    const db = await opened;
    if (change === 'gone') await db.delete(store, path);
    else await db.put(store, change, path);
  });
}

export function keepFile(bytes: ArrayBuffer, extension: string, type = 'application/octet-stream'): string {
  const path = `wxfile://tmp_${crypto.randomUUID().replaceAll('-', '')}.${extension}`;
  putFile(path, { bytes: new Uint8Array(bytes), type, at: Date.now() });
  return path;
}

export function putFile(path: string, file: StoredFile): void {
  if (phone.dead) return;
  entries.set(path, file);
  persist(path, { file });
}

export function putFolder(path: string): void {
  if (phone.dead) return;
  entries.set(path, undefined);
  persist(path, { file: undefined });
}

export function dropEntry(path: string): void {
  if (phone.dead) return;
  entries.delete(path);
  persist(path, 'gone');
}

export const entryKind = (path: string): 'file' | 'folder' | undefined =>
  entries.has(path) ? (entries.get(path) ? 'file' : 'folder') : undefined;

/** A file of the client, or one of the package. */
export function fileOf(path: string): StoredFile | undefined {
  const own = entries.get(path);
  if (own) return own;
  const url = packaged[path.replace(/^\.?\//, '')];
  if (url === undefined) return undefined;
  const [head = '', data = ''] = url.split(',');
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  return { bytes, type: /^data:([^;]+)/.exec(head)?.[1] ?? '', at: 0 };
}

/** Paths under a folder, however deep. */
export const pathsIn = (folder: string): string[] =>
  [...entries.keys()].filter((path) => path.startsWith(`${folder}/`)).sort();

/** Bytes of what is kept, but for one path. */
export const bytesKept = (except = ''): number =>
  [...entries]
    .filter(([path]) => isKept(path) && path !== except)
    .reduce((sum, [, file]) => sum + (file?.bytes.length ?? 0), 0);

export const savedFiles = (): [string, StoredFile][] =>
  [...entries].filter((entry): entry is [string, StoredFile] => isKept(entry[0]) && entry[1] !== undefined);

/** Something an `<img>`, `<audio>` or `<video>` of this document can show. */
export function localUrl(path: string): string {
  const file = entries.get(path);
  if (file) {
    const url = urls.get(path) ?? URL.createObjectURL(new Blob([file.bytes], { type: file.type }));
    urls.set(path, url);
    return url;
  }
  if (/^(data|blob):/.test(path)) return path;
  if (/^https?:/.test(path)) return resolveHost(path)?.href ?? path;
  return packaged[path.replace(/^\.?\//, '')] ?? path;
}
