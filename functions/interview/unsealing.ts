import type { DraftChange } from '#functions/ports.ts';
import { draftNumber } from '#shared/interview/answer.ts';
import type { Draft } from '#shared/interview/draft.ts';
import type { InterviewState } from '#shared/interview/state.ts';

/** The drafts of an attempt that goes on take saves again, under the new opening. */
export const unsealing = (before: InterviewState, after: InterviewState, drafts: Draft[]): DraftChange[] =>
  before.status === 'in_progress' || after.status !== 'in_progress'
    ? []
    : drafts.map(({ questionId }) => ({
        op: 'unseal',
        attempt: after.attempt,
        questionId,
        number: draftNumber(after.epoch, 0),
      }));
