import type { DueRef } from '#functions/ports.ts';
import { carryOut, type DueDeps } from './carry-out.ts';

/** Nobody dealt with a no-show in the time the company allows: HR is told. */
export const noShowWaiting = (deps: DueDeps, ref: DueRef): Promise<void> =>
  carryOut(deps, ref, { command: () => ({ type: 'noShowWaiting', by: 'system' }) });
