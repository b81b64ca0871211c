import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import type { Queue } from '#shared/contract/workbench.ts';
import { benchWords } from '../words.ts';
import { queues } from '../workbench/filter.ts';
import type { Workbench } from '../workbench/use-workbench.ts';
import './count-tiles.scss';

type Props = {
  bench: Workbench;
  chosen: Queue | undefined;
  onChoose(queue: Queue | undefined): void;
};

/** What waits for a person of ours; that somebody is booked for today is no task. */
const isDue = (queue: Queue, count: number): boolean => queue !== 'today' && count > 0;

/** How many are in a queue, as it is shown; a dot while nobody knows. */
export function countText({ queues: counts, judgements }: Workbench, queue: Queue): string {
  if (queue !== 'judgement') return counts === undefined ? '·' : String(counts[queue]);
  if (judgements === undefined) return '·';
  return judgements.atLeast && judgements.count > 0 ? benchWords.atLeast(judgements.count) : String(judgements.count);
}

/** The queues with their counts; tapping one shows only its people, tapping it again everybody. */
export function CountTiles({ bench, chosen, onChoose }: Props) {
  return (
    <View className="hr-card hr-tiles">
      {queues.map((queue) => {
        const on = chosen === queue;
        const count = countText(bench, queue);
        return (
          <View
            key={queue}
            id={`queue-${queue}`}
            className={on ? 'hr-tile hr-tile-on' : 'hr-tile'}
            hoverClass="hr-tile-pressed"
            {...aria({ role: 'button' })}
            onClick={() => onChoose(on ? undefined : queue)}
          >
            <Text
              id={`count-${queue}`}
              className={isDue(queue, Number.parseInt(count, 10)) ? 'hr-tile-count hr-tile-due' : 'hr-tile-count'}
            >
              {count}
            </Text>
            <Text className="hr-tile-name">{benchWords.queues[queue]}</Text>
          </View>
        );
      })}
    </View>
  );
}
