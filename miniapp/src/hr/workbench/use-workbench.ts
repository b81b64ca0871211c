import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import type { InterviewStatus } from '#shared/interview/state.ts';
import { ok } from '#shared/result.ts';
import { call } from '../../api/call.ts';
import { usePolled } from '../use-polled.ts';

export type Row = Output<'workbench.list'>['rows'][number];
export type Requisition = Output<'requisition.list'>['requisitions'][number];
type More = { key: string; rows: Row[]; cursor: string | null };

/** A new result is on the screen this soon after it is in the list. */
const everyMs = 3000;
const queryOf = (status: InterviewStatus | undefined) => (status === undefined ? {} : { status });

async function load(status: InterviewStatus | undefined) {
  const [list, openings] = await Promise.all([
    call('workbench.list', { query: queryOf(status) }),
    call('requisition.list'),
  ]);
  if (!list.ok) return list;
  if (!openings.ok) return openings;
  return ok({ ...list.value, requisitions: openings.value.requisitions });
}

/** The first page is kept fresh; further pages, once asked for, stay below it. */
export function useWorkbench(status: InterviewStatus | undefined) {
  const key = status ?? 'all';
  const polled = usePolled(() => load(status), { key, everyMs });
  const [further, setFurther] = useState<More>();
  const more = further?.key === key ? further : undefined;
  const first = polled.value?.rows ?? [];
  const seen = new Set(first.map((row) => row.interviewId));
  const cursor = more ? more.cursor : (polled.value?.cursor ?? null);

  async function loadMore() {
    if (cursor === null) return;
    const page = await call('workbench.list', { query: { ...queryOf(status), cursor } });
    if (!page.ok) return;
    setFurther({ key, rows: [...(more?.rows ?? []), ...page.value.rows], cursor: page.value.cursor });
  }

  return {
    loaded: polled.value !== undefined,
    error: polled.error,
    requisitions: polled.value?.requisitions ?? [],
    counts: polled.value?.counts,
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
