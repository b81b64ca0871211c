import { Text, View } from '@tarojs/components';
import type { BatchAction } from '#shared/contract/workbench.ts';
import { Action } from '../../components/action.tsx';
import { Tap } from '../../components/tap.tsx';
import { benchWords } from '../words.ts';
import type { Selection } from './use-selection.ts';
import './selection-bar.scss';

export const batchNames = ['second_interview', 'remind', 'extend', 'pool', 'reject'] as const;
export type BatchName = (typeof batchNames)[number];

const extraHours = 24;
export function actionOf(name: BatchName): BatchAction {
  if (name === 'remind') return { type: 'remind' };
  return name === 'extend' ? { type: 'extend', reason: 'other', hours: extraHours } : { type: 'decide', outcome: name };
}

/** People of one batch at most, as the server takes them. */
const most = 100;

type Props = { selection: Selection; onBatch(name: BatchName): void };

/** Stands below the list while people are chosen: how many, and what can be done for all of them. */
export function SelectionBar({ selection, onBatch }: Props) {
  const text = benchWords.batch;
  const count = selection.ids.length;
  return (
    <View className="hr-selection" id="selection">
      <View className="hr-selection-head">
        <Text id="chosen" className="hr-tabular">
          {count > most ? text.limit(most) : text.chosen(count)}
        </Text>
        <Tap
          id="choose-all"
          className="hr-link"
          pressed="hr-link-pressed"
          onTap={count === 0 ? selection.all : selection.none}
        >
          {count === 0 ? text.all : text.none}
        </Tap>
        <Tap id="stop-batch" className="hr-link" pressed="hr-link-pressed" onTap={selection.stop}>
          {text.stop}
        </Tap>
      </View>
      <View className="hr-selection-actions hr-selection-all">
        {batchNames.map((name) => (
          <Action
            key={name}
            block
            id={`batch-${name}`}
            kind={name === 'second_interview' ? 'primary' : 'plain'}
            disabled={count === 0 || count > most}
            onTap={() => onBatch(name)}
          >
            {text.actions[name]}
          </Action>
        ))}
      </View>
    </View>
  );
}
