import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { Action } from '../../../components/action.tsx';
import { organisationWords } from '../../words.ts';

type Applied = Output<'organisation.applyWecom'>;
type Counts = { added: number; changed: number; gone?: number };

const words = organisationWords.import;

function lineOf(name: string, { added, changed, gone = 0 }: Counts): string {
  const parts = [
    ...(added > 0 ? [words.count.added(added)] : []),
    ...(changed > 0 ? [words.count.changed(changed)] : []),
    ...(gone > 0 ? [words.count.gone(gone)] : []),
  ];
  return words.doneLine(name, parts.length === 0 ? words.noChange : parts.join(words.list));
}

/** What an import did, and the way to where it is seen. */
export const DoneCard = ({ applied }: { applied: Applied }) => (
  <View className="hr-card hr-padded" id="imported">
    <View className="hr-import-done" {...aria({ role: 'status' })}>
      ✓ {words.done}
    </View>
    {(['departments', 'posts', 'people'] as const).map((part) => (
      <View key={part}>{lineOf(words[part], applied[part])}</View>
    ))}
    <View className="hr-stack">
      <Action id="to-tree" kind="primary" block onTap={() => void Taro.navigateBack()}>
        {words.toTree}
      </Action>
    </View>
  </View>
);
