import Taro from '@tarojs/taro';
import type { SaveBytes, SaveFile } from '../save-file.ts';

export const saveFile: SaveFile = async ({ text }) => {
  try {
    await Taro.setClipboardData({ data: text });
    return 'copied';
  } catch {
    return 'failed';
  }
};

export const saveBytes: SaveBytes = async ({ name, base64 }) => {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  try {
    await new Promise<void>((done, failed) =>
      Taro.getFileSystemManager().writeFile({
        filePath,
        data: base64,
        encoding: 'base64',
        success: () => done(),
        fail: ({ errMsg }) => failed(new Error(errMsg)),
      }),
    );
    await Taro.openDocument({ filePath, showMenu: true });
    return 'opened';
  } catch {
    return 'failed';
  }
};

/** A phone keeps what is long pressed. */
export const savePicture = async (_name: string, _svg: string, _pixels: number): Promise<void> => {};
