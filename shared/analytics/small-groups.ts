import { limits } from '../limits.ts';

/** Places in a list of groups whose sum is published beside them. */
type Total = readonly number[];

/**
 * Which groups may be shown, by their sizes. A group under the minimum is hidden. So that nobody computes it as what a
 * published total leaves over, the hidden ones of every total are at least two and together reach the minimum; the
 * smallest others are hidden with them until that holds. Empty groups hide nobody and are no cover.
 *
 * `totals`: for groups side by side all of them (the default); for a table crossed from two dimensions each row and
 * each column. What several such tables of overlapping people give away together is not looked at.
 */
export function shownGroups(sizes: readonly number[], totals: readonly Total[] = [[...sizes.keys()]]): boolean[] {
  const size = (at: number) => sizes[at] ?? 0;
  const shown = sizes.map((n) => n === 0 || n >= limits.analytics.group);
  for (let settled = false; !settled; ) {
    settled = true;
    for (const total of totals) {
      const hidden = total.filter((at) => !shown[at]);
      const covered = hidden.length > 1 && hidden.reduce((n, at) => n + size(at), 0) >= limits.analytics.group;
      if (hidden.length === 0 || covered) continue;
      const [next] = total.filter((at) => shown[at] && size(at) > 0).sort((a, b) => size(a) - size(b));
      if (next === undefined) continue;
      shown[next] = false;
      settled = false;
    }
  }
  return shown;
}

/** A single group with no others beside it. */
export const mayShow = (size: number): boolean => size >= limits.analytics.group;

/** The rows and columns of a table written row by row. */
export const rowsAndColumns = (rows: number, columns: number): number[][] => [
  ...Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => row * columns + column)),
  ...Array.from({ length: columns }, (_, column) => Array.from({ length: rows }, (__, row) => row * columns + column)),
];
