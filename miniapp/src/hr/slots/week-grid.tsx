import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import { Empty } from '../components/states.tsx';
import { bookingWords } from '../words.ts';
import { dayText, weekdayText } from './day-text.ts';
import { Holders } from './holders.tsx';
import { SlotControls, type SlotsProps, takenText } from './slot-controls.tsx';
import { gridOf, isOver, type Placed, type Slot } from './week.ts';

type Props = SlotsProps & { all: Placed[]; days: string[]; today: string; onAdd(): void };

/** For a wide screen: days across, times down; a tap on a time opens what can be done with it. */
export function WeekGrid({ all, days, today, now, slots, onDossier, onAdd }: Props) {
  const words = bookingWords.slots;
  const [openedId, setOpenedId] = useState<string>();
  const opened = all.find(({ slot }) => slot.slotId === openedId);
  const rows = gridOf(all, days);
  const close = () => {
    slots.forgetTrouble();
    setOpenedId(undefined);
  };
  return (
    <>
      <View className="hr-card hr-week">
        <View className="hr-week-row hr-week-head">
          <View className="hr-week-clock" />
          {days.map((day) => (
            <View key={day} className={day === today ? 'hr-week-day hr-week-today' : 'hr-week-day'}>
              <Text>{day === today ? copy.candidate.when.today : weekdayText(day)}</Text>
              <Text className="hr-week-date">{dayText(day)}</Text>
            </View>
          ))}
        </View>
        {rows.map(({ clock, cells }) => (
          <View key={clock} className="hr-week-row">
            <View className="hr-week-clock">{clock}</View>
            {cells.map(({ day, slot }) => (
              <View key={day} className="hr-week-cell">
                {slot !== undefined && (
                  <Cell
                    slot={slot}
                    over={isOver(slot, now)}
                    when={`${dayText(day)} ${clock}`}
                    onOpen={() => setOpenedId(slot.slotId)}
                    onDossier={onDossier}
                  />
                )}
              </View>
            ))}
          </View>
        ))}
        {rows.length === 0 && <Empty text={words.emptyWeek} action={words.add} onTap={onAdd} />}
      </View>
      {opened !== undefined && (
        <Sheet open title={`${dayText(opened.day)} ${weekdayText(opened.day)} ${opened.clock}`} onClose={close}>
          <View className="hr-slot-sheet" id="slot-sheet">
            <View className="hr-quiet">
              {opened.slot.holders.length === 0 ? words.noHolders : `${words.holders} ${takenText(opened.slot)}`}
            </View>
            <Holders holders={opened.slot.holders} onDossier={onDossier} />
            {!isOver(opened.slot, now) && <SlotControls one={opened} slots={slots} />}
            <View className="hr-slot-done">
              <Action id="close-slot" block onTap={close}>
                {words.done}
              </Action>
            </View>
          </View>
        </Sheet>
      )}
    </>
  );
}

type CellProps = { slot: Slot; over: boolean; when: string; onOpen(): void; onDossier(applicationId: string): void };

function Cell({ slot, over, when, onOpen, onDossier }: CellProps) {
  const words = bookingWords.slots;
  const { slotId, open, holders, capacity } = slot;
  const full = open && holders.length >= capacity;
  const look = open && !over ? (full ? 'hr-cell hr-cell-full' : 'hr-cell') : 'hr-cell hr-cell-shut';
  const standing = over ? words.over : open ? (full ? words.full : words.opened) : words.closed;
  const taken = words.taken(holders.length, capacity);
  return (
    <View className={look}>
      <Tap
        id={slotId}
        className="hr-cell-tap"
        pressed="hr-link-pressed"
        label={words.label(when, taken, standing)}
        onTap={onOpen}
      >
        <Text className="hr-cell-taken">{taken}</Text>{' '}
        <Text className="hr-cell-open">{standing === words.opened ? '' : standing}</Text>
      </Tap>
      <Holders holders={holders} onDossier={onDossier} />
    </View>
  );
}
