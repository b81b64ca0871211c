import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { copy } from '../../copy.ts';
import { type Appointment, countdownText, phaseOf } from '../../state/appointed.ts';
import { dateText, isElsewhere, nearDay, wallAt, wallOf, wallText } from '../../state/wall-time.ts';
import { whenText } from '../../state/when.ts';

/** Date and time large, by the company's clock; how long until then, and from when on it can be entered. */
export function When({ appointment, now }: { appointment: Appointment; now: number }) {
  const words = copy.booking.booked;
  const { when } = copy.candidate;
  const { slot, startsAt, endsAt, entersFrom, entersUntil, text } = appointment;
  const at = slot ? startsAt : endsAt;
  const wall = wallOf(text, at);
  const clockOf = (iso: string) => wallAt(Date.parse(iso), wall.offset);
  const phase = phaseOf(appointment, now);
  const day = [nearDay(when, wall, now), dateText(when, wall, now), when.weekdays[wall.weekday]].filter(Boolean);

  return (
    <View className="when" {...aria({ role: 'status' })}>
      <Text className="when__name">{words.title}</Text>
      {slot ? (
        <View id="appointed">
          <Text className="when__day">{day.join(' ')}</Text>
          <Text className="when__clock">{wall.clock}</Text>
        </View>
      ) : (
        <Text id="appointed" className="when__until">
          {words.until(wallText(when, wall, now))}
        </Text>
      )}
      {isElsewhere(at, wall) ? (
        <Text id="here" className="booking__text">
          {copy.booking.pick.here(whenText(at, now))}
        </Text>
      ) : null}
      <Text id="countdown" className={`when__left ${phase === 'past' || phase === 'now' ? 'when__left--now' : ''}`}>
        {phase === 'past'
          ? words.past
          : phase === 'now'
            ? words.now(clockOf(entersUntil).clock)
            : slot
              ? words.left(countdownText(when, Date.parse(startsAt) - now))
              : words.leftUntil(countdownText(when, Date.parse(endsAt) - now))}
      </Text>
      {phase === 'early' || phase === 'open' ? (
        <Text className="booking__hint">
          {phase === 'early' ? words.early(wallText(when, clockOf(entersFrom), now)) : words.open}
        </Text>
      ) : null}
    </View>
  );
}
