import type { QuestionKind } from '#shared/interview/plan.ts';

/** How many questions there are of each kind, in the order they first come. */
export function questionKindCounts(questions: { kind: QuestionKind }[]): { kind: QuestionKind; count: number }[] {
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ kind, count: questions.filter((question) => question.kind === kind).length }));
}
