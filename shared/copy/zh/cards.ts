/** What a card's button reads once it was pressed. WeCom shows 10 characters. */
export const cards = { noShow: { seen: '已知悉' } } as const;
