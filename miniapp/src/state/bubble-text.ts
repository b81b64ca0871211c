import type { Copy } from '#shared/copy/copy.ts';
import { isClip } from '#shared/interview/answer.ts';
import type { Bubble } from '#shared/interview/draft.ts';

/** 0:42, 10:00 */
export function lengthText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** 120 KB, 3.4 MB */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** A bubble where only words can stand. */
export function bubbleText(words: Copy['room']['clip'], bubble: Bubble): string {
  if (!isClip(bubble)) return bubble;
  const { kind, seconds, bytes, name, text = '' } = bubble;
  const shown = words.asText(name ?? words[kind], kind === 'file' ? sizeText(bytes) : lengthText(seconds));
  return text === '' ? shown : `${shown}\n${text}`;
}
