import type { Blobs } from '../blobs.ts';
import { folderOf, listFolder, makeFolder, readFile, removeFile, writeFile } from './files.ts';

/** File names know no slash; `~` takes the place of `%`, which some file systems of the client read as an escape. */
const nameOf = (key: string) => encodeURIComponent(key.replaceAll('~', '%7E')).replaceAll('%', '~');
const keyOf = (name: string) => decodeURIComponent(name.replaceAll('~', '%')).replaceAll('%7E', '~');

const folder = () => folderOf('clips');
export const pathOf = (key: string) => `${folder()}/${nameOf(key)}`;

let made: Promise<void> | undefined;
function ready(): Promise<void> {
  made ??= makeFolder(folder()).catch((error) => {
    made = undefined;
    throw error;
  });
  return made;
}

export const blobs: Blobs = {
  async put(key, bytes) {
    try {
      await ready();
      await writeFile(pathOf(key), bytes);
      return true;
    } catch {
      return false;
    }
  },
  get: (key) => readFile(pathOf(key)).catch(() => undefined),
  remove: (key) => removeFile(pathOf(key)).catch(() => undefined),
  async keys(prefix) {
    const names = await listFolder(folder()).catch(() => []);
    return names
      .map(keyOf)
      .filter((key) => key.startsWith(prefix))
      .sort();
  },
};
