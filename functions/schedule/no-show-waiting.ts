import { type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { Due, DueRef } from '#functions/ports.ts';
import { dueItems } from '#shared/schedule/due-items.ts';

/** Nobody dealt with a no-show in the time the company allows: HR is told. */
export async function noShowWaiting(deps: CommandDeps & { due: Due }, ref: DueRef): Promise<void> {
  const { company, interviewId } = ref;
  const done = await perform(deps, {
    company,
    interviewId,
    mayAct: () => true,
    prepare: async () => ({ command: { type: 'noShowWaiting', by: 'system' } }),
    answer: nothingMore,
  });
  if (!done.ok && done.error.code === 'version_conflict') return;
  // Where nothing was decided the item is older than what it stands for.
  const owed = done.ok ? dueItems(done.value.state).find(({ kind }) => kind === ref.kind) : undefined;
  await deps.due.settle(ref, owed?.at);
}
