import { View } from '@tarojs/components';
import type { CallError } from '../../../api/call-error.ts';
import { Action } from '../../../components/action.tsx';
import { CommandError } from '../../components/states.tsx';
import { organisationWords } from '../../words.ts';
import { sumOf } from './changes.ts';
import type { Preview } from './preview.tsx';

type Props = {
  preview: Preview;
  busy: boolean;
  error: CallError | undefined;
  onConfirm(): void;
  onAgain?(): void;
};

/** Stands below the preview, always in reach: takes over exactly what is shown. */
export function ConfirmBar({ preview, busy, error, onConfirm, onAgain }: Props) {
  const words = organisationWords.import;
  const count = sumOf(preview);
  return (
    <View className="hr-save-bar" id="confirm-bar">
      {error && <CommandError error={error} safe={words.safe} />}
      <View className="hr-save-row">
        {onAgain !== undefined && (
          <Action id="preview-again" kind="quiet" disabled={busy} onTap={onAgain}>
            {words.again}
          </Action>
        )}
        <View className="hr-import-confirm">
          <Action id="apply-import" kind="primary" block busy={busy} disabled={count === 0} onTap={onConfirm}>
            {busy ? words.busy : count === 0 ? words.noChange : words.confirm(count)}
          </Action>
        </View>
      </View>
    </View>
  );
}
