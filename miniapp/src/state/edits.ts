import { isClip, saysSomething } from '#shared/interview/answer.ts';
import type { Bubble, Clip, DraftContent } from '#shared/interview/draft.ts';

/** What a candidate can do to one answer. Each yields the next content. */
export const typed = (content: DraftContent, text: string): DraftContent => ({ ...content, typing: text });

export const sendTyped = (content: DraftContent): DraftContent =>
  content.typing.trim() === '' ? content : { ...content, sent: [...content.sent, tidy(content.typing)], typing: '' };

/** Without what is blank around it; of several lines the first keeps its indentation. */
const tidy = (text: string): string =>
  text.trim().includes('\n') ? text.replace(/^(\s*\n)+/, '').trimEnd() : text.trim();

/** Sends what is still being typed first: nothing on the screen is left behind. */
export const finished = (content: DraftContent): DraftContent => ({ ...sendTyped(content), done: true });

export const reopened = (content: DraftContent): DraftContent => ({ ...content, done: false });

/** Takes words back into the composer, as 「重新编辑」 does in WeChat; what was being typed stays behind them. */
export function takeBack(content: DraftContent, index: number): DraftContent {
  const words = content.sent[index];
  if (words === undefined || isClip(words)) return content;
  const typing = content.typing.trim() === '' ? words : `${words}\n${content.typing}`;
  return { ...content, sent: content.sent.filter((_, i) => i !== index), typing, done: false };
}

const hasClip = (content: DraftContent, clipId: string): boolean =>
  content.sent.some((bubble) => isClip(bubble) && bubble.clipId === clipId);

/** A clip enters the answer once, however often it is offered. */
export const withClip = (content: DraftContent, clip: Clip): DraftContent =>
  hasClip(content, clip.clipId) ? content : { ...content, sent: [...content.sent, clip] };

export const withoutClip = (content: DraftContent, clipId: string): DraftContent => ({
  ...content,
  sent: content.sent.filter((bubble) => !(isClip(bubble) && bubble.clipId === clipId)),
  done: false,
});

/** The transcript as it was read and confirmed; a question that is done stays done. */
export const withTranscript = (content: DraftContent, clipId: string, text: string): DraftContent => ({
  ...content,
  sent: content.sent.map((bubble) => (isClip(bubble) && bubble.clipId === clipId ? { ...bubble, text } : bubble)),
});

export const withSeconds = (content: DraftContent, seconds: number): DraftContent => ({
  ...content,
  seconds: Math.max(content.seconds ?? 0, Math.round(seconds * 10) / 10),
});

export const canFinish = (content: DraftContent): boolean =>
  content.typing.trim() !== '' || content.sent.some(saysSomething);

/** Two bubbles are the same when they say the same; a recording's bytes never change. */
export const sameBubble = (a: Bubble, b: Bubble | undefined): boolean => b !== undefined && nameOf(a) === nameOf(b);

/** Unlike for unlike bubbles; what never changes of a recording is its id. */
export const nameOf = (bubble: Bubble): string =>
  isClip(bubble) ? JSON.stringify([bubble.clipId, bubble.text ?? null]) : bubble;
