/** FileSystemManager: the mini-program writes under USER_DATA_PATH only, 200 MB in all. */
import {
  type Bytes,
  bytesKept,
  dropEntry,
  entryKind,
  fileOf,
  filesSettled,
  pathsIn,
  putFile,
  putFolder,
  type StoredFile,
  savedFiles,
  userRoot,
} from '../files.ts';
import { typeOf } from '../mime.ts';
import { settings } from '../settings.ts';
import { ApiError, api, type Options } from './api.ts';

const plain = (path: unknown) => String(path).replace(/(?<!:|\/)\/+$/, '');
const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'));

const missing = (path: string, doing: string) =>
  new ApiError(`no such file or directory, ${doing} '${path}'`, { errno: 1300002 });

function read(given: unknown, doing = 'open'): StoredFile {
  const path = plain(given);
  if (entryKind(path) === 'folder')
    throw new ApiError(`illegal operation on a directory, ${doing} '${path}'`, { errno: 1301005 });
  const file = fileOf(path);
  if (!file) throw missing(path, doing);
  return file;
}

function piece(bytes: Bytes, { position, length }: Options): Bytes {
  const from = Number(position ?? 0);
  if (position !== undefined && (from < 0 || from >= bytes.length))
    throw new ApiError('the value of "position" is out of range', { errno: 1300021 });
  const most = bytes.length - from;
  const count = Number(length ?? most);
  if (length !== undefined && (count < 1 || count > bytes.length))
    throw new ApiError('the value of "length" is out of range', { errno: 1300021 });
  return bytes.slice(from, from + Math.min(count, most));
}

function decoded(bytes: Bytes, encoding: unknown): unknown {
  if (encoding === undefined) return bytes.buffer;
  const binary = () => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  if (encoding === 'base64') return btoa(binary());
  if (encoding === 'hex') return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (encoding === 'ascii' || encoding === 'binary' || encoding === 'latin1') return binary();
  return new TextDecoder().decode(bytes);
}

function encoded(data: unknown, encoding: unknown): Bytes {
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0));
  if (typeof data !== 'string') throw new ApiError('data must be a string or ArrayBuffer', { errno: 1300020 });
  if (encoding === 'base64') return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  return new TextEncoder().encode(data) as Bytes;
}

function store(given: unknown, bytes: Bytes, doing = 'open'): void {
  const path = plain(given);
  if (!path.startsWith(`${userRoot}/`)) throw new ApiError(`permission denied, ${doing} '${path}'`, { errno: 1300013 });
  if (entryKind(path) === 'folder')
    throw new ApiError(`illegal operation on a directory, ${doing} '${path}'`, { errno: 1301005 });
  if (entryKind(parentOf(path)) !== 'folder') throw missing(path, doing);
  keep(path, bytes);
}

function keep(path: string, bytes: Bytes): void {
  if (bytesKept(path) + bytes.length > settings.fileRoom)
    throw new ApiError('the maximum size of the file storage limit is exceeded', { errno: 1300202 });
  putFile(path, { bytes, type: typeOf(path), at: Date.now() });
}

function mkdir({ dirPath, recursive }: Options): void {
  const path = plain(dirPath);
  if (!path.startsWith(`${userRoot}/`)) throw new ApiError(`permission denied, mkdir '${path}'`, { errno: 1300013 });
  if (entryKind(path)) throw new ApiError(`file already exists ${path}`, { errno: 1301005 });
  const parent = parentOf(path);
  if (entryKind(parent) !== 'folder') {
    if (recursive !== true) throw missing(path, 'mkdir');
    mkdir({ dirPath: parent, recursive });
  }
  putFolder(path);
}

function rmdir({ dirPath, recursive }: Options): void {
  const path = plain(dirPath);
  if (entryKind(path) !== 'folder') throw missing(path, 'rmdir');
  const inside = pathsIn(path);
  if (inside.length > 0 && recursive !== true) throw new ApiError('directory not empty', { errno: 1300066 });
  for (const one of [...inside, path]) if (one !== userRoot) dropEntry(one);
}

function readdir({ dirPath }: Options) {
  const path = plain(dirPath);
  if (entryKind(path) !== 'folder') throw missing(path, 'scandir');
  const names = pathsIn(path).map((one) => one.slice(path.length + 1));
  return { files: names.filter((name) => !name.includes('/')) };
}

function stats(path: string) {
  const file = entryKind(path) === 'folder' ? undefined : read(path, 'stat');
  const seconds = Math.floor((file?.at ?? 0) / 1000);
  return {
    mode: file ? 33_206 : 16_822,
    size: file?.bytes.length ?? 0,
    lastAccessedTime: seconds,
    lastModifiedTime: seconds,
    isDirectory: () => file === undefined,
    isFile: () => file !== undefined,
  };
}

function stat({ path: given, recursive }: Options) {
  const path = plain(given);
  if (recursive !== true || entryKind(path) !== 'folder') return { stats: stats(path) };
  const all = ['', ...pathsIn(path).map((one) => one.slice(path.length))];
  return { stats: all.map((one) => ({ path: one === '' ? '/' : one, stats: stats(path + one) })) };
}

function unlink({ filePath }: Options): void {
  const path = plain(filePath);
  if (entryKind(path) === 'folder') throw new ApiError(`operation not permitted, unlink '${path}'`, { errno: 1300001 });
  read(path, 'unlink');
  if (entryKind(path) !== 'file') throw new ApiError(`permission denied, unlink '${path}'`, { errno: 1300013 });
  dropEntry(path);
}

let saved = 0;

/** The temporary file is moved. */
function saveFile({ tempFilePath, filePath }: Options) {
  const from = plain(tempFilePath);
  const file = fileOf(from);
  if (!file || !from.startsWith('wxfile://tmp_')) throw new ApiError('tempFilePath file not exist', { errno: 1300002 });
  saved += 1;
  const to =
    filePath === undefined ? `wxfile://store_${Date.now()}${saved}.${from.split('.').at(-1)}` : plain(filePath);
  if (filePath === undefined) keep(to, file.bytes);
  else store(to, file.bytes);
  dropEntry(from);
  return { savedFilePath: to };
}

const actions: Record<string, (options: Options) => unknown> = {
  readFile: (options) => ({ data: decoded(piece(read(options.filePath).bytes, options), options.encoding) }),
  writeFile: ({ filePath, data, encoding }) => store(filePath, encoded(data, encoding)),
  appendFile: ({ filePath, data, encoding }) => {
    const before = read(filePath).bytes;
    const more = encoded(data, encoding);
    const all = new Uint8Array(before.length + more.length);
    all.set(before);
    all.set(more, before.length);
    store(filePath, all);
  },
  copyFile: ({ srcPath, destPath }) => store(destPath, read(srcPath, 'copyFile').bytes, 'copyFile'),
  rename: ({ oldPath, newPath }) => {
    store(newPath, read(oldPath, 'rename').bytes, 'rename');
    dropEntry(plain(oldPath));
  },
  access: ({ path }) => {
    if (entryKind(plain(path)) === undefined && !fileOf(plain(path))) throw missing(plain(path), 'access');
  },
  mkdir,
  rmdir,
  readdir,
  stat,
  unlink,
  saveFile,
};

/** How the synchronous forms take what the others take by name, and what they answer. */
const sync: Record<string, { takes: string[]; gives?: string }> = {
  readFile: { takes: ['filePath', 'encoding', 'position', 'length'], gives: 'data' },
  writeFile: { takes: ['filePath', 'data', 'encoding'] },
  appendFile: { takes: ['filePath', 'data', 'encoding'] },
  copyFile: { takes: ['srcPath', 'destPath'] },
  rename: { takes: ['oldPath', 'newPath'] },
  access: { takes: ['path'] },
  mkdir: { takes: ['dirPath', 'recursive'] },
  rmdir: { takes: ['dirPath', 'recursive'] },
  readdir: { takes: ['dirPath'], gives: 'files' },
  stat: { takes: ['path', 'recursive'], gives: 'stats' },
  unlink: { takes: ['filePath'] },
  saveFile: { takes: ['tempFilePath', 'filePath'], gives: 'savedFilePath' },
};

function synchronous(name: string, run: (options: Options) => unknown) {
  const { takes, gives } = sync[name] ?? { takes: [] };
  return (...given: unknown[]) => {
    try {
      const result = run(Object.fromEntries(takes.map((parameter, index) => [parameter, given[index]])) as Options);
      return gives === undefined ? undefined : (result as Record<string, unknown>)[gives];
    } catch (error) {
      throw new Error(`${name}Sync:fail ${error instanceof Error ? error.message : ''}`);
    }
  };
}

const getFileInfo = api('getFileInfo', ({ filePath }) => ({ size: read(filePath).bytes.length }));

const manager: Record<string, unknown> = {
  getFileInfo,
  getSavedFileList: api('getSavedFileList', () => ({
    fileList: savedFiles()
      .filter(([path]) => path.startsWith('wxfile://store_'))
      .map(([path, file]) => ({ filePath: path, size: file.bytes.length, createTime: Math.floor(file.at / 1000) })),
  })),
  removeSavedFile: api('removeSavedFile', unlink),
};
for (const [name, run] of Object.entries(actions)) {
  manager[name] = api(name, async (options) => {
    const result = run(options);
    await filesSettled();
    return result;
  });
  manager[`${name}Sync`] = synchronous(name, run);
}

const getFileSystemManager = () => manager;
export const files = {
  saveFile: manager.saveFile,
  getFileInfo,
  env: { USER_DATA_PATH: userRoot },
  getFileSystemManager,
};
