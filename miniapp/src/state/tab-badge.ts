import Taro from '@tarojs/taro';

/** The place of 我的 among the tabs of app.config.ts. */
const mineTab = 2;
const most = 99;

export const countText = (count: number): string => (count > most ? `${most}+` : String(count));

/** Marks 我的 with what was not read yet. A page without tabs refuses it; the next one with them says it again. */
export async function badgeMine(unread: number): Promise<void> {
  const marked =
    unread === 0
      ? Taro.removeTabBarBadge({ index: mineTab })
      : Taro.setTabBarBadge({ index: mineTab, text: countText(unread) });
  await Promise.resolve(marked).catch(() => undefined);
}
