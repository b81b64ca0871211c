import { View } from '@tarojs/components';
import type { PositionChange } from '#shared/organisation/position/changes.ts';
import { changeText } from '../change-text.ts';

export function ChangeList({ id, changes }: { id: string; changes: PositionChange[] }) {
  return (
    <View id={id} className="hr-change-list">
      {changes.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a list that does not change
        <View key={index} className="hr-change-line">
          {changeText(change)}
        </View>
      ))}
    </View>
  );
}
