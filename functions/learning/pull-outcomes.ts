import { type WriteOutcomeDeps, writeOutcome } from '#functions/outcome/write.ts';
import type { Learning } from '#functions/ports/learning.ts';
import type { OutcomeSource } from '#functions/ports/outcomes.ts';
import type { Clock } from '#functions/ports.ts';

/** `outcomeSource`: where the company's own system is connected. */
export type PullDeps = WriteOutcomeDeps & {
  learning: Pick<Learning, 'newest'>;
  clock: Clock;
  outcomeSource?: OutcomeSource;
};

const beginning = new Date(0).toISOString();

/** What a connected system says of those who were hired, since the last turn; a correction of ours there is one here. */
export async function pullOutcomes(deps: PullDeps, company: string): Promise<void> {
  if (deps.outcomeSource === undefined) return;
  const last = await deps.learning.newest(company, 'fairness');
  const made = { at: deps.clock.now().toISOString(), by: 'system', from: 'connector' as const };
  for (const given of await deps.outcomeSource.since(company, last?.at ?? beginning)) {
    await writeOutcome(deps, company, { given, read: undefined, made });
  }
}
