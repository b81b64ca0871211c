import type { Output } from '#shared/contract/operations.ts';
import { assess } from '#shared/interview/answer.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import { canFinish } from './edits.ts';

export type ChatQuestion = Output<'interview.get'>['questions'][number];
type ContentOf = (questionId: string) => DraftContent;

/** The next question that is not done after `after`, going round; undefined when all are. */
export function nextOpen(questions: ChatQuestion[], content: ContentOf, after?: string): string | undefined {
  const from = questions.findIndex((question) => question.id === after) + 1;
  const round = [...questions.slice(from), ...questions.slice(0, from)];
  return round.find((question) => !content(question.id).done)?.id;
}

/** How many questions the conversation has come to: up to the active one and any that holds something. */
export function reached(questions: ChatQuestion[], content: ContentOf, active: string | undefined): number {
  let last = 0;
  questions.forEach(({ id }, index) => {
    if (id === active || content(id).done || canFinish(content(id))) last = index;
  });
  return Math.min(questions.length, last + 1);
}

export type EndSummary = {
  outcome: 'submitted' | 'incomplete';
  missing: number;
  /** Numbers as the candidate sees them, from 1. */
  done: number[];
  open: number[];
  openRequired: number[];
  /** Of the open ones, those with something in them that will not count. */
  started: number[];
};

/** What an end at this moment would mean; the server's `decide` asks the same `assess`. */
export function endSummary(questions: ChatQuestion[], answersNeeded: number, content: ContentOf): EndSummary {
  const { outcome, missing, answeredIds } = assess(
    {
      questionIds: questions.map(({ id }) => id),
      requiredIds: questions.filter(({ required }) => required).map(({ id }) => id),
      answersNeeded,
    },
    Object.fromEntries(questions.map(({ id }) => [id, content(id)])),
  );
  const numbered = questions.map((question, index) => ({ ...question, number: index + 1 }));
  const open = numbered.filter(({ id }) => !answeredIds.includes(id));
  return {
    outcome,
    missing,
    done: numbered.filter(({ id }) => answeredIds.includes(id)).map(({ number }) => number),
    open: open.map(({ number }) => number),
    openRequired: open.filter(({ required }) => required).map(({ number }) => number),
    started: open.filter(({ id }) => canFinish(content(id))).map(({ number }) => number),
  };
}
