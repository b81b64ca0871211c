import type { FairnessStage } from '#shared/copy/zh/learning.ts';
import { learningWords } from '../words.ts';
import type { Fairness, Part } from './sections/fairness.tsx';

const words = learningWords.fairness;

const stages: Record<string, string> = words.stages satisfies Record<FairnessStage, string>;

/** What a part is called: a step, the rules of a position in a version, a scorer. */
export function nameOfPart({ kind, name, positionId }: Part, positions: Fairness['positions']): string {
  if (kind === 'stage') return stages[name] ?? name;
  if (kind === 'model') return name;
  const title = positions.find((one) => one.positionId === positionId)?.title ?? '';
  return words.rule(title, name.slice(name.lastIndexOf('@') + 1));
}

export const categoryName = (category: readonly string[]): string =>
  category.map((one) => words.categories[one] ?? one).join(' × ');

export const dimensionName = (dimensions: readonly string[]): string =>
  dimensions.length > 1 ? words.crossed : (words.dimensions[dimensions[0] ?? ''] ?? '');

type Marked = { flagged: boolean; sure: boolean; out: 'few' | 'under_share' | null };

/** What is to be said of a category; '' where there is nothing. */
export function markOf({ flagged, sure, out }: Marked): string {
  if (out !== null) return words.flags[out];
  if (sure) return words.flags.sure;
  return flagged ? words.flags.flagged : '';
}
