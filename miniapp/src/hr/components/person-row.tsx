import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { whenText } from '../../state/when.ts';
import { reasonText } from '../no-show-text.ts';
import { waitingTime, warmth } from '../waiting.ts';
import { benchWords, bookingWords, requestWords, words } from '../words.ts';
import type { Row } from '../workbench/use-workbench.ts';
import { CheckBox } from './check-box.tsx';
import { ScoreRing } from './score-ring.tsx';
import { StateChip } from './state-chip.tsx';
import './person-row.scss';

type Props = {
  row: Row;
  now: number;
  chosen: boolean;
  /** While people are chosen for a batch; `range`: everybody since the one before. */
  selected?: boolean;
  onSelect?(range: boolean): void;
  onTap(): void;
};

/** Only what waits for a person of ours has a waiting time that may grow warm. */
const isWaiting = (row: Row) => row.status === 'submitted';

export function PersonRow({ row, now, chosen, selected = false, onSelect, onTap }: Props) {
  const warm = isWaiting(row) ? warmth(row.since, now) : 0;
  return (
    <View
      id={`row-${row.interviewId}`}
      className={chosen ? 'hr-person hr-person-on' : 'hr-person'}
      hoverClass="hr-person-pressed"
      {...aria({ role: 'button' })}
      onClick={onTap}
    >
      {onSelect !== undefined && (
        <CheckBox
          id={`select-${row.interviewId}`}
          label={benchWords.batch.choose(row.candidate)}
          checked={selected}
          onTap={onSelect}
        />
      )}
      {row.overall === null ? (
        <View className="hr-avatar">{row.candidate.slice(0, 1)}</View>
      ) : (
        <ScoreRing score={row.overall} />
      )}
      <View className="hr-person-text">
        <View className="hr-person-line">
          <Text className="hr-person-name">{row.candidate}</Text>
          <StateChip status={row.status} />
        </View>
        <View className="hr-person-line hr-person-below">
          <Text className="hr-person-position">{row.position}</Text>
          {(row.report === 'generating' || row.report === 'failed') && (
            <Text className="hr-person-report">{words.workbench.report[row.report]}</Text>
          )}
          {row.tickets.length > 0 && <Text className="hr-person-report hr-warm">{requestWords.waitingChip}</Text>}
          <Text className={warm > 0 ? `hr-person-time hr-warm${warm >= 1 ? ' hr-hot' : ''}` : 'hr-person-time'}>
            {timeText(row, now)}
          </Text>
        </View>
        <Lookout row={row} now={now} />
      </View>
    </View>
  );
}

/** When it will be; that nobody came, and why; what somebody must look after. */
function Lookout({ row: { status, appointment, noShow, alarms, healed }, now }: Pick<Props, 'row' | 'now'>) {
  const text = bookingWords.row;
  return (
    <>
      {status === 'scheduled' && appointment !== null && (
        <View className="hr-person-lookout">
          {appointment.slot ? whenText(appointment.at, now) : text.until(whenText(appointment.at, now))}
          {' · '}
          <Text className={appointment.confirmed ? 'hr-person-good' : ''}>
            {appointment.confirmed ? text.confirmed : text.unconfirmed}
          </Text>
        </View>
      )}
      {status === 'no_show' && noShow !== null && (
        <View className="hr-person-lookout">
          {reasonText(noShow.reason)}
          {noShow.excuse !== null && ` · ${bookingWords.excused(bookingWords.excuse[noShow.excuse])}`}
        </View>
      )}
      {alarms.map((alarm) => (
        <View key={alarm} className="hr-person-lookout hr-warm">
          {bookingWords.alarm[alarm]}
        </View>
      ))}
      {healed.length > 0 && (
        <View className="hr-person-lookout hr-warm">
          {benchWords.healed(healed.map((copy) => words.sync.copies[copy]).join(words.summary.list))}
        </View>
      )}
    </>
  );
}

function timeText(row: Row, now: number): string {
  const time = waitingTime(words.waiting, row.since, now);
  if (time === undefined) return words.waiting.now;
  return isWaiting(row) ? words.waiting.waited(time) : words.waiting.ago(time);
}
