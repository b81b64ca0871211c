export const cards = {
  noShow: { take: 'I take it', taken: 'Taken', over: 'Settled' },
} as const;
