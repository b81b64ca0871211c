import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { type CallError, isRefused, isTransient } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { retrying } from '../../api/retry.ts';
import { copy } from '../../copy.ts';
import { askMessages } from '../../state/ask-messages.ts';
import { type FreeSlot, offeredIn } from '../../state/slot-days.ts';

const kinds = ['reminder', 'no_show', 'change', 'result'] as const;

/** The times that are free instead of the one that was not to be had any more. */
export type Instead = { why: 'full' | 'passed'; slots: FreeSlot[] };

export type Booking = {
  /** Null: without a slot; undefined: nothing is on its way. */
  underWay: string | null | undefined;
  error: CallError | undefined;
  instead: Instead | undefined;
  /** Call it in the tap itself. */
  book(slotId: string | null): void;
  /** Back to all the times. */
  leaveInstead(): void;
};

/** Books a time or moves it; `onBooked` with what stands now, `onRefused` where something else is so meanwhile. */
export function useBook(interviewId: string, onBooked: () => void, onRefused: () => void): Booking {
  const [underWay, setUnderWay] = useState<string | null>();
  const [error, setError] = useState<CallError>();
  const [instead, setInstead] = useState<Instead>();
  /** The same time tried again after no answer came is the same intention. */
  const operation = useRef<{ slotId: string | null; id: string }>();
  const asked = useRef(false);

  async function send(slotId: string | null, messagesAsked: Promise<unknown>) {
    setUnderWay(slotId);
    setError(undefined);
    await messagesAsked;
    if (operation.current?.slotId !== slotId) operation.current = { slotId, id: newOperationId() };
    const input = { operationId: operation.current.id, slotId };
    const booked = await retrying(() => call('booking.book', { params: { interviewId }, input }));
    setUnderWay(undefined);
    if (booked.ok || !isTransient(booked.error)) operation.current = undefined;
    if (booked.ok) {
      setInstead(undefined);
      void Taro.showToast({ title: copy.booking.pick.booked, icon: 'success' });
      return onBooked();
    }
    const { error: failed } = booked;
    if (failed.kind === 'refused' && isRefused(failed, 'slot_full', 'slot_passed')) {
      setInstead({ why: failed.code === 'slot_full' ? 'full' : 'passed', slots: offeredIn(failed.details) });
    } else setError(failed);
    if (failed.kind === 'refused') onRefused();
  }

  return {
    underWay,
    error,
    instead,
    book(slotId) {
      // Once: whoever is offered another time has answered already.
      const asking = asked.current ? Promise.resolve() : askMessages(interviewId, kinds);
      asked.current = true;
      void send(slotId, asking);
    },
    leaveInstead: () => setInstead(undefined),
  };
}
