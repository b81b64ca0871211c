import type { Boards } from '#functions/ports/workbench.ts';
import type { Clock, Queue } from '#functions/ports.ts';
import { plusMinutes } from '#shared/interview/windows.ts';
import { limits } from '#shared/limits.ts';

export type AskBoardsDeps = { boards: Boards; queue: Queue; clock: Clock };

/**
 * With the minute's tick: one job for each company whose counts have changed, however often, so that nobody's board is set
 * more than once a minute. Handed over before it is settled: after a crash in between it is set twice, never not at all.
 */
export async function askBoards({ boards, queue, clock }: AskBoardsDeps): Promise<number> {
  const now = clock.now();
  const due = await boards.due(now);
  if (due.length === 0) return 0;
  await queue.send(due.map(({ company }) => ({ queue: 'board' as const, company })));
  const next = plusMinutes(now.toISOString(), limits.boardMinutes);
  await Promise.all(due.map((board) => boards.settle(board, next)));
  return due.length;
}
