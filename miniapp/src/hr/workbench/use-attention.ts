import type { Output } from '#shared/contract/operations.ts';
import { ok } from '#shared/result.ts';
import { call } from '../../api/call.ts';
import { may } from '../may.tsx';
import { promisedMinutes } from '../requests/promise.ts';
import { usePolled } from '../use-polled.ts';

export type Waiting = Output<'ticket.list'>['rows'][number];

/** Whatever changes it changes the workbench, which reloads it. */
const everyMs = 60_000;

const nobody = { rows: [], responseMinutes: null, cursor: null };
const load = async () => (may('ticket.list') ? call('ticket.list') : ok(nobody));

/** The interviews with something that waits for HR, the longest waiting first; none while they cannot be had. */
export function useAttention(): { rows: Waiting[]; promised: number; reload(): Promise<void> } {
  const { value, reload } = usePolled(load, { key: 'attention', everyMs });
  return { rows: value?.rows ?? [], promised: promisedMinutes(value?.responseMinutes), reload };
}
