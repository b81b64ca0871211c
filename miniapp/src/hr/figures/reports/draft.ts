import { type Dimension, dimensionValues } from '#shared/figures/names.ts';
import type { Report } from '../shapes.ts';

/** A grouping while it is written; the same value is in one group at most. */
export type Draft = { name: string; dimension: Dimension; groups: { key: number; name: string; values: string[] }[] };

export const emptyDraft: Draft = { name: '', dimension: 'source', groups: [{ key: 0, name: '', values: [] }] };

export const draftOf = ({ name, dimension, groups }: Report): Draft => ({
  name,
  dimension,
  groups: groups.map((group, key) => ({ ...group, key })),
});

export function problemOf({ name, groups }: Draft): 'name' | 'group' | undefined {
  if (name.trim() === '') return 'name';
  return groups.some((group) => group.name.trim() === '' || group.values.length === 0) ? 'group' : undefined;
}

export const read = ({ name, dimension, groups }: Draft): Omit<Report, 'reportId'> => ({
  name: name.trim(),
  dimension,
  groups: groups.map((group) => ({ name: group.name.trim(), values: group.values })),
});

/** In this group, and out of every other; or in none. */
export function toggled(draft: Draft, key: number, value: string): Draft {
  const has = draft.groups.find((group) => group.key === key)?.values.includes(value) ?? false;
  return {
    ...draft,
    groups: draft.groups.map((group) => {
      const rest = group.values.filter((one) => one !== value);
      return { ...group, values: group.key === key && !has ? [...rest, value] : rest };
    }),
  };
}

export const leftOut = ({ dimension, groups }: Draft): string[] =>
  dimensionValues[dimension].filter((value) => !groups.some(({ values }) => values.includes(value)));

export const withGroup = (draft: Draft): Draft => ({
  ...draft,
  groups: [...draft.groups, { key: Math.max(-1, ...draft.groups.map(({ key }) => key)) + 1, name: '', values: [] }],
});
