import { limits } from '../limits.ts';
import { type Count, type Rate, rateOf } from './rate.ts';
import { mayShow, shownGroups } from './small-groups.ts';

/** Numbers by name, as counters keep them. */
export type Cells = Readonly<Record<string, number>>;

export function sumCells(all: readonly Cells[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const cells of all) for (const [name, n] of Object.entries(cells)) sum[name] = (sum[name] ?? 0) + n;
  return sum;
}

/** How many people a figure still needs before it may be shown. */
export const missingFor = (of: number): number => Math.max(0, limits.analytics.group - of);

export type Figure = { share: Rate | null; missing: number };
export const figureOf = (count: Count): Figure => ({
  share: mayShow(count.of) ? rateOf(count) : null,
  missing: missingFor(count.of),
});

/** Figures side by side whose total is shown beside them: what would give a small one away is held back with it. */
export function figuresOf(counts: readonly Count[]): Figure[] {
  const shown = shownGroups(counts.map(({ of }) => of));
  return counts.map((count, at) => ({ share: shown[at] ? rateOf(count) : null, missing: missingFor(count.of) }));
}

export type Group = { value: string; name: string | null; hidden: boolean; share: Rate | null };
/** The groups of a dimension that anybody is in. */
export function groupsOf(groups: readonly { value: string; name: string | null; count: Count }[]): Group[] {
  const shown = shownGroups(groups.map(({ count }) => count.of));
  return groups.flatMap(({ value, name, count }, at) =>
    count.of === 0 ? [] : [{ value, name, hidden: !shown[at], share: shown[at] ? rateOf(count) : null }],
  );
}
