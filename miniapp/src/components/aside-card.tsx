import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { copy } from '../copy.ts';
import type { Aside } from '../state/asides.ts';
import { bubbleText } from '../state/bubble-text.ts';
import { Action } from './action.tsx';
import './aside-card.scss';

type Props = {
  aside: Aside;
  /** Of the question, where the card does not stand under it. */
  number?: number;
  /** What putting it away is called; it is gone from the device then. None: it stays. */
  dismiss?: string;
  onDismiss?: () => void;
};

/** What was typed and is not in the answer: to look at and copy from, never put into the answer by itself. */
export function AsideCard({ aside, number, dismiss = copy.candidate.common.close, onDismiss }: Props) {
  const words = copy.candidate.interview;
  const text = [...aside.content.sent.map((bubble) => bubbleText(copy.room.clip, bubble)), aside.content.typing]
    .filter((part) => part.trim() !== '')
    .join('\n');
  const here = aside.attempt === undefined ? words.besideHere : copy.room.aside.givenUp;
  const title = aside.here ? here : words.beside;
  return (
    <View className="aside">
      <Text className="aside__title">{number === undefined ? title : `${words.number(number)} · ${title}`}</Text>
      {number === undefined ? <Text className="aside__hint">{words.besideText}</Text> : null}
      <Text className="aside__text" userSelect>
        {text}
      </Text>
      <View className="aside__actions">
        <Action kind="quiet" onTap={() => void Taro.setClipboardData({ data: text })}>
          {words.copy}
        </Action>
        {onDismiss === undefined ? null : (
          <Action kind="quiet" onTap={onDismiss}>
            {dismiss}
          </Action>
        )}
      </View>
    </View>
  );
}
