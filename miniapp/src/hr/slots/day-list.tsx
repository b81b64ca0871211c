import { ScrollView, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Option } from '../../components/option.tsx';
import { copy } from '../../copy.ts';
import { Empty } from '../components/states.tsx';
import { bookingWords } from '../words.ts';
import { dayText, weekdayText } from './day-text.ts';
import { Holders } from './holders.tsx';
import { SlotControls, type SlotsProps, takenText } from './slot-controls.tsx';
import { isOver, type Placed } from './week.ts';

type Props = SlotsProps & { all: Placed[]; days: string[]; today: string; onAdd(): void };

/** For a phone: the days in a strip, below it the times of one, each with its places and people. */
export function DayList({ all, days, today, now, slots, onDossier, onAdd }: Props) {
  const words = bookingWords.slots;
  const [chosen, setChosen] = useState<string>();
  const day = chosen ?? all.find(({ slot }) => !isOver(slot, now))?.day ?? days[0];
  const shown = all.filter((one) => one.day === day);
  return (
    <>
      <ScrollView className="hr-days" scrollX enhanced showScrollbar={false}>
        <View className="hr-days-row" {...aria({ role: 'radiogroup', label: words.days })}>
          {days.map((one) => {
            const count = all.filter(({ day: on, slot }) => on === one && slot.open && !isOver(slot, now)).length;
            return (
              <Option
                key={one}
                id={`day-${one}`}
                chosen={one === day}
                className={`hr-day ${one === day ? 'hr-day-on' : ''}`}
                pressed="hr-link-pressed"
                onTap={() => setChosen(one)}
              >
                <Text className="hr-day-weekday">{one === today ? copy.candidate.when.today : weekdayText(one)}</Text>
                <Text className="hr-day-date">{dayText(one)}</Text>
                <Text className="hr-day-count">{words.dayCount(count)}</Text>
              </Option>
            );
          })}
        </View>
      </ScrollView>
      {shown.length === 0 && (
        <View className="hr-card">
          <Empty text={words.emptyDay} action={words.add} onTap={onAdd} />
        </View>
      )}
      {shown.map((one) => (
        <View key={one.slot.slotId} id={one.slot.slotId} className="hr-card hr-slot">
          <View className="hr-slot-head">
            <Text className={one.slot.open ? 'hr-slot-clock' : 'hr-slot-clock hr-slot-shut'}>
              {one.clock}
              <Text className="hr-slot-until">{words.until(one.until)}</Text>
            </Text>
            <Text className="hr-slot-taken">{isOver(one.slot, now) ? words.over : takenText(one.slot)}</Text>
          </View>
          <Holders holders={one.slot.holders} onDossier={onDossier} />
          {!isOver(one.slot, now) && <SlotControls one={one} slots={slots} />}
        </View>
      ))}
    </>
  );
}
