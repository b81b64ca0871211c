import { View } from '@tarojs/components';
import type { CallError } from '../../api/call-error.ts';
import { Sheet } from '../../components/sheet.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { words } from '../words.ts';
import './invite-sheet.scss';

type Props = {
  name: string;
  /** How long the invitation will hold. */
  hours: number;
  busy: boolean;
  error: CallError | undefined;
  onConfirm(): void;
  onClose(): void;
};

/** What will be sent and how long it holds, before anything is sent. */
export function InviteSheet({ name, hours, busy, error, onConfirm, onClose }: Props) {
  return (
    <Sheet open title={words.invite.confirm(name)} onClose={onClose}>
      <View className="hr-quiet">{words.invite.willSend}</View>
      {words.invite.parts.map((part) => (
        <View key={part} className="hr-invite-part">
          · {part}
        </View>
      ))}
      <View className="hr-invite-window">{words.invite.window(hours)}</View>
      {error && <CommandError error={error} safe={words.invite.failedSafe} />}
      <SheetActions
        id="confirm-invite"
        cancel={words.invite.cancel}
        confirm={busy ? words.invite.sending : words.invite.send}
        busy={busy}
        onCancel={onClose}
        onConfirm={onConfirm}
      />
    </Sheet>
  );
}
