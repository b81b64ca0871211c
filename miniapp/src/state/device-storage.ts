import Taro from '@tarojs/taro';
import type { KeyValue } from './storage.ts';

export const deviceStorage: KeyValue = {
  get<T>(key: string) {
    const value: unknown = Taro.getStorageSync(key);
    // A missing key reads as '' in WeChat and undefined in a browser.
    return value === '' || value === undefined || value === null ? undefined : (value as T);
  },
  set: (key, value) => Taro.setStorageSync(key, value),
  remove: (key) => Taro.removeStorageSync(key),
  keys: () => Taro.getStorageInfoSync().keys,
};
