import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import { promisedMinutes } from '../requests/promise.ts';
import { usePolled } from '../use-polled.ts';

export type Waiting = Output<'ticket.list'>['rows'][number];

/** Whatever changes it changes the workbench, which reloads it. */
const everyMs = 60_000;

/** The interviews with something that waits for HR, the longest waiting first; none while they cannot be had. */
export function useAttention(): { rows: Waiting[]; promised: number; reload(): Promise<void> } {
  const { value, reload } = usePolled(() => call('ticket.list'), { key: 'attention', everyMs });
  return { rows: value?.rows ?? [], promised: promisedMinutes(value?.responseMinutes), reload };
}
