import Taro from '@tarojs/taro';

/** Puts a text on the clipboard and says so; WeChat says it in its own words as well. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    if (process.env.TARO_ENV === 'h5' && navigator.clipboard) await navigator.clipboard.writeText(text);
    else await Taro.setClipboardData({ data: text });
    void Taro.showToast({ title: done, icon: 'none' });
  } catch {
    // The person said no, or the browser did: the text is still on the screen.
  }
}
