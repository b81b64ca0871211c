import type { KeepDeps } from '#functions/figures/keep.ts';
import { refreshFigures } from '#functions/figures/refresh.ts';
import type { Outcomes, StoredOutcome } from '#functions/ports/outcomes.ts';
import type { Copies } from '#functions/ports.ts';
import type { Outcome } from '#shared/contract/learning.ts';
import { hiredOf } from './hired.ts';
import { saysTheSame } from './same.ts';

export type WriteOutcomeDeps = KeepDeps & { outcomes: Outcomes; copies: Copies };
type Made = Pick<StoredOutcome, 'at' | 'by' | 'from' | 'saidAt'>;

/**
 * The next word about somebody who was hired, after the one of version `read` (0: none; undefined: whatever stands). What
 * stands already is not written again.
 */
export async function writeOutcome(
  deps: WriteOutcomeDeps,
  company: string,
  { given, read, made }: { given: Outcome; read: number | undefined; made: Made },
): Promise<'written' | 'same' | 'refused'> {
  const [known, hired] = await Promise.all([
    deps.outcomes.newest(company, given.applicationId),
    hiredOf(deps, company, given.applicationId),
  ]);
  if (known !== undefined && saysTheSame(known, given)) return 'same';
  // Whoever has left again is still somebody who was hired: what is known of them may be corrected.
  const whose = known ?? hired;
  const stands = known?.version ?? 0;
  if (whose === undefined || (read !== undefined && stands !== read)) return 'refused';
  const { interviewId, positionId } = whose;
  const leftOn = given.retention === 'left' ? given.leftOn : null;
  const next = { ...given, leftOn, interviewId, positionId, version: stands + 1, ...made };
  if (!(await deps.outcomes.put(company, next))) return 'refused';
  await refreshFigures(deps, company, interviewId);
  return 'written';
}
