import Taro from '@tarojs/taro';
import { copyFor } from '#shared/copy/copy.ts';

/** `getSystemInfoSync` is old but the one that WeCom has too. */
function systemLanguage(): string {
  try {
    return Taro.getSystemInfoSync().language || 'zh_CN';
  } catch {
    return 'zh_CN';
  }
}

export const language: 'zh' | 'en' = systemLanguage().toLowerCase().startsWith('zh') ? 'zh' : 'en';

/** Every word on the screen, in the language of the device. */
export const copy = copyFor(language);
