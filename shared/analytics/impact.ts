import { median } from 'simple-statistics';
import { limits } from '../limits.ts';
import { fishersExact } from './fishers-exact.ts';
import { type Count, type Rate, rateOf, together } from './rate.ts';
import { rowsAndColumns, shownGroups } from './small-groups.ts';

/** What somebody said of themselves, of their own will: category by dimension ('sex' → 'female'); absent: not said. */
export type Said = Partial<Record<string, string>>;

/** One person at one step: whether they passed it. */
export type Passage = { said: Said; passed: boolean };

/**
 * One category at one step. `ratio`: its rate over the highest; null where nobody passed at all, or where it is out.
 * `out`: too few to judge. `flagged`: under four fifths of the highest. `p`: Fisher's exact test against the highest;
 * `sure`: flagged, and p is under 5 %.
 */
export type Impact = {
  category: string[];
  rate: Rate;
  ratio: number | null;
  flagged: boolean;
  p: number | null;
  sure: boolean;
  out: 'under_share' | 'few' | null;
  /** Whether it may be shown: groups under the minimum, and those from which such a group could be computed, may not. */
  shown: boolean;
};

/** `unknown`: people the ratios leave out because they did not say. `highest`: what the others are measured by. */
export type ImpactTable = { dimensions: string[]; categories: Impact[]; highest: string[] | null; unknown: Count };

/** Whether categories under 2 % of the people get no ratio; the rule allows it and asks that it be said. */
export type ImpactOptions = { leaveOutSmall: boolean };

/** UGESP § 4 D: less than four fifths of the highest rate is generally regarded as evidence of adverse impact. */
const fourFifths = 0.8;
const significant = 0.05;
/** 48/60 is four fifths, and floating point is not to make it less. */
const hair = 1e-9;

const key = (category: readonly string[]) => JSON.stringify(category);

/**
 * Selection rates and impact ratios of categories. A category under 2 % of the people, or too small to be judged, is
 * listed with its rate, without a ratio, and never the measure of others.
 * Source: 6 RCNY § 5-301(b) (New York's Local Law 144); four fifths: 29 CFR § 1607.4 D; which test: UGESP Q&A 20-24.
 */
export function impactOf(
  counts: readonly (Count & { category: string[] })[],
  { leaveOutSmall }: ImpactOptions,
): Omit<Impact, 'shown'>[] {
  const { of: everybody } = together(counts);
  const rows = counts.flatMap(({ category, ...count }) => {
    const rate = rateOf(count);
    if (!rate) return [];
    const small = leaveOutSmall && count.of < limits.analytics.categoryShare * everybody;
    const few = count.of < limits.analytics.compared;
    return [{ category, rate, out: small ? ('under_share' as const) : few ? ('few' as const) : null }];
  });
  const highest = rows
    .filter(({ out }) => out === null)
    .reduce<Rate | null>((best, { rate }) => (best === null || rate.rate > best.rate ? rate : best), null);
  return rows.map(({ category, rate, out }) => {
    if (out || !highest || highest.cases === 0)
      return { category, rate, ratio: null, flagged: false, p: null, sure: false, out };
    const ratio = rate.rate / highest.rate;
    const p = rate === highest ? null : fishersExact(rate, highest);
    const flagged = ratio < fourFifths - hair;
    return { category, rate, ratio, flagged, p, sure: flagged && p !== null && p < significant, out };
  });
}

/** The table of one dimension, or of the intersections of two. */
function impactTable(passages: readonly Passage[], dimensions: string[], options: ImpactOptions): ImpactTable {
  const known = Map.groupBy(passages, ({ said }) => {
    const category = dimensions.map((dimension) => said[dimension]);
    return category.every((one) => one !== undefined) ? key(category) : null;
  });
  const countOf = (people: readonly Passage[]): Count => ({
    cases: people.filter(({ passed }) => passed).length,
    of: people.length,
  });
  const axes = dimensions.map((_, at) => [
    ...new Set([...known.keys()].flatMap((one) => (one === null ? [] : [(JSON.parse(one) as string[])[at] ?? '']))),
  ]);
  const cells = axes
    .map((axis) => axis.toSorted())
    .reduce<string[][]>((all, axis) => all.flatMap((start) => axis.map((one) => [...start, one])), [[]])
    .map((category) => ({ category, ...countOf(known.get(key(category)) ?? []) }));
  const [rows = [], columns] = axes;
  const sizes = cells.map(({ of }) => of);
  const shown = shownGroups(sizes, columns ? rowsAndColumns(rows.length, columns.length) : undefined);
  const shownAt = new Map(cells.map(({ category }, at) => [key(category), shown[at] ?? false]));
  const impacts = impactOf(cells, options);
  return {
    dimensions,
    categories: impacts.map((one) => ({ ...one, shown: shownAt.get(key(one.category)) ?? false })),
    highest: impacts.find(({ ratio }) => ratio === 1)?.category ?? null,
    unknown: countOf(known.get(null) ?? []),
  };
}

/** Every dimension by itself, then every two of them crossed. */
export function impactTables(
  passages: readonly Passage[],
  dimensions: readonly string[],
  options: ImpactOptions = { leaveOutSmall: true },
): ImpactTable[] {
  const crossed = dimensions.flatMap((one, at) => dimensions.slice(at + 1).map((other) => [one, other]));
  return [...dimensions.map((one) => [one]), ...crossed].map((own) => impactTable(passages, own, options));
}

/** What may leave the house of a table: no numbers of categories that may not be shown, only how many they are. */
export function shownOf(table: ImpactTable): ImpactTable & { hidden: number } {
  const categories = table.categories.filter(({ shown }) => shown);
  const highest = categories.find(({ ratio }) => ratio === 1)?.category ?? null;
  return { ...table, categories, highest, hidden: table.categories.length - categories.length };
}

/**
 * Of scores a passage is one above the median of everybody's.
 * Source: 6 RCNY § 5-300 («scoring rate») and § 5-301(c).
 */
export function passagesOfScores(scored: readonly { said: Said; score: number }[]): Passage[] {
  if (scored.length === 0) return [];
  const middle = median(scored.map(({ score }) => score));
  return scored.map(({ said, score }) => ({ said, passed: score > middle }));
}
