import { type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { Requisitions } from '#functions/ports/hiring.ts';
import type { Due, DueRef } from '#functions/ports.ts';

/** Somebody is told that the requisition closed, or is open again: as it stands at this moment. */
export async function followRequisition(
  deps: CommandDeps & { due: Due; requisitions: Requisitions },
  ref: DueRef,
): Promise<void> {
  const { company, interviewId } = ref;
  const done = await perform(deps, {
    company,
    interviewId,
    mayAct: () => true,
    prepare: async ({ requisitionId }) => {
      const now = await deps.requisitions.standing(company, requisitionId);
      return {
        command: { type: 'followRequisition', by: 'system', closed: now !== undefined && now.closedAt !== null },
      };
    },
    answer: nothingMore,
  });
  if (!done.ok && done.error.code === 'version_conflict') return;
  await deps.due.settle(ref);
}
