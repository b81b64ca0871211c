import { type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { Due, DueRef } from '#functions/ports.ts';

/** The promised time is over and there is no report: HR is told and judges from the answers; a late report still counts. */
export async function failOverdue(deps: CommandDeps & { due: Due }, ref: DueRef): Promise<void> {
  const { company, interviewId } = ref;
  const done = await perform(deps, {
    company,
    interviewId,
    mayAct: () => true,
    prepare: async ({ attempt }) => ({ command: { type: 'failReport', by: 'system', attempt, reason: 'timeout' } }),
    answer: nothingMore,
  });
  // Contended to the end: it stays due.
  if (!done.ok && done.error.code === 'version_conflict') return;
  if (!done.ok || done.value.state.report.requestedAt === null) await deps.due.settle(ref);
}
