import Taro from '@tarojs/taro';

/** What survives the process; everything else of the client's files is temporary. */
const root = () => Taro.env.USER_DATA_PATH ?? 'wxfile://usr';

export const folderOf = (name: string) => `${root()}/${name}`;

type Callbacks<T> = { success(result: T): void; fail(failure: { errMsg: string }): void };

/** The file manager answers by callbacks in every client, by promises only in new ones. */
function run<T>(start: (callbacks: Callbacks<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => start({ success: resolve, fail: reject }));
}

const manager = () => Taro.getFileSystemManager();

export async function makeFolder(path: string): Promise<void> {
  try {
    await run((back) => manager().mkdir({ dirPath: path, recursive: true, ...back }));
  } catch (error) {
    if (!/already exists/.test((error as { errMsg?: string }).errMsg ?? '')) throw error;
  }
}

export const writeFile = (filePath: string, data: ArrayBuffer): Promise<void> =>
  run((back) => manager().writeFile({ filePath, data, ...back })).then(() => undefined);

/** @param piece without it, the whole file */
export async function readFile(filePath: string, piece?: { position: number; length: number }): Promise<ArrayBuffer> {
  const { data } = await run<{ data: string | ArrayBuffer }>((back) =>
    manager().readFile({ filePath, ...piece, ...back }),
  );
  return data as ArrayBuffer;
}

export const removeFile = (filePath: string): Promise<void> =>
  run((back) => manager().unlink({ filePath, ...back })).then(() => undefined);

export async function listFolder(dirPath: string): Promise<string[]> {
  const { files } = await run<{ files: string[] }>((back) => manager().readdir({ dirPath, ...back }));
  return files;
}

export async function sizeOf(filePath: string): Promise<number> {
  return (await run<{ size: number }>((back) => manager().getFileInfo({ filePath, ...back }))).size;
}

/** Bytes the mini-program's own files take; the client allows 200 MB. */
export async function bytesKept(): Promise<number> {
  const found = await run<{ stats: unknown }>((back) => manager().stat({ path: root(), recursive: true, ...back }));
  const all = Array.isArray(found.stats) ? found.stats : Object.values(found.stats as Record<string, unknown>);
  return all.reduce<number>((sum, one) => {
    const stats = (one as { stats?: unknown }).stats ?? one;
    return sum + (Number((stats as { size?: number }).size) || 0);
  }, 0);
}
