import type { DraftContent } from '#shared/interview/draft.ts';
import type { Aside } from './asides.ts';
import { canFinish } from './edits.ts';
import type { Entry } from './journal.ts';
import { sameContent } from './restore.ts';
import type { InterviewView } from './room.ts';

/** Why a conversation cannot go on: its time is up, it was ended somewhere else, or it was called off. */
export type Why = 'deadline' | 'ended' | 'cancelled';

/** Never ended by anybody: its time ran out. Answers may be complete, and still nobody handed them in. */
export const isLapsed = ({ status, milestones, closesAt, answeredIds }: InterviewView): boolean =>
  status === 'no_show' ||
  (status === 'incomplete' &&
    answeredIds.length === 0 &&
    milestones.endedAt !== null &&
    Date.parse(milestones.endedAt) > Date.parse(closesAt));

/** `in_progress` is one that the server takes nothing for any more, though it has not closed it yet. */
export function whyOver(view: InterviewView): Why {
  if (view.status === 'cancelled') return 'cancelled';
  return view.status === 'in_progress' || isLapsed(view) ? 'deadline' : 'ended';
}

/** How many questions the server holds something for. */
export const savedCount = ({ drafts }: Pick<InterviewView, 'drafts'>): number =>
  drafts.filter(({ content }) => canFinish(content)).length;

/** What was said on this device and is not in the answers the server has. */
export function leftHere(
  { questions, drafts }: Pick<InterviewView, 'questions' | 'drafts'>,
  local: (questionId: string) => Entry | undefined,
): Aside[] {
  return questions.flatMap(({ id }) => {
    const here = local(id);
    if (!here || here.acknowledged >= here.number || !canFinish(here.content)) return [];
    const there: DraftContent | undefined = drafts.find(({ questionId }) => questionId === id)?.content;
    return there && sameContent(there, here.content) ? [] : [{ questionId: id, content: here.content, here: true }];
  });
}
