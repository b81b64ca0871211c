import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { ok } from '#shared/result.ts';
import { call, serverTime } from '../../api/call.ts';
import { type CallError, isRefused } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { usePolled } from '../use-polled.ts';
import type { Slot } from './week.ts';

type Opening = Output<'requisition.list'>['requisitions'][number];
export type Calendar = Output<'slot.list'> & { opening: Opening | undefined };
export type Wanted = Pick<Slot, 'capacity' | 'open'>;
/** Why a slot is not as wanted: more people have a place than it would have, or the server did not do it. */
export type Trouble = { slotId: string } & ({ kind: 'taken' } | { kind: 'failed'; error: CallError });

const everyMs = 10_000;
/** What of today has begun already is shown too: somebody may be in it. */
const soFar = () => new Date(serverTime.now() - 12 * 3_600_000).toISOString();

export const changeSlot = (positionId: string, slotId: string, { capacity, open }: Wanted) =>
  retrying(() => call('slot.change', { params: { positionId, slotId }, input: { capacity, open } }), { tries: 2 });

/** The times offered for a position, kept fresh, and changing one of them. */
export function useSlots(positionId: string) {
  const { value, error, reload } = usePolled<Calendar>(
    async () => {
      const [list, openings] = await Promise.all([
        call('slot.list', { params: { positionId }, query: { from: soFar() } }),
        call('requisition.list'),
      ]);
      if (!list.ok) return list;
      const opening = openings.ok && openings.value.requisitions.find((one) => one.positionId === positionId);
      return ok({ ...list.value, opening: opening || undefined });
    },
    { key: positionId, everyMs },
  );
  const [changing, setChanging] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();

  async function change({ slotId, holders }: Slot, wanted: Wanted) {
    if (changing !== undefined) return;
    if (wanted.capacity < holders.length) {
      setTrouble({ slotId, kind: 'taken' });
      return;
    }
    setTrouble(undefined);
    setChanging(slotId);
    const answer = await changeSlot(positionId, slotId, wanted);
    await reload();
    setChanging(undefined);
    if (answer.ok) return;
    setTrouble(
      isRefused(answer.error, 'slot_full')
        ? { slotId, kind: 'taken' }
        : { slotId, kind: 'failed', error: answer.error },
    );
  }

  return { calendar: value, error, reload, changing, trouble, change, forgetTrouble: () => setTrouble(undefined) };
}

export type Slots = ReturnType<typeof useSlots>;
