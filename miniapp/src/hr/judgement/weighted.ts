import type { Report } from '../review/quoted.ts';

/** The overall that follows from a person's scores where there are some and the report's elsewhere; null without any. */
export function weighted(dimensions: Report['dimensions'], own: Record<string, number>): number | null {
  const scored = dimensions.flatMap(({ name, weight, score }) => {
    const value = own[name] ?? score;
    return value === null ? [] : [{ weight, value }];
  });
  const weights = scored.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return null;
  return Math.round(scored.reduce((sum, { weight, value }) => sum + weight * value, 0) / weights);
}
