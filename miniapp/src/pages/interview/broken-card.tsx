import { Text, View } from '@tarojs/components';
import { Action } from '../../components/action.tsx';
import { copy } from '../../copy.ts';
import { lengthText } from '../../state/bubble-text.ts';
import type { ClipRecord } from '../../state/clip-journal.ts';

type Props = { clip: ClipRecord; onKeep: () => void; onDrop: () => void };

/** A recording that the end of the app broke off: it is safe, and the candidate says what becomes of it. */
export function BrokenCard({ clip, onKeep, onDrop }: Props) {
  const words = copy.room.broken;
  return (
    <View id={`broken-${clip.clipId}`} className="broken">
      <Text className="broken__title">{words.title(lengthText(clip.seconds))}</Text>
      <Text className="broken__text">{words.text}</Text>
      <View className="broken__row">
        <Action id="drop-broken" kind="quiet" onTap={onDrop}>
          {words.drop}
        </Action>
        <Action id="keep-broken" kind="primary" onTap={onKeep}>
          {words.keep}
        </Action>
      </View>
    </View>
  );
}
