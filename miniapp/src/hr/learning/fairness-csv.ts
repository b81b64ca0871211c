import { csvOf } from '#shared/intake/csv.ts';
import { learningWords } from '../words.ts';
import { categoryName, dimensionName, markOf, nameOfPart } from './fairness-names.ts';
import { decimal } from './number-text.ts';
import type { Fairness, Pack } from './sections/fairness.tsx';

const words = learningWords.fairness;

/** Every category that is shown, one a line; the method at the end. */
export function fairnessCsv(pack: Pack, positions: Fairness['positions']): string {
  const rows = pack.parts.flatMap((part) =>
    part.tables.flatMap(({ dimensions, categories }) =>
      categories.map((one) => [
        words.kinds[part.kind],
        nameOfPart(part, positions),
        dimensionName(dimensions),
        categoryName(one.category),
        String(one.rate.cases),
        String(one.rate.of),
        decimal(one.rate.rate, 4),
        decimal(one.rate.low, 4),
        decimal(one.rate.high, 4),
        one.ratio === null ? '' : decimal(one.ratio, 4),
        one.p === null ? '' : decimal(one.p, 4),
        markOf(one),
      ]),
    ),
  );
  return csvOf([[...words.columns], ...rows, [], [words.method]]);
}
