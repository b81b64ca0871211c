/** The buttons of HR's cards in WeCom. It shows 10 characters. `taken`: what one reads once it was pressed. */
export const cards = {
  noShow: { take: '我来处理', taken: '已接手', over: '已不需要' },
} as const;
