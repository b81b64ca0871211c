import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../../api/call.ts';
import type { CallError } from '../../../api/call-error.ts';
import { useLoaded } from '../../../state/use-loaded.ts';
import type { PeopleQuery } from '../shapes.ts';

type Page = Output<'figures.people'>;
export type Person = Page['rows'][number];
/** Pages narrowed down to nobody before somebody is there to show. */
const patience = 8;

/** The people of a figure, a page after the other; a page may be empty though more follow. */
export function usePeople(asked: PeopleQuery) {
  const [more, setMore] = useState<Page>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();

  async function read(cursor: string | undefined) {
    const found: Person[] = [];
    let next = cursor;
    for (let turn = 0; turn < patience; turn += 1) {
      const answer = await call('figures.people', {
        query: { ...asked, ...(next === undefined ? {} : { cursor: next }) },
      });
      if (!answer.ok) return answer;
      found.push(...answer.value.rows);
      next = answer.value.cursor ?? undefined;
      if (next === undefined || found.length > 0) break;
    }
    return { ok: true as const, value: { rows: found, cursor: next ?? null } };
  }
  const first = useLoaded(() => read(undefined), [JSON.stringify(asked)]);
  const page = more ?? (first.phase === 'ready' ? first.value : undefined);
  return {
    first,
    rows: page?.rows ?? [],
    cursor: page?.cursor ?? null,
    busy,
    error,
    async more() {
      if (page?.cursor == null) return;
      setBusy(true);
      setError(undefined);
      const answer = await read(page.cursor);
      setBusy(false);
      if (!answer.ok) setError(answer.error);
      else setMore({ rows: [...page.rows, ...answer.value.rows], cursor: answer.value.cursor });
    },
  };
}
