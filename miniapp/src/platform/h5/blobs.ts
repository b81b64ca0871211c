import { type IDBPDatabase, openDB } from 'idb';
import type { Blobs } from '../blobs.ts';

const store = 'chunks';
let opened: Promise<IDBPDatabase> | undefined;

function database(): Promise<IDBPDatabase> {
  opened ??= openDB('mianliao', 1, {
    upgrade: (made) => void made.createObjectStore(store),
    // The browser closed it (storage cleared, another tab upgrades): the next call opens it again.
    terminated: () => {
      opened = undefined;
    },
    blocking: (_current, _wanted, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
  }).catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

export const blobs: Blobs = {
  async put(key, bytes) {
    try {
      await (await database()).put(store, bytes, key);
      return true;
    } catch {
      return false;
    }
  },
  async get(key) {
    try {
      return (await (await database()).get(store, key)) as ArrayBuffer | undefined;
    } catch {
      return undefined;
    }
  },
  async remove(key) {
    await database()
      .then((db) => db.delete(store, key))
      .catch(() => undefined);
  },
  async keys(prefix) {
    try {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      return (await (await database()).getAllKeys(store, range)).map(String).sort();
    } catch {
      return [];
    }
  },
};
