import type { DraftContent } from '#shared/interview/draft.ts';

/** What a candidate can do to one answer. Each yields the next content. */
export const typed = (content: DraftContent, text: string): DraftContent => ({ ...content, typing: text });

export const sendTyped = (content: DraftContent): DraftContent =>
  content.typing.trim() === '' ? content : { ...content, sent: [...content.sent, content.typing.trim()], typing: '' };

/** Sends what is still being typed first: nothing on the screen is left behind. */
export const finished = (content: DraftContent): DraftContent => ({ ...sendTyped(content), done: true });

export const reopened = (content: DraftContent): DraftContent => ({ ...content, done: false });

/** Takes a bubble back into the composer, as 「重新编辑」 does in WeChat; what was being typed stays behind it. */
export function takeBack(content: DraftContent, index: number): DraftContent {
  const text = content.sent[index];
  if (text === undefined) return content;
  const typing = content.typing.trim() === '' ? text : `${text}\n${content.typing}`;
  return { sent: content.sent.filter((_, i) => i !== index), typing, done: false };
}

export const canFinish = (content: DraftContent): boolean =>
  content.typing.trim() !== '' || content.sent.some((bubble) => bubble.trim() !== '');
