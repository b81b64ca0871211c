import type { Clock, Due, DueRef } from '#functions/ports.ts';
import { plusMinutes } from '#shared/interview/windows.ts';

/** Ticks that try a failed item at once again; what passes by itself is late by no more than these. */
const soon = 3;
const longest = 60;

/** Minutes until an item that failed so often is tried again: 1, 1, 1, 2, 4, … 60. */
const waitsAfter = (failures: number): number => Math.min(longest, 2 ** Math.max(0, failures - soon));

/**
 * Moves an item that failed behind what is due now, so that those that always fail take no time from the others. The
 * next commit that sets it writes it anew, at its own time and without its failures.
 */
export async function setAside({ due, clock }: { due: Due; clock: Clock }, ref: DueRef): Promise<void> {
  const failures = await due.fail(ref);
  await due.settle(ref, plusMinutes(clock.now().toISOString(), waitsAfter(failures)));
}
