import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Action } from '../../components/action.tsx';
import { copy } from '../../copy.ts';
import type { Aside } from '../../state/room.ts';

/** What was typed elsewhere: to look at and copy from, never put into the answer by itself. */
export function AsideCard({ aside, onDismiss }: { aside: Aside; onDismiss: () => void }) {
  const words = copy.candidate.interview;
  const text = [...aside.content.sent, aside.content.typing].filter((part) => part.trim() !== '').join('\n');
  return (
    <View className="aside">
      <Text className="aside__title">{aside.here ? words.besideHere : words.beside}</Text>
      <Text className="aside__hint">{words.besideText}</Text>
      <Text className="aside__text" userSelect>
        {text}
      </Text>
      <View className="aside__actions">
        <Action kind="quiet" onTap={() => void Taro.setClipboardData({ data: text })}>
          {words.copy}
        </Action>
        <Action kind="quiet" onTap={onDismiss}>
          {copy.candidate.common.close}
        </Action>
      </View>
    </View>
  );
}
