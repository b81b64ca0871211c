import type { Output, Query } from '#shared/contract/operations.ts';
import type { Queue } from '#shared/contract/workbench.ts';

export type Filter = Omit<Query<'workbench.list'>, 'cursor'>;
export type SavedFilter = Output<'workbench.filters'>['filters'][number];

export const queues = ['awaiting', 'judgement', 'no_show', 'trouble', 'today'] as const satisfies Queue[];

/** Without what is not asked, so that two of the same meaning look the same. */
export function filled(filter: Filter): Filter {
  const entries = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)));
}

export const keyOf = (filter: Filter): string => JSON.stringify(filled(filter));

/** How many conditions stand beside the queue and the name, which have places of their own. */
export function conditionsIn({ queue: _, name: __, ...filter }: Filter): number {
  const { from, to, scoreFrom, scoreTo, ...others } = filled(filter);
  const ranges = [from ?? to, scoreFrom ?? scoreTo].filter((one) => one !== undefined);
  return Object.keys(others).length + ranges.length;
}
