import { useState } from 'react';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { each } from './each.ts';
import { type Offer, openedBy, type Preview } from './offer.ts';
import { changeSlot } from './use-slots.ts';
import { type Placed, placed } from './week.ts';

type Ready = Extract<Preview, { starts: string[] }>;
/** After an offer: what it opened, how far taking it back is, and what came of that. */
export type Offered =
  | { step: 'done'; opened: Placed[] }
  | { step: 'undoing'; opened: Placed[]; through: number }
  | { step: 'undone'; closed: number; people: number }
  | { step: 'left'; opened: Placed[] };

const list = (positionId: string) => retrying(() => call('slot.list', { params: { positionId } }));

/** Offering times, and taking back what was just offered: it closes, and whoever has booked meanwhile keeps the time. */
export function useOffer(positionId: string, reload: () => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const [offered, setOffered] = useState<Offered>();

  async function offer({ days, minutes, capacity }: Offer, clocks: { from: string; to: string }, preview: Ready) {
    setBusy(true);
    setError(undefined);
    setOffered(undefined);
    const done = await send({ days, minutes, capacity, ...clocks }, preview);
    setBusy(false);
    return done;
  }

  async function send(input: Offer, { starts, reopened }: Ready): Promise<boolean> {
    const before = await list(positionId);
    if (!before.ok) return failed(before.error);
    const answer = await retrying(() => call('slot.offer', { params: { positionId }, input }));
    if (!answer.ok) return failed(answer.error);
    let refused: CallError | undefined;
    await each(reopened, async ({ slot }) => {
      const opened = await changeSlot(positionId, slot.slotId, { capacity: slot.capacity, open: true });
      if (!opened.ok) refused = opened.error;
      return opened.ok;
    });
    await reload();
    if (refused !== undefined) return failed(refused);
    const after = await list(positionId);
    if (!after.ok) return failed(after.error);
    setOffered({ step: 'done', opened: openedBy(starts, placed(before.value.slots), placed(after.value.slots)) });
    return true;
  }

  function failed(why: CallError): false {
    setError(why);
    // What went through all the same is there when it is tried again.
    void reload();
    return false;
  }

  async function undo(opened: Placed[]) {
    setOffered({ step: 'undoing', opened, through: 0 });
    const left = await each(
      opened,
      async ({ slot }) => (await close(slot.slotId, slot.capacity)).ok,
      (through) => setOffered({ step: 'undoing', opened, through }),
    );
    const now = await list(positionId);
    await reload();
    const had = new Map(opened.map(({ slot }) => [slot.slotId, slot.holders.length]));
    const people = (now.ok ? now.value.slots : []).reduce(
      (sum, { slotId, holders }) => sum + Math.max(0, holders.length - (had.get(slotId) ?? holders.length)),
      0,
    );
    setOffered(left.length > 0 ? { step: 'left', opened: left } : { step: 'undone', closed: opened.length, people });
  }

  const close = (slotId: string, capacity: number) => changeSlot(positionId, slotId, { capacity, open: false });

  return {
    busy,
    error,
    offered,
    offer,
    undo,
    forget: () => setOffered(undefined),
    forgetError: () => setError(undefined),
  };
}

export type OfferModel = ReturnType<typeof useOffer>;
