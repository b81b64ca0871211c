import { type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { Requisitions } from '#functions/ports/hiring.ts';
import type { Copies, Due, DueRef, Queue } from '#functions/ports.ts';
import { afterChange } from '#functions/requisition/settle.ts';
import { bringUpToDate } from '#functions/sync/bring-up-to-date.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import { fillsSeat } from '#shared/interview/hiring.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { plusHours } from '#shared/interview/windows.ts';
import { limits } from '#shared/limits.ts';
import { dueItems } from '#shared/schedule/due-items.ts';
import { firstWordAt } from '#shared/schedule/vacancy-words.ts';

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

type VacancyDeps = CommandDeps & { due: Due; copies: Copies; requisitions: Requisitions; queue: Queue };

/**
 * Who is hired may have changed a moment ago: the requisition closes or opens, whatever became of the reaction. Whoever
 * moved last brings its owner word of what is still missing, until nothing is.
 */
export async function vacancies(deps: VacancyDeps, ref: DueRef): Promise<void> {
  const { company, interviewId } = ref;
  const done = await bringUpToDate(deps, company, interviewId);
  if (done === undefined) return deps.due.settle(ref);
  await afterChange(deps, company, done.state);
  await deps.due.settle(ref, await nextWord(deps, ref, done.state));
}

const hourMs = 3_600_000;

/** When this interview says next how many are missing; undefined: another one does, or nobody has to. */
async function nextWord(deps: VacancyDeps, ref: DueRef, state: InterviewState): Promise<string | undefined> {
  const { company, interviewId, at } = ref;
  const { requisitionId } = state;
  const { standing, reporter, report } = deps.requisitions;
  const [now, by] = await Promise.all([standing(company, requisitionId), reporter(company, requisitionId)]);
  const open = now !== undefined && now.closedAt === null && now.filled < now.vacancies;
  const moved = firstWordAt(state, at);
  if (moved !== undefined) {
    if (!open || (by === null && !fillsSeat(state))) return undefined;
    await report(company, requisitionId, interviewId);
    return moved;
  }
  if (!open || by !== interviewId) return undefined;
  const generation = Math.floor(Date.parse(at) / hourMs);
  await deps.queue.send([{ queue: 'deliver', company, interviewId, kind: 'vacancies_left', generation }]);
  return plusHours(at, limits.vacancyReminderHours);
}
