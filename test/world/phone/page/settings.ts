/** What the person set on this phone, remembered over the end of the process. */
import { phone } from './state.ts';

export const settings = {
  /** Whether the person agreed to the mini-program's privacy guide; asked at the first use of what it protects. */
  privacy: 'ask' as 'ask' | 'agreed',
  /** What the guide does not name: `record`, `camera`, `file`, `album`, `calendar`, `clipboard`. */
  undeclared: [] as string[],
  /** What the phone lets WeChat itself use. */
  microphone: true,
  camera: true,
  /** What the person lets the mini-program use, by `scope.…`; absent where it was not decided. */
  scopes: {} as Record<string, boolean>,
  /** Whether a tap into a field raises a keyboard. */
  keyboard: true,
  /** The text size set in WeChat, 1 for the normal one. */
  fontScale: 1,
  /** Bytes the mini-program may keep in files. */
  fileRoom: 200 * 1024 * 1024,
};

export type Settings = typeof settings;

const key = () => `phone:${phone.platform}:${phone.person}:settings`;

export function loadSettings(): void {
  const text = localStorage.getItem(key());
  if (text) Object.assign(settings, JSON.parse(text));
}

export function changeSettings(change: Partial<Settings>): void {
  Object.assign(settings, change);
  localStorage.setItem(key(), JSON.stringify(settings));
}
