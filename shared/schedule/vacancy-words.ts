import { fillsSeat } from '../interview/hiring.ts';
import type { InterviewState } from '../interview/state.ts';
import { later, plusHours, plusMinutes } from '../interview/windows.ts';
import { limits } from '../limits.ts';

/**
 * Where the look at the vacancies that is due at `at` is the one right after a step: when its owner hears of what is still
 * missing. Not before a decision can be taken back no more; a step that fills nothing is no news of its own.
 */
export function firstWordAt(state: InterviewState, at: string): string | undefined {
  const { movedAt, joinedAt, told } = state.hiring;
  if (movedAt === null || at !== plusMinutes(movedAt, limits.verifyMinutes)) return undefined;
  if (!fillsSeat(state) || joinedAt !== null) return plusHours(at, limits.vacancyReminderHours);
  // A minute more: two looks are never due at one instant.
  const soon = plusMinutes(at, 1);
  return told || state.decidedAt === null ? soon : later(soon, plusMinutes(state.decidedAt, state.terms.undoMinutes));
}
