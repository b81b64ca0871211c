import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Action } from '../../components/action.tsx';
import { callPhone } from '../../components/contact-sheet.tsx';
import { copy } from '../../copy.ts';
import { whenText } from '../../state/when.ts';
import { reasonText } from '../no-show-text.ts';
import { Contest } from '../requests/contest.tsx';
import { bookingWords, words } from '../words.ts';
import type { Dossier } from './dossier.ts';
import { beforeText, type Reminder, remindersOf } from './reminders.ts';
import './time-block.scss';

type Props = {
  dossier: Dossier;
  now: number;
  /** Whether a contested mark is answered here: not where its thread stands on the same page. */
  contested: boolean;
  onDone(): Promise<void>;
};

/** When it is, who was reminded how and with what success, what became of a no-show, and the telephone. */
export function TimeBlock({ dossier, now, contested, onDone }: Props) {
  const text = bookingWords.time;
  const { time, candidate, status, noShowWords } = dossier;
  const { appointment, noShow } = time;
  const reminders = remindersOf(dossier);
  return (
    <View id="time">
      <View className="hr-heading">{text.title}</View>
      <View className="hr-card hr-time">
        {noShow === null && (
          <Line name={appointment === null || appointment.slot ? text.booked : text.anyTime}>
            {appointment === null ? (
              <Text className="hr-quiet">{time.bookingAsked ? text.notBooked : text.noAppointment}</Text>
            ) : (
              <>
                <View className="hr-tabular">
                  {appointment.slot
                    ? whenText(appointment.startsAt, now)
                    : bookingWords.row.until(whenText(appointment.endsAt, now))}
                </View>
                {(appointment.confirmedAt !== null || status === 'scheduled') && (
                  <View className={appointment.confirmedAt === null ? 'hr-time-small' : 'hr-time-small hr-time-good'}>
                    {appointment.confirmedAt === null
                      ? bookingWords.row.unconfirmed
                      : text.confirmed(whenText(appointment.confirmedAt, now))}
                  </View>
                )}
              </>
            )}
          </Line>
        )}
        <Line name={text.reminders}>
          {reminders.length === 0 && <Text className="hr-quiet">{text.noReminder}</Text>}
          {reminders.map((reminder) => (
            <ReminderLine key={`${reminder.minutes} ${reminder.at}`} reminder={reminder} now={now} />
          ))}
        </Line>
        {noShow !== null && (
          <Line name={text.missed} id="no-show">
            <View className="hr-tabular">{text.missedAt(whenText(noShow.missed, now))}</View>
            <View className="hr-time-small">{reasonText(noShow.reason)}</View>
            {noShow.excuse !== null && (
              <View className="hr-time-small hr-time-good">
                {bookingWords.excused(bookingWords.excuse[noShow.excuse])}
              </View>
            )}
            {noShowWords !== null && noShowWords.trim() !== '' && (
              <View className="hr-time-words">
                <View className="hr-time-small">{text.words}</View>
                <Text userSelect>{words.review.quote(noShowWords)}</Text>
              </View>
            )}
          </Line>
        )}
        {contested && <Contest dossier={dossier} onDone={onDone} />}
        <View className="hr-time-line hr-time-phone">
          <Text className="hr-time-name">{text.phone}</Text>
          <Text className="hr-time-what hr-tabular" userSelect>
            {candidate.phone}
          </Text>
          <Action
            id="call-candidate"
            ariaLabel={text.callLabel(candidate.name, candidate.phone)}
            onTap={() => void callPhone(candidate.phone)}
          >
            {text.call}
          </Action>
        </View>
      </View>
    </View>
  );
}

const Line = ({ id, name, children }: PropsWithChildren<{ id?: string; name: string }>) => (
  <View className="hr-time-line" {...(id === undefined ? {} : { id })}>
    <Text className="hr-time-name">{name}</Text>
    <View className="hr-time-what">{children}</View>
  </View>
);

function ReminderLine({ reminder, now }: { reminder: Reminder; now: number }) {
  const text = bookingWords.time;
  const { minutes, at, outcome, ways } = reminder;
  const lost = outcome !== 'due';
  return (
    <View className="hr-time-reminder" id={`reminder-${minutes}`}>
      <View className="hr-tabular">
        {text.before(beforeText(copy.candidate.when, minutes))}
        <Text className="hr-time-small"> {whenText(at, now)}</Text>
      </View>
      {lost && <View className="hr-time-small hr-message-failed">{text[outcome]}</View>}
      {ways.length === 0 && !lost && <View className="hr-time-small">{text.sending}</View>}
      {ways.length > 0 && (
        <View className="hr-time-ways">
          {ways.map(({ channel, state }) => (
            <Text
              key={`${channel} ${state}`}
              className={state === 'sent' || state === 'claimed' ? 'hr-time-way' : 'hr-time-way hr-message-failed'}
            >
              {text.way(words.channels[channel] ?? channel, words.deliveryStates[state] ?? state)}
            </Text>
          ))}
        </View>
      )}
    </View>
  );
}
