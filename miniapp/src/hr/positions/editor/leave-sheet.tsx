import { View } from '@tarojs/components';
import { Action } from '../../../components/action.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { positionWords } from '../../words.ts';

const words = positionWords.editor;

/** Before the page is left with something unsaved: it stays on the device unless it is thrown away. */
export function LeaveSheet({ onStay, onLater, onDiscard }: { onStay(): void; onLater(): void; onDiscard(): void }) {
  return (
    <Sheet open id="leave-sheet" title={words.leave.title} onClose={onStay}>
      <View className="hr-quiet">{words.kept}</View>
      <View className="hr-stack">
        <Action id="leave-stay" kind="primary" block onTap={onStay}>
          {words.leave.stay}
        </Action>
        <Action id="leave-later" block onTap={onLater}>
          {words.leave.later}
        </Action>
        <Action id="leave-discard" kind="danger" block onTap={onDiscard}>
          {words.discard}
        </Action>
      </View>
    </Sheet>
  );
}
