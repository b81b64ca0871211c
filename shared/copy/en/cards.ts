export const cards = { noShow: { seen: 'Seen' } } as const;
