import type { CandidateKind } from './messages.ts';

/** Messages beside whose words a company may put a sentence of its own. What they have to say, they say all the same. */
export const ownTextKinds = ['reminder', 'no_show'] as const satisfies CandidateKind[];
type OwnTexts = Partial<Record<(typeof ownTextKinds)[number], string>>;

/**
 * Characters: mail and 消息中心 have room for all of it, a field of WeChat's for 20 in place of the hint, an SMS for
 * none, because the provider registers it word by word.
 */
export const ownTextRoom = { most: 100, wechat: 20 } as const;

/** One plain sentence: no link that would not be ours, no placeholder that nobody fills. */
export const isPlainSentence = (text: string): boolean =>
  text.trim() === text && text.length > 0 && !/[{}<>\p{Cc}]|https?:|www\./iu.test(text);

export const ownTextOf = (texts: OwnTexts, kind: string): string | undefined =>
  ownTextKinds.flatMap((one) => (one === kind ? [texts[one]] : []))[0];
