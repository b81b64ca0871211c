import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import type { InterviewStatus } from '#shared/interview/state.ts';
import { copy } from '../../copy.ts';
import type { Workbench } from '../workbench/use-workbench.ts';
import './count-tiles.scss';

const shown = ['submitted', 'in_progress', 'incomplete', 'no_show'] as const satisfies InterviewStatus[];

type Props = {
  counts: Workbench['counts'];
  chosen: InterviewStatus | undefined;
  onChoose(status: InterviewStatus | undefined): void;
};

/** Four numbers; tapping one shows only its people, tapping it again everybody. */
export function CountTiles({ counts, chosen, onChoose }: Props) {
  return (
    <View className="hr-card hr-tiles">
      {shown.map((status) => {
        const count = counts?.[status] ?? 0;
        const on = chosen === status;
        return (
          <View
            key={status}
            className={on ? 'hr-tile hr-tile-on' : 'hr-tile'}
            hoverClass="hr-tile-pressed"
            {...aria({ role: 'button' })}
            onClick={() => onChoose(on ? undefined : status)}
          >
            <Text
              id={`count-${status}`}
              className={status === 'submitted' && count > 0 ? 'hr-tile-count hr-tile-due' : 'hr-tile-count'}
            >
              {counts === undefined ? '·' : count}
            </Text>
            <Text className="hr-tile-name">{copy.statuses.interviewStatus[status]}</Text>
          </View>
        );
      })}
    </View>
  );
}
