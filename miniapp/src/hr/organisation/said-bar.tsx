import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { copy } from '../../copy.ts';
import { organisationWords as words } from '../words.ts';
import type { Saying } from './use-said.ts';

/** Below: what was done, and the way back. It stays until it is put away, so that nobody has to be quick. */
export function SaidBar({ saying }: { saying: Saying }) {
  const { said, mayUndo } = saying;
  if (said === undefined) return null;
  return (
    <View className="hr-save-bar" id="said-bar">
      <View className="hr-save-row">
        <View className="hr-save-says" {...aria({ role: 'status' })}>
          <Text id="said">{said.text}</Text>
        </View>
        {mayUndo && (
          <Action id="undo" onTap={() => void saying.undo()}>
            {words.undo}
          </Action>
        )}
        <Action id="hush" kind="quiet" disabled={said.state === 'busy'} onTap={saying.hush}>
          {copy.candidate.common.close}
        </Action>
      </View>
    </View>
  );
}
