import { Text, View } from '@tarojs/components';
import './hiring.scss';

/** Names and what they stand for, one below the other; what is empty is left out. */
export function FactRows({ rows }: { rows: { id: string; name: string; value: string; strong?: boolean }[] }) {
  return (
    <View className="hiring__rows">
      {rows
        .filter(({ value }) => value !== '')
        .map(({ id, name, value, strong }) => (
          <View key={id} className="hiring__row">
            <Text className="hiring__name">{name}</Text>
            <Text id={id} className={strong ? 'hiring__value hiring__value--strong' : 'hiring__value'} userSelect>
              {value}
            </Text>
          </View>
        ))}
    </View>
  );
}

/** How it stands, and what follows. */
export function Stands({ id, title, text }: { id: string; title: string; text: string }) {
  return (
    <View id={id} className="hiring__state">
      <Text className="hiring__state-title">{title}</Text>
      <Text className="hiring__state-text">{text}</Text>
    </View>
  );
}
