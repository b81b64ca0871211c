import { View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { errorText } from '../error-text.ts';
import { intakeWords } from '../words.ts';
import type { FileState } from './use-file.ts';

type Props = { id: string; choose: string; state: FileState; onPick(): void };

/** Where a file is chosen, and how far it is. */
export function FileBox({ id, choose, state, onPick }: Props) {
  const busy = state.phase === 'uploading' || state.phase === 'reading';
  const trouble = state.phase === 'failed' ? state.text : state.phase === 'error' ? errorText(state.error) : undefined;
  return (
    <View className="hr-card hr-intake-card">
      {state.phase === 'ready' && (
        <View id={`${id}-name`} className="hr-intake-title">
          {state.file.purpose === 'resume' ? state.file.name : intakeWords.readRows(state.file.name, state.file.rows)}
        </View>
      )}
      {busy && (
        <View className="hr-intake-title" {...aria({ role: 'status' })}>
          {state.phase === 'uploading' ? intakeWords.uploading(state.percent) : intakeWords.reading}
        </View>
      )}
      {trouble !== undefined && (
        <View id={`${id}-trouble`} className="hr-intake-trouble hr-intake-first" {...aria({ role: 'alert' })}>
          {trouble}
        </View>
      )}
      <View className={state.phase === 'none' ? '' : 'hr-intake-actions'}>
        <Action
          id={id}
          kind={state.phase === 'ready' ? 'plain' : 'primary'}
          block={state.phase === 'none'}
          busy={busy}
          onTap={onPick}
        >
          {state.phase === 'none' ? choose : intakeWords.other}
        </Action>
      </View>
    </View>
  );
}
