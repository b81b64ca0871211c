import { type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { Due, DueRef } from '#functions/ports.ts';

/** A report without numbers is asked for again, now that the scorer may be back; the one there is stays. */
export async function rescore(deps: CommandDeps & { due: Due }, ref: DueRef): Promise<void> {
  const { company, interviewId } = ref;
  const done = await perform(deps, {
    company,
    interviewId,
    mayAct: ({ report }) => report.mode === 'evidence_only',
    prepare: async () => ({ command: { type: 'askEvaluation', by: 'system', because: 'rescored' } }),
    answer: nothingMore,
  });
  // Contended to the end: it stays due. Otherwise the commit has taken the due item with it, or it no longer holds.
  if (!done.ok && done.error.code === 'version_conflict') return;
  await deps.due.settle(ref);
}
