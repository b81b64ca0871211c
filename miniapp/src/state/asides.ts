import { emptyDraft } from '#shared/interview/answer.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import { canFinish } from './edits.ts';
import type { Journal } from './journal.ts';
import { type restore, sameContent } from './restore.ts';
import type { InterviewView } from './room.ts';

/** Text that stands beside an answer. `attempt`: of one that was given up since, on another device. */
export type Aside = { questionId: string; content: DraftContent; here: boolean; attempt?: number };

type Beside = Pick<Aside, 'questionId' | 'content'>;
export const isSameAside = (a: Beside, b: Beside): boolean =>
  a.questionId === b.questionId && sameContent(a.content, b.content);

/** What this device had not sent of attempts that were given up on another one: kept until it is put away. */
export function givenUp(journal: Journal, { interviewId, attempt }: InterviewView): Aside[] {
  return Array.from({ length: attempt - 1 }, (_, i) => i + 1).flatMap((old) =>
    Object.entries(journal.entries(interviewId, old)).flatMap(([questionId, { content, acknowledged, number }]) => {
      if (acknowledged < number && canFinish(content)) return [{ questionId, content, here: true, attempt: old }];
      journal.drop(interviewId, old, questionId);
      return [];
    }),
  );
}

/** What is shown beside the answers of this opening: each text once, and none that is the answer itself. */
export function asidesOf({ beside }: InterviewView, restored: ReturnType<typeof restore>, old: Aside[]): Aside[] {
  return [
    ...old,
    ...beside.map((aside) => ({ ...aside, here: false })),
    ...restored.beside
      .filter((aside) => !beside.some((one) => isSameAside(one, aside)))
      .map((aside) => ({ ...aside, here: true })),
  ].filter(({ questionId, content }) => !sameContent(content, restored.entries[questionId]?.content ?? emptyDraft));
}
