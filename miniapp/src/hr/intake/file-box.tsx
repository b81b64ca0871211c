import { View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { errorText } from '../error-text.ts';
import { intakeWords } from '../words.ts';
import type { FileState } from './use-read.ts';

type Props = { id: string; choose: string; state: FileState; onPick(): void; onRetry(): void };

/** Whether another try at it may help. */
export const mayRetry = (state: FileState): boolean =>
  state.phase === 'error' || (state.phase === 'failed' && state.again);

/** How far a file is, and what is wrong with it. */
export function FileProgress({ id, state }: { id: string; state: FileState }) {
  const trouble = state.phase === 'failed' ? state.text : state.phase === 'error' ? errorText(state.error) : undefined;
  if (trouble !== undefined) {
    return (
      <View id={`${id}-trouble`} className="hr-intake-trouble hr-intake-first" {...aria({ role: 'alert' })}>
        {trouble}
      </View>
    );
  }
  if (state.phase !== 'uploading' && state.phase !== 'reading') return null;
  return (
    <View {...aria({ role: 'status' })}>
      <View className="hr-intake-title">
        {state.phase === 'uploading' ? intakeWords.uploading(state.percent) : intakeWords.reading}
      </View>
      {state.phase === 'reading' && state.slow && <View className="hr-quiet">{intakeWords.slow}</View>}
    </View>
  );
}

/** Where a file is chosen, and how far it is. */
export function FileBox({ id, choose, state, onPick, onRetry }: Props) {
  const busy = state.phase === 'uploading' || state.phase === 'reading';
  return (
    <View className="hr-card hr-intake-card">
      {state.phase === 'ready' && (
        <View id={`${id}-name`} className="hr-intake-title">
          {state.file.purpose === 'resume' ? state.file.name : intakeWords.readRows(state.file.name, state.file.rows)}
        </View>
      )}
      <FileProgress id={id} state={state} />
      <View className={state.phase === 'none' ? '' : 'hr-intake-actions'}>
        {mayRetry(state) && (
          <Action id={`${id}-retry`} kind="primary" onTap={onRetry}>
            {intakeWords.readAgain}
          </Action>
        )}
        <Action
          id={id}
          kind={state.phase === 'ready' || mayRetry(state) ? 'plain' : 'primary'}
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
