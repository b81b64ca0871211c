import type { Due, DueRef } from '#functions/ports.ts';
import type { ErrorCode } from '#shared/contract/errors.ts';
import { isAllowed } from '#shared/interview/transitions.ts';
import { closesAt, graceEndsAt } from '#shared/interview/windows.ts';
import { lastActivity } from './last-activity.ts';
import { type CommandDeps, nothingMore, perform } from './perform.ts';

/** A save or another writer came in between: it stays due. */
const passing: ErrorCode[] = ['draft_mismatch', 'version_conflict'];

/**
 * The window may be over: an interview not entered becomes 未参加, one left in the middle 未完成. A candidate who has been
 * saving since moves the due item instead.
 */
export async function lapse(deps: CommandDeps & { due: Due }, ref: DueRef): Promise<void> {
  const { company, interviewId } = ref;
  const drafts = async (attempt: number) =>
    attempt === 0 ? [] : deps.interviews.drafts(company, interviewId, attempt);
  const done = await perform(deps, {
    company,
    interviewId,
    mayAct: () => true,
    async prepare(state) {
      const open = await drafts(state.attempt);
      const activeAt = state.activeAt === null ? null : lastActivity(state, open);
      return {
        command: { type: 'lapse', by: 'system', activeAt },
        drafts: ({ attempt }) =>
          open.map(({ questionId, number }) => ({ op: 'seal' as const, attempt, questionId, number })),
      };
    },
    answer: nothingMore,
  });
  if (!done.ok) return passing.includes(done.error.code) ? undefined : deps.due.settle(ref);
  const { state } = done.value;
  if (!isAllowed('lapse', state.status)) return;
  const activeAt = state.activeAt === null ? null : lastActivity(state, await drafts(state.attempt));
  await deps.due.settle(ref, graceEndsAt(closesAt(state, activeAt), state.terms));
}
