import type { DraftContent } from '#shared/interview/draft.ts';
import { type EndSummary, endSummary } from './chat.ts';
import type { InterviewView } from './room.ts';

export type LeaveChoices = {
  /** Ends it now: what counts, what does not, which status follows. */
  finish: EndSummary;
  /** Leaves and comes back: until when. */
  save: { status: 'in_progress'; until: string };
  /** Withdraws. */
  giveUp: { status: 'cancelled' };
  /** Everything said is with the server. */
  allSaved: boolean;
  /** Recordings and files on their way; `done` 0 to 1. */
  pending: { clips: number; done: number };
  /** Numbers of questions with something heard that was not read yet. */
  unread: number[];
  /** Numbers of questions with a clip that will not arrive as it is. */
  failed: number[];
};

type Facts = {
  view: Pick<InterviewView, 'questions' | 'answersNeeded' | 'closesAt'>;
  content(questionId: string): DraftContent;
  hasUnsaved: boolean;
  pending: { clips: number; done: number };
  unread: number[];
  failed: number[];
};

/** What each way out would mean at this moment; the server's `decide` asks the same `assess`. */
export const leaveChoices = ({ view, content, hasUnsaved, pending, unread, failed }: Facts): LeaveChoices => ({
  finish: endSummary(view.questions, view.answersNeeded, content),
  save: { status: 'in_progress', until: view.closesAt },
  giveUp: { status: 'cancelled' },
  allSaved: !hasUnsaved && pending.clips === 0 && failed.length === 0,
  pending,
  unread,
  failed,
});
