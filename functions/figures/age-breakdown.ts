import type { Learning } from '#functions/ports/learning.ts';
import { rateOf } from '#shared/analytics/rate.ts';
import { ageBands } from '#shared/learning/voluntary.ts';
import type { Breakdown } from './counted.ts';
import type { Subject } from './period.ts';

export type AgeDeps = { learning: Pick<Learning, 'newest'> };

/**
 * No-shows by how old candidates chose to say they are, as the newest fairness report counted them: everybody it looked at,
 * whatever days are asked about, and only the groups that it shows. What one person said is not read here, and counters do
 * not hold it. Nothing where a part of the company is asked about.
 */
export async function ageBreakdown({ learning }: AgeDeps, { company, scopes }: Subject): Promise<Breakdown[]> {
  if (!scopes.includes(null)) return [];
  const report = await learning.newest(company, 'fairness');
  const came = report?.value.parts.find(({ kind, name }) => kind === 'stage' && name === 'came');
  const table = came?.tables.find(({ dimensions }) => dimensions.join() === 'age');
  const categories = table?.categories ?? [];
  const groups = ageBands.flatMap((value) => {
    const found = categories.find(({ category }) => category[0] === value);
    if (found === undefined) return [];
    const { cases: cameCases, of } = found.rate;
    return [{ value, name: null, hidden: false, share: rateOf({ cases: of - cameCases, of }) }];
  });
  return groups.length === 0 ? [] : [{ by: 'age', name: null, groups }];
}
