import type { LearningTurns } from '#functions/ports/learning.ts';
import type { Boards } from '#functions/ports/workbench.ts';
import type { Clock, Queue } from '#functions/ports.ts';
import { plusHours } from '#shared/interview/windows.ts';
import { limits } from '#shared/limits.ts';

export type TurnsDeps = { turns: LearningTurns; boards: Pick<Boards, 'due'>; queue: Queue; clock: Clock };

/** Companies that are known to have a turn, so that a warm function does not ask again each minute. */
const begun = new WeakMap<LearningTurns, Set<string>>();

/**
 * With the minute's tick: a job for each company whose week is over. A company's first turn comes a day after something
 * first happened in it. Handed over before it is settled: after a crash in between it learns twice, never not at all.
 */
export async function askLearning({ turns, boards, queue, clock }: TurnsDeps): Promise<number> {
  const now = clock.now();
  const known = begun.get(turns) ?? new Set<string>();
  begun.set(turns, known);
  const fresh = (await boards.due(now)).filter(({ company }) => !known.has(company));
  for (const { company } of fresh) {
    await turns.begin(company, plusHours(now.toISOString(), hoursOfDay));
    known.add(company);
  }
  const due = await turns.due(now);
  if (due.length === 0) return 0;
  await queue.send(due.map((company) => ({ queue: 'learn' as const, company })));
  const next = plusHours(now.toISOString(), limits.analytics.learnDays * hoursOfDay);
  await Promise.all(due.map((company) => turns.next(company, next)));
  return due.length;
}

const hoursOfDay = 24;
