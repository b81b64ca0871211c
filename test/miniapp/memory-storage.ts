import type { KeyValue } from '../../miniapp/src/state/storage.ts';

/** Storage of a device that survives the app being killed. Values go through JSON, as on a phone. */
export function memoryStorage(): KeyValue & { full: boolean } {
  const held = new Map<string, string>();
  const storage = {
    full: false,
    get<T>(key: string) {
      const text = held.get(key);
      return text === undefined ? undefined : (JSON.parse(text) as T);
    },
    set(key: string, value: unknown) {
      if (storage.full) throw new Error('setStorage:fail exceed storage max size');
      held.set(key, JSON.stringify(value));
    },
    remove: (key: string) => void held.delete(key),
    keys: () => [...held.keys()],
  };
  return storage;
}
