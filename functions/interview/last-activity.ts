import type { Draft } from '#shared/interview/draft.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { later } from '#shared/interview/windows.ts';

/** The last sign of life: the aggregate is not touched by a save, so the drafts know better. */
export const lastActivity = (state: InterviewState, drafts: Draft[]): string =>
  drafts.reduce((last, draft) => later(draft.savedAt, last), state.activeAt ?? state.invitedAt);
