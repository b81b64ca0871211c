import { View } from '@tarojs/components';
import { Action } from '../../components/action.tsx';

type Props = {
  /** Of the button that does it. */
  id: string;
  cancel: string;
  confirm: string;
  busy?: boolean;
  disabled?: boolean;
  onCancel(): void;
  onConfirm(): void;
};

/** How a sheet is left: without a change, or by doing what it asks about. */
export function SheetActions({ id, cancel, confirm, busy = false, disabled = false, onCancel, onConfirm }: Props) {
  return (
    <View className="hr-sheet-actions">
      <Action kind="quiet" disabled={busy} onTap={onCancel}>
        {cancel}
      </Action>
      <Action id={id} kind="primary" busy={busy} disabled={disabled} onTap={onConfirm}>
        {confirm}
      </Action>
    </View>
  );
}
