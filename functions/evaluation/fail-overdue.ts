import type { DueRef } from '#functions/ports.ts';
import { carryOut, type DueDeps } from '#functions/schedule/carry-out.ts';

/** The promised time is over and there is no report: HR is told and judges from the answers; a late report still counts. */
export const failOverdue = (deps: DueDeps, ref: DueRef): Promise<void> =>
  carryOut(deps, ref, {
    command: ({ attempt }) => ({ type: 'failReport', by: 'system', attempt, reason: 'timeout' }),
  });
