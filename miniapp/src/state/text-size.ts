import type { KeyValue } from './storage.ts';

export const textSizes = ['normal', 'large', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];

const key = 'text-size';

/** How large the interview's text is, as chosen on this device. */
export function readTextSize(storage: KeyValue): TextSize {
  const kept = storage.get<string>(key);
  return textSizes.find((size) => size === kept) ?? 'normal';
}

export function writeTextSize(storage: KeyValue, size: TextSize): void {
  try {
    storage.set(key, size);
  } catch {
    // Full: the choice holds until the page is left.
  }
}
