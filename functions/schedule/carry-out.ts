import { type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { Due, DueRef } from '#functions/ports.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { dueItems } from '#shared/schedule/due-items.ts';

export type DueDeps = CommandDeps & { due: Due };

type Owed = {
  command: (state: InterviewState) => InterviewCommand;
  /** Whether it is owed at all. */
  holds?: (state: InterviewState) => boolean;
  /** When it is owed next; by default what the state says. */
  next?: (state: InterviewState) => string | undefined;
};

/**
 * What falls due is a command of the system's own. Its commit replaces the item it comes from; where nothing was decided
 * the item is older than what it stands for, and moves or goes. Contended to the end it stays due.
 */
export async function carryOut(deps: DueDeps, ref: DueRef, { command, holds = () => true, next }: Owed): Promise<void> {
  const { company, interviewId } = ref;
  const ofKind = (state: InterviewState) => dueItems(state).find(({ kind }) => kind === ref.kind)?.at;
  let before: InterviewState | undefined;
  const done = await perform(deps, {
    company,
    interviewId,
    mayAct: holds,
    prepare: async (state) => {
      before = state;
      return { command: command(state) };
    },
    answer: nothingMore,
  });
  if (!done.ok) return done.error.code === 'version_conflict' ? undefined : deps.due.settle(ref);
  const { state } = done.value;
  const at = ofKind(state);
  // Of three requests a reminder takes this would be one, for an item that the commit has replaced.
  const replaced = before !== undefined && before.version !== state.version && ofKind(before) !== at;
  if (!replaced) await deps.due.settle(ref, next ? next(state) : at);
}
