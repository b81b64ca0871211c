import { Text, View } from '@tarojs/components';
import { difference } from '../difference.ts';
import './changes.scss';

type Props = { before: string; after: string; names: [string, string] };

/** Two texts beside each other (below each other on a phone), what is gone and what is new marked by more than colour. */
export function Changes({ before, after, names }: Props) {
  const changes = difference(before, after);
  const sides = [
    { name: names[0], other: 'added' as const, id: 'before' },
    { name: names[1], other: 'removed' as const, id: 'after' },
  ];
  return (
    <View className="hr-changes">
      {sides.map(({ name, other, id }) => (
        <View key={id} className="hr-changes-side">
          <View className="hr-changes-name">{name}</View>
          <Text className="hr-changes-text" userSelect>
            {changes
              .filter(({ kind }) => kind !== other)
              .map(({ text, kind }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name
                <Text key={index} className={`hr-change-${kind}`}>
                  {text}
                </Text>
              ))}
          </Text>
        </View>
      ))}
    </View>
  );
}
