import { ScrollView, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { call } from '../../api/call.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Option } from '../../components/option.tsx';
import { Empty, Loaded, Skeleton } from '../../components/states.tsx';
import { copy } from '../../copy.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { type FreeSlot, fewPlaces, type SlotDay, slotDays } from '../../state/slot-days.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useNow } from '../../state/use-now.ts';
import { dateText, isElsewhere, nearDay, wallOf, zoneText } from '../../state/wall-time.ts';
import { whenText } from '../../state/when.ts';
import { OfferedInstead } from './offered-instead.tsx';
import { useBook } from './use-book.ts';

type Props = {
  interviewId: string;
  /** The slot's beginning that is held now; it is not offered again. */
  held?: string;
  onBooked: () => void;
  /** The interview is another one than was thought. */
  onRefused: () => void;
};

/** The free times, a day at a time; one tap picks, the bar below books. */
export function SlotPicker({ interviewId, held, onBooked, onRefused }: Props) {
  const words = copy.booking.pick;
  const page = useLoaded(
    () => retrying(() => call('booking.slots', { params: { interviewId } }), { tries: 2 }),
    [interviewId],
  );
  const booking = useBook(interviewId, onBooked, () => {
    page.reload();
    onRefused();
  });
  return (
    <View id="slot-picker">
      <Loaded of={page} skeleton={<Skeleton cards={1} lines={3} />}>
        {({ slots }) => {
          const days = slotDays(slots.filter(({ startsAt }) => startsAt !== held));
          return days.length === 0 ? (
            <Empty id="no-slots" title={words.none} text={words.noneText} action={words.look} onAction={page.reload} />
          ) : (
            <Days days={days} moving={held !== undefined} booking={booking} />
          );
        }}
      </Loaded>
      <OfferedInstead
        instead={booking.instead}
        underWay={booking.underWay}
        onBook={booking.book}
        onClose={booking.leaveInstead}
      />
      {booking.error === undefined ? null : (
        <Text id="book-trouble" className="booking__trouble" {...aria({ role: 'alert' })}>
          {sentenceOf(booking.error)}
        </Text>
      )}
    </View>
  );
}

type DaysProps = { days: SlotDay[]; moving: boolean; booking: ReturnType<typeof useBook> };

function Days({ days, moving, booking }: DaysProps) {
  const words = copy.booking.pick;
  const { when } = copy.candidate;
  const now = useNow(60_000);
  const [dayKey, setDayKey] = useState<string>();
  const [chosenId, setChosenId] = useState<string>();
  const day = days.find(({ key }) => key === dayKey) ?? days[0];
  if (day === undefined) return null;
  const chosen = day.slots.find(({ slot }) => slot.slotId === chosenId);
  const busy = booking.underWay !== undefined;
  const elsewhere = isElsewhere(day.slots[0]?.slot.startsAt ?? '', day.wall);
  return (
    <>
      {elsewhere ? <Text className="booking__zone">{words.zone(zoneText(day.wall))}</Text> : null}
      <ScrollView className="slot-days" scrollX enhanced showScrollbar={false}>
        <View className="slot-days__row" {...aria({ role: 'radiogroup', label: words.days })}>
          {days.map(({ key, wall }) => (
            <Option
              key={key}
              id={`day-${key}`}
              chosen={key === day.key}
              className={`slot-days__one ${key === day.key ? 'slot-days__one--on' : ''}`}
              pressed="slot-days__one--pressed"
              onTap={() => {
                setDayKey(key);
                setChosenId(undefined);
              }}
            >
              <Text className="slot-days__weekday">{nearDay(when, wall, now) ?? when.weekdays[wall.weekday]}</Text>
              <Text className="slot-days__date">{dateText(when, wall, now)}</Text>
            </Option>
          ))}
        </View>
      </ScrollView>
      <View className="slot-grid" {...aria({ role: 'radiogroup', label: words.times })}>
        {day.slots.map(({ slot, wall }) => (
          <Option
            key={slot.slotId}
            id={slot.slotId}
            chosen={slot.slotId === chosenId}
            className={`slot-grid__one ${slot.slotId === chosenId ? 'slot-grid__one--on' : ''}`}
            pressed="slot-grid__one--pressed"
            label={words.leftLabel(wall.clock, slot.free)}
            onTap={() => setChosenId(slot.slotId)}
          >
            <Text className="slot-grid__clock">{wall.clock}</Text>
            {slot.free <= fewPlaces ? <Text className="slot-grid__left">{words.left(slot.free)}</Text> : null}
          </Option>
        ))}
      </View>
      <View className="booking__bar">
        {chosen !== undefined && elsewhere ? (
          <Text className="booking__here">{words.here(whenText(chosen.slot.startsAt, now))}</Text>
        ) : null}
        <Action
          id="book"
          kind="primary"
          block
          busy={busy}
          disabled={chosen === undefined}
          onTap={() => chosen && booking.book(chosen.slot.slotId)}
        >
          {busy ? words.booking : chosen === undefined ? words.choose : said(chosen.slot, moving, now)}
        </Action>
      </View>
      {moving ? null : <Text className="booking__hint">{words.consent}</Text>}
    </>
  );
}

/** 「预约 11月25日 14:00」 */
function said(slot: FreeSlot, moving: boolean, now: number): string {
  const words = copy.booking.pick;
  const wall = wallOf(slot.text, slot.startsAt);
  return (moving ? words.move : words.book)(`${dateText(copy.candidate.when, wall, now)} ${wall.clock}`);
}
