import { View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { CommandError } from '../components/states.tsx';
import { Switch } from '../components/switch.tsx';
import { bookingWords } from '../words.ts';
import { Stepper } from './stepper.tsx';
import type { Slots } from './use-slots.ts';
import type { Placed, Slot } from './week.ts';

/** As the contract has it. */
const mostPlaces = 50;

/** What the two ways of showing the times need of the page. */
export type SlotsProps = { slots: Slots; now: number; onDossier(applicationId: string): void };

/** Whether a slot takes bookings, and how many; under it why a change was not made. */
export function SlotControls({ one: { slot, clock }, slots }: { one: Placed; slots: Slots }) {
  const words = bookingWords.slots;
  const { slotId, capacity, open, holders } = slot;
  const { changing, trouble } = slots;
  const busy = changing === slotId;
  const wrong = trouble?.slotId === slotId ? trouble : undefined;
  return (
    <>
      <View className={busy ? 'hr-slot-controls hr-slot-busy' : 'hr-slot-controls'}>
        <Switch
          id={`open-${slotId}`}
          on={open}
          label={words.switchLabel(clock)}
          text={open ? words.opened : words.closed}
          off={busy}
          onChange={(wanted) => void slots.change(slot, { capacity, open: wanted })}
        />
        <Stepper
          id={`places-${slotId}`}
          value={capacity}
          text={words.offer.capacityOf(capacity)}
          labels={{ fewer: words.fewer(clock), more: words.more(clock) }}
          most={mostPlaces}
          off={busy}
          onChange={(wanted) => void slots.change(slot, { capacity: wanted, open })}
        />
      </View>
      {!open && holders.length > 0 && <View className="hr-slot-note">{words.closedKeeps}</View>}
      {wrong?.kind === 'taken' && (
        <View className="hr-command-error" id={`trouble-${slotId}`} {...aria({ role: 'alert' })}>
          {words.notFewer(holders.length)}
        </View>
      )}
      {wrong?.kind === 'failed' && <CommandError error={wrong.error} safe={words.changeFailedSafe} />}
    </>
  );
}

export const takenText = ({ holders, capacity, open }: Slot): string =>
  open && holders.length >= capacity
    ? `${bookingWords.slots.taken(holders.length, capacity)} · ${bookingWords.slots.full}`
    : bookingWords.slots.taken(holders.length, capacity);
