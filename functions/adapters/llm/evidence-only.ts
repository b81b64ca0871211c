import type { Flag } from '#shared/evaluation/report.ts';
import type { Judgement } from '#shared/evaluation/scorer.ts';
import type { Rated } from './totals.ts';

/** What was said and where, without a number: a person judges, and the model again when it is back. */
export function evidenceOnly(embedded: Judgement, rated: Rated[]): Omit<Judgement, 'usage'> {
  const flagsOf = (questionId: string): Flag[] =>
    rated.filter((one) => one.questionId === questionId).flatMap(({ verdict }) => verdict.flags);
  return {
    overall: null,
    insufficient: true,
    mode: 'evidence_only',
    dimensions: embedded.dimensions.map(({ name, weight, reasons }) => ({
      name,
      weight,
      score: null,
      reasons: reasons.filter(({ kind }) => kind !== 'deducted').map(({ points: _1, worth: _2, ...reason }) => reason),
    })),
    items: embedded.items.map((item) => ({
      ...item,
      score: null,
      flags: [...new Set<Flag>([...item.flags, ...flagsOf(item.questionId), 'scorer_unavailable'])].sort(),
    })),
    ...(embedded.nextQuestions && { nextQuestions: embedded.nextQuestions }),
  };
}
