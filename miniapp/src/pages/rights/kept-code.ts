import Taro from '@tarojs/taro';

const name = 'erasure-code';

/** On this device the code is there when the person who was deleted comes back. */
export function keepCode(code: string): void {
  try {
    Taro.setStorageSync(name, code);
  } catch {
    // No room, or none allowed: the code is on the screen.
  }
}

export function keptCode(): string {
  try {
    const kept: unknown = Taro.getStorageSync(name);
    return typeof kept === 'string' ? kept : '';
  } catch {
    return '';
  }
}
