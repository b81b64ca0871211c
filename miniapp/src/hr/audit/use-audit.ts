import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import { usePolled } from '../use-polled.ts';

export type AuditRecord = Output<'audit.search'>['records'][number];
/** '' where it is not asked for. */
export type Wanted = { by: string; candidate: string; operation: string; day: string };
export const nothingWanted: Wanted = { by: '', candidate: '', operation: '', day: '' };

const everyMs = 60_000;

/** Only what is asked for: an empty word is no word. */
export const queryOf = (wanted: Wanted): Partial<Wanted> =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''));

/** The newest records that fit, kept fresh, and older ones as far as they were asked for. */
export function useAudit(wanted: Wanted) {
  const key = JSON.stringify(wanted);
  const polled = usePolled(() => call('audit.search', { query: queryOf(wanted) }), { key, everyMs });
  const [older, setOlder] = useState<{ of: string; records: AuditRecord[]; cursor: string | null }>();
  const [busy, setBusy] = useState(false);
  const mine = older?.of === key ? older : undefined;
  const cursor = mine ? mine.cursor : (polled.value?.cursor ?? null);

  async function more() {
    if (cursor === null) return;
    setBusy(true);
    const page = await call('audit.search', { query: { ...queryOf(wanted), cursor } });
    setBusy(false);
    if (!page.ok) return;
    setOlder({ of: key, records: [...(mine?.records ?? []), ...page.value.records], cursor: page.value.cursor });
  }

  const first = polled.value?.records ?? [];
  const known = new Set(first.map(nameOf));
  const records = [...first, ...(mine?.records ?? []).filter((one) => !known.has(nameOf(one)))];
  return { ...polled, records, cursor, busy, more };
}

export const nameOf = ({ at, by, operation, block, outcome, people }: AuditRecord): string =>
  [at, by, operation, block, outcome, people[0]?.candidateId].join(' ');
