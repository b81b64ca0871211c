import { type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { Requisitions } from '#functions/ports/hiring.ts';
import type { Copies, Due, DueRef } from '#functions/ports.ts';
import { afterChange } from '#functions/requisition/settle.ts';
import { bringUpToDate } from '#functions/sync/bring-up-to-date.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import { dueItems } from '#shared/schedule/due-items.ts';

/** A second interview that nobody arranged, an offer that nobody answered: what time makes of it. */
export async function overdue(
  deps: CommandDeps & { due: Due },
  ref: DueRef,
  command: InterviewCommand & { type: 'arrangeOverdue' | 'lapseOffer' },
): Promise<void> {
  const { company, interviewId } = ref;
  const done = await perform(deps, {
    company,
    interviewId,
    mayAct: () => true,
    prepare: async () => ({ command }),
    answer: nothingMore,
  });
  if (!done.ok && done.error.code === 'version_conflict') return;
  // Where nothing was decided the item is older than what it stands for.
  const owed = done.ok ? dueItems(done.value.state).find(({ kind }) => kind === ref.kind) : undefined;
  await deps.due.settle(ref, owed?.at);
}

/** Who is hired may have changed a moment ago: the requisition closes or opens, whatever became of the reaction. */
export async function vacancies(
  deps: CommandDeps & { due: Due; copies: Copies; requisitions: Requisitions },
  ref: DueRef,
): Promise<void> {
  const { company, interviewId } = ref;
  const done = await bringUpToDate(deps, company, interviewId);
  if (done !== undefined) await afterChange(deps, company, done.state);
  await deps.due.settle(ref);
}
