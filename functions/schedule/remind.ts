import type { DueRef } from '#functions/ports.ts';
import { dueReminders } from '#shared/schedule/reminders.ts';
import { carryOut, type DueDeps } from './carry-out.ts';

/** A reminder is due: that is an event, and the event brings the messages. Where it would disturb now it waits. */
export function remind(deps: DueDeps, ref: DueRef): Promise<void> {
  const now = deps.clock.now();
  return carryOut(deps, ref, {
    command(state) {
      const { due, dropped } = dueReminders(state, now);
      return { type: 'remind', by: 'system', due, dropped };
    },
    next: (state) => dueReminders(state, now).next,
  });
}
