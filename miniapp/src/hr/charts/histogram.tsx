import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import './histogram.scss';

type Column = { id: string; name: string; n: number; text: string; tone?: 'accent' | 'amber' };
type Props = { id?: string; label: string; columns: readonly Column[] };

/** How many fall into which range: up to eight columns, each with its number above and its range below. */
export function Histogram({ id, label, columns }: Props) {
  const highest = Math.max(1, ...columns.map(({ n }) => n));
  return (
    <View {...(id === undefined ? {} : { id })} className="hr-histogram" {...aria({ role: 'list', label })}>
      {columns.map(({ id: column, name, n, text, tone = 'accent' }) => (
        <View key={column} className="hr-histogram-column" {...aria({ role: 'listitem' })}>
          <View className="hr-histogram-room">
            <Text className="hr-histogram-text">{text}</Text>
            <View className={`hr-histogram-bar hr-histogram-${tone}`} style={{ height: `${(100 * n) / highest}%` }} />
          </View>
          <Text className="hr-histogram-name">{name}</Text>
        </View>
      ))}
    </View>
  );
}
