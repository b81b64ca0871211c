/** wx.setStorage and its kin: kept per mini-program and person, so that killing and reopening keeps it. */
import { phone } from '../state.ts';
import { ApiError, api } from './api.ts';

const mostOfAKey = 1024 * 1024;
const mostInAll = 10 * 1024 * 1024;

const prefix = () => `wx:${phone.appid}:${phone.platform}:${phone.person}:`;
const ownKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix()));
const bytes = (text: string) => new Blob([text]).size;
const size = () => ownKeys().reduce((sum, key) => sum + bytes(localStorage.getItem(key) ?? ''), 0);

function set(key: unknown, data: unknown): void {
  if (typeof key !== 'string' || key === '')
    throw new ApiError('parameter error: parameter.key should be String instead of Undefined;');
  if (phone.dead) return;
  const text = JSON.stringify({ data });
  if (bytes(text) > mostOfAKey) throw new ApiError('entry size limit reached');
  const old = bytes(localStorage.getItem(prefix() + key) ?? '');
  if (size() - old + bytes(text) > mostInAll) throw new ApiError('exceed storage max size 10Mb');
  try {
    localStorage.setItem(prefix() + key, text);
  } catch {
    // The browser's own limit for all persons of this origin comes a little earlier than the client's for one.
    throw new ApiError('exceed storage max size 10Mb');
  }
}

function get(key: unknown): { found: boolean; data: unknown } {
  const text = localStorage.getItem(prefix() + String(key));
  return text === null
    ? { found: false, data: '' }
    : { found: true, data: (JSON.parse(text) as { data: unknown }).data };
}

const remove = (key: unknown) => void (phone.dead || localStorage.removeItem(prefix() + String(key)));
const clear = () => {
  if (!phone.dead) for (const key of ownKeys()) localStorage.removeItem(key);
};
const info = () => ({
  keys: ownKeys().map((key) => key.slice(prefix().length)),
  currentSize: Math.ceil(size() / 1024),
  limitSize: mostInAll / 1024,
});

/** The synchronous forms throw with the name of the asynchronous one. */
const named = <T>(name: string, run: () => T): T => {
  try {
    return run();
  } catch (error) {
    throw new Error(`${name}:fail ${error instanceof Error ? error.message : ''}`);
  }
};

export const storage = {
  setStorageSync: (key: unknown, data: unknown) => named('setStorageSync', () => set(key, data)),
  getStorageSync: (key: unknown) => get(key).data,
  removeStorageSync: remove,
  clearStorageSync: clear,
  getStorageInfoSync: info,
  setStorage: api('setStorage', ({ key, data }) => set(key, data)),
  getStorage: api('getStorage', ({ key }) => {
    const { found, data } = get(key);
    if (!found) throw new ApiError('data not found');
    return { data };
  }),
  removeStorage: api('removeStorage', ({ key }) => remove(key)),
  clearStorage: api('clearStorage', clear),
  getStorageInfo: api('getStorageInfo', info),
};
