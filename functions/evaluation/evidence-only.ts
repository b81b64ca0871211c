import type { Flag, Report } from '#shared/evaluation/report.ts';
import type { Judgement } from '#shared/evaluation/scorer.ts';

/** What was said and where, without a number: the scorer that was asked for did not answer, and a person judges. */
export function evidenceOnly({ nextQuestions, dimensions, items }: Judgement): Judgement & { mode: Report['mode'] } {
  return {
    overall: null,
    insufficient: true,
    mode: 'evidence_only',
    dimensions: dimensions.map(({ name, weight, reasons }) => ({
      name,
      weight,
      score: null,
      reasons: reasons.filter(({ kind }) => kind !== 'deducted').map(({ points: _, ...reason }) => reason),
    })),
    items: items.map((item) => ({
      ...item,
      score: null,
      flags: [...new Set<Flag>([...item.flags, 'scorer_unavailable'])].sort(),
    })),
    ...(nextQuestions && { nextQuestions }),
  };
}
