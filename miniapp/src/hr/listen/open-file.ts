import Taro from '@tarojs/taro';

/** Shows a file an answer came with. True when it is on the screen, as far as the platform tells. */
export async function openFile(url: string, mime: string): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') return window.open(url, '_blank', 'noopener') !== undefined;
  try {
    if (mime.startsWith('image/')) await Taro.previewImage({ urls: [url] });
    else {
      const { tempFilePath } = await Taro.downloadFile({ url });
      await Taro.openDocument({ filePath: tempFilePath, showMenu: true });
    }
    return true;
  } catch {
    return false;
  }
}
