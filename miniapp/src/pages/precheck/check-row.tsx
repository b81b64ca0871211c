import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from '#platform/aria.ts';
import { copy } from '../../copy.ts';
import type { CheckName } from './results.ts';

export type RowState = 'waiting' | 'running' | 'passed' | 'failed';
type Props = PropsWithChildren<{
  check: CheckName;
  state: RowState;
  says?: string | undefined;
  does?: string | undefined;
}>;

/** One thing that is checked: its name, how it stands, and what to do where it failed. */
export function CheckRow({ check, state, says, does, children }: Props) {
  const words = copy.precheck;
  return (
    <View id={`check-${check}`} className={`check-row check-row--${state}`} {...aria({ role: 'listitem' })}>
      <View className="check-row__mark" />
      <View className="check-row__words">
        <View className="check-row__head">
          <Text className="check-row__name">{words.names[check]}</Text>
          <Text className="check-row__state" {...aria({ role: 'status' })}>
            {words.state[state]}
          </Text>
        </View>
        {says ? <Text className="check-row__says">{says}</Text> : null}
        {does ? <Text className="check-row__does">{does}</Text> : null}
        {children}
      </View>
    </View>
  );
}
