import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { ok } from '#shared/result.ts';
import { call } from '../../api/call.ts';
import { usePolled } from '../use-polled.ts';
import { type Filter, filled, keyOf } from './filter.ts';
import { useChanges } from './use-changes.ts';

export type Row = Output<'workbench.list'>['rows'][number];
export type Requisition = Output<'requisition.list'>['requisitions'][number];
type More = { key: string; rows: Row[]; cursor: string | null };

/** What follows from time alone, like a day that begins, is on the screen this soon; everything else by `useChanges`. */
const everyMs = 60_000;

async function load(filter: Filter) {
  const [list, openings, judgements] = await Promise.all([
    call('workbench.list', { query: filled(filter) }),
    call('requisition.list'),
    call('workbench.judgements'),
  ]);
  if (!list.ok) return list;
  if (!openings.ok) return openings;
  const { requisitions } = openings.value;
  return ok({ ...list.value, requisitions, judgements: judgements.ok ? judgements.value : undefined });
}

/** The first page is kept fresh; further pages, once asked for, stay below it. */
export function useWorkbench(filter: Filter, alsoFresh: () => Promise<void>) {
  const key = keyOf(filter);
  const polled = usePolled(() => load(filter), { key, everyMs });
  const [further, setFurther] = useState<More>();
  /** What was there before another list was asked for, so that only the list waits. */
  const [last, setLast] = useState(polled.value);
  if (polled.value !== undefined && polled.value !== last) setLast(polled.value);
  const around = polled.value ?? last;
  useChanges({
    version: polled.value?.version,
    stale: polled.error !== undefined,
    reload: async () => {
      await Promise.all([polled.reload(), alsoFresh()]);
    },
  });
  const more = further?.key === key ? further : undefined;
  const first = polled.value?.rows ?? [];
  const seen = new Set(first.map((row) => row.interviewId));
  const cursor = more ? more.cursor : (polled.value?.cursor ?? null);

  async function loadMore() {
    if (cursor === null) return;
    const page = await call('workbench.list', { query: { ...filled(filter), cursor } });
    if (!page.ok) return;
    setFurther({ key, rows: [...(more?.rows ?? []), ...page.value.rows], cursor: page.value.cursor });
  }

  return {
    /** Whether anything is there to show, and whether the list is. */
    loaded: around !== undefined,
    listed: polled.value !== undefined,
    error: polled.error,
    requisitions: around?.requisitions ?? [],
    counts: around?.counts,
    queues: around?.queues,
    judgements: around?.judgements,
    rows: [...first, ...(more?.rows ?? []).filter((row) => !seen.has(row.interviewId))],
    hasMore: cursor !== null,
    loadMore,
    async reload() {
      setFurther(undefined);
      await polled.reload();
    },
  };
}

export type Workbench = ReturnType<typeof useWorkbench>;
