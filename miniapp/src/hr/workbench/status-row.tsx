import { ScrollView, Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import type { InterviewStatus } from '#shared/interview/state.ts';
import { copy } from '../../copy.ts';
import { benchWords } from '../words.ts';
import type { Workbench } from './use-workbench.ts';
import './status-row.scss';

/** The ones that are no queue. */
const shown = [
  'invited',
  'scheduled',
  'in_progress',
  'incomplete',
  'evaluated',
  'cancelled',
] as const satisfies InterviewStatus[];

type Props = {
  counts: Workbench['counts'];
  chosen: InterviewStatus | undefined;
  onChoose(status: InterviewStatus | undefined): void;
};

/** How many are in every other status; tapping one shows only its people. */
export function StatusRow({ counts, chosen, onChoose }: Props) {
  return (
    <ScrollView scrollX enableFlex className="hr-statuses" {...aria({ label: benchWords.statuses })}>
      <View className="hr-statuses-all">
        {shown.map((status) => {
          const on = chosen === status;
          return (
            <View
              key={status}
              className={on ? 'hr-status hr-status-on' : 'hr-status'}
              hoverClass="hr-link-pressed"
              {...aria({ role: 'button' })}
              onClick={() => onChoose(on ? undefined : status)}
            >
              <Text>{copy.statuses.interviewStatus[status]}</Text>
              <Text id={`count-${status}`} className="hr-status-count">
                {counts === undefined ? '·' : counts[status]}
              </Text>
            </View>
          );
        })}
      </View>
    </ScrollView>
  );
}
