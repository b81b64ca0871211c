import type { DueRef } from '#functions/ports.ts';
import { carryOut, type DueDeps } from '#functions/schedule/carry-out.ts';

/** A report without numbers is asked for again, now that the scorer may be back; the one there is stays. */
export const rescore = (deps: DueDeps, ref: DueRef): Promise<void> =>
  carryOut(deps, ref, {
    command: () => ({ type: 'askEvaluation', by: 'system', because: 'rescored' }),
    holds: ({ report }) => report.mode === 'evidence_only',
  });
