import Taro from '@tarojs/taro';
import type { SaveFile } from '../save-file.ts';

export const saveFile: SaveFile = async ({ text }) => {
  try {
    await Taro.setClipboardData({ data: text });
    return 'copied';
  } catch {
    return 'failed';
  }
};

/** A phone keeps what is long pressed. */
export const savePicture = async (_name: string, _svg: string, _pixels: number): Promise<void> => {};
