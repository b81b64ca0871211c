import type { Step, Told } from './facts.ts';
import { reminderChannels } from './names.ts';

/** What came of one reminder by one channel. `arrived`: as the provider's receipt says, null without one. */
export type ByChannel = {
  channel: (typeof reminderChannels)[number];
  state: 'sent' | 'refused' | 'unknown';
  arrived: boolean | null;
};
/** `at`: when it was due. */
export type ReminderFacts = { at: string; version: number; byChannel: ByChannel[]; reached: boolean; read: boolean };

const states = { sent: 'sent', refused: 'refused', unknown: 'unknown' } as const;

/** The reminders of an interview of which something is known by now: one that was only just due is none yet. */
export function remindersOf(steps: readonly Step[], told: readonly Told[]): ReminderFacts[] {
  return steps.flatMap(({ event, version, after }) => {
    if (event.type !== 'reminder_due' || event.data.of === 'meeting') return [];
    const own = told.filter(({ generation }) => generation === version);
    const byChannel = reminderChannels.flatMap((channel) => {
      const one = own.find((found) => found.channel === channel);
      const state = states[one?.state as keyof typeof states];
      if (one === undefined || state === undefined) return [];
      return [{ channel, state, arrived: one.receipt === null ? null : one.receipt === 'ok' }];
    });
    const failed = steps.some(
      (later) =>
        later.version > version &&
        later.event.type === 'reminder_failed' &&
        later.event.data.minutes === event.data.minutes &&
        later.after.appointment?.since === after.appointment?.since,
    );
    if (byChannel.length === 0 && !failed) return [];
    const reached = byChannel.some(({ state, arrived }) => state === 'sent' && arrived !== false);
    return [{ at: event.at, version, byChannel, reached, read: own.some(({ read }) => read) }];
  });
}
