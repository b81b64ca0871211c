import { useState } from 'react';
import type { Result } from '#shared/result.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { usePolled } from '../use-polled.ts';
import type { Filter, SavedFilter } from './filter.ts';

/** Another device of the same person may have changed them. */
const everyMs = 600_000;

/** A person's own named filters. A deleted one can be brought back for as long as the page is open. */
export function useSavedFilters() {
  const polled = usePolled(() => call('workbench.filters'), { key: 'filters', everyMs });
  const [removed, setRemoved] = useState<SavedFilter>();
  const [error, setError] = useState<CallError>();

  async function settled(answer: Result<unknown, CallError>): Promise<boolean> {
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) await polled.reload();
    return answer.ok;
  }
  const put = async ({ filterId, ...input }: SavedFilter) =>
    settled(await call('workbench.saveFilter', { params: { filterId }, input }));

  return {
    filters: polled.value?.filters ?? [],
    error,
    removed,
    save: (name: string, filter: Filter) =>
      put({ filterId: `flt_${newOperationId().slice('op_'.length)}`, name, filter }),
    async remove(filter: SavedFilter) {
      const done = await settled(await call('workbench.deleteFilter', { params: { filterId: filter.filterId } }));
      if (done) setRemoved(filter);
    },
    async restore() {
      if (removed !== undefined && (await put(removed))) setRemoved(undefined);
    },
  };
}
export type SavedFilters = ReturnType<typeof useSavedFilters>;
