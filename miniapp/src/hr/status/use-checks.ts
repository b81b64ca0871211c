import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import { usePolled } from '../use-polled.ts';

export type Checks = Output<'sync.checks'>;
export type Check = Checks['checks'][number];
export type Shown = 'drifted' | 'all';

const everyMs = 30_000;

/** The last checks, kept fresh, and the earlier ones as far as they were asked for. */
export function useChecks(shown: Shown) {
  const polled = usePolled(() => call('sync.checks', { query: { show: shown } }), { key: shown, everyMs });
  const [earlier, setEarlier] = useState<{ of: Shown; checks: Check[]; cursor: string | null }>();
  const [busy, setBusy] = useState(false);
  const mine = earlier?.of === shown ? earlier : undefined;
  const cursor = mine ? mine.cursor : (polled.value?.cursor ?? null);

  async function more() {
    if (cursor === null) return;
    setBusy(true);
    const page = await call('sync.checks', { query: { show: shown, cursor } });
    setBusy(false);
    if (!page.ok) return;
    setEarlier({ of: shown, checks: [...(mine?.checks ?? []), ...page.value.checks], cursor: page.value.cursor });
  }

  const first = polled.value?.checks ?? [];
  const known = new Set(first.map(nameOf));
  const checks = [...first, ...(mine?.checks ?? []).filter((check) => !known.has(nameOf(check)))];
  return { ...polled, days: polled.value?.days, checks, cursor, busy, more };
}

export const nameOf = ({ at, kind, interviewId, cause, opening }: Check): string =>
  `${at} ${kind} ${interviewId ?? opening?.position ?? ''} ${cause}`;
