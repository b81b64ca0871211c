import type { Flag } from './report.ts';
import type { Judgement } from './scorer.ts';

/**
 * What was said and where, without a number: the scorer that was asked did not answer, and a person judges.
 * `flagsOf`: what is known of a question's answer beside that.
 */
export const evidenceOnly = (
  { nextQuestions, dimensions, items }: Judgement,
  flagsOf: (questionId: string) => Flag[] = () => [],
): Omit<Judgement, 'usage'> => ({
  overall: null,
  insufficient: true,
  mode: 'evidence_only',
  dimensions: dimensions.map(({ name, weight, reasons }) => ({
    name,
    weight,
    score: null,
    reasons: reasons.filter(({ kind }) => kind !== 'deducted').map(({ points: _1, worth: _2, ...reason }) => reason),
  })),
  items: items.map((item) => ({
    ...item,
    score: null,
    flags: [...new Set<Flag>([...item.flags, ...flagsOf(item.questionId), 'scorer_unavailable'])].sort(),
  })),
  ...(nextQuestions && { nextQuestions }),
});
