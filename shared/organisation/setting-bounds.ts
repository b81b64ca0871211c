import { limits } from '../limits.ts';
import type { Settings } from '../settings.ts';

/** The least and the most that a company may decide, where a number is one. Free of zod: the page shows them. */
export const settingBounds = {
  deadlineHours: [1, 1440],
  resumeWindowHours: [1, 336],
  graceMinutes: [0, 240],
  attempts: [1, 10],
  undoMinutes: [0, 1440],
  answersNeeded: [1, limits.questions],
  matchThreshold: [0, 1],
  reportMinutes: [1, 120],
  bookingDays: [1, 60],
  earlyMinutes: [0, 120],
  rebookings: [0, 20],
  remindAgainHours: [1, 168],
  handleMinutes: [1, 10_080],
  againHours: [1, 720],
  arrangeHours: [1, 720],
  leaverCost: [0, 10_000_000],
} as const satisfies Partial<Record<keyof Settings, readonly [number, number]>>;

/** Minutes before a time: ten minutes to a fortnight. */
const reminderBounds = [10, 20_160] as const;

type Own = { [K in keyof Settings]?: Settings[K] | undefined };

/** Settings that cannot be so, by their names. */
export function settingProblems(own: Own): (keyof Settings)[] {
  const outside = (Object.keys(settingBounds) as (keyof typeof settingBounds)[]).filter((name) => {
    const value = own[name];
    const [least, most] = settingBounds[name];
    return typeof value === 'number' && (value < least || value > most);
  });
  const { timeZone, reminders, channels, quiet } = own;
  return [
    ...outside,
    ...(timeZone === undefined || isZone(timeZone) ? [] : (['timeZone'] as const)),
    ...(reminders === undefined || areReminders(reminders) ? [] : (['reminders'] as const)),
    ...(channels === undefined || new Set(channels).size === channels.length ? [] : (['channels'] as const)),
    ...(quiet === undefined || quiet === null || quiet.from !== quiet.to ? [] : (['quiet'] as const)),
  ];
}

/** The longest first, each once. */
const areReminders = (minutes: readonly number[]): boolean =>
  minutes.every((one, i) => {
    const before = minutes[i - 1];
    return one >= reminderBounds[0] && one <= reminderBounds[1] && (before === undefined || one < before);
  });

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
