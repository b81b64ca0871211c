import { type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { Due, DueRef } from '#functions/ports.ts';
import { dueReminders } from '#shared/schedule/reminders.ts';

/** A reminder is due: that is an event, and the event brings the messages. Nothing of it where time says otherwise. */
export async function remind(deps: CommandDeps & { due: Due }, ref: DueRef): Promise<void> {
  const { company, interviewId } = ref;
  const now = deps.clock.now();
  let decided = false;
  const done = await perform(deps, {
    company,
    interviewId,
    mayAct: () => true,
    prepare: async (state) => {
      const { due, dropped } = dueReminders(state, now);
      decided = due !== null || dropped.length > 0;
      return { command: { type: 'remind', by: 'system', due, dropped } };
    },
    answer: nothingMore,
  });
  if (!done.ok && done.error.code === 'version_conflict') return;
  // Its commit has put the next one in this one's place.
  if (done.ok && decided) return;
  // Where nothing was decided the item is older than what it stands for, or it would disturb now: it moves, or goes.
  await deps.due.settle(ref, done.ok ? dueReminders(done.value.state, now).next : undefined);
}
