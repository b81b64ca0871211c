import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { aria } from '#platform/aria.ts';
import type { CallError } from '../../api/call-error.ts';
import { Action } from '../../components/action.tsx';
import { errorText } from '../error-text.ts';
import { words } from '../words.ts';
import './states.scss';

/** Nothing could be shown: what happened, and what can be done. */
export function Failure({ error, onRetry }: { error: CallError; onRetry(): void }) {
  return (
    <View className="hr-note">
      <Text className="hr-note-text">{errorText(error)}</Text>
      <View className="hr-note-ways">
        <Action onTap={onRetry}>{words.state.retry}</Action>
        {error.kind === 'refused' && error.code === 'not_found' && (
          <Action id="to-workbench" kind="quiet" onTap={() => void Taro.reLaunch({ url: '/hr/workbench/index' })}>
            {words.state.toWorkbench}
          </Action>
        )}
      </View>
    </View>
  );
}

export function Empty({ text, action, onTap }: { text: string; action?: string; onTap?(): void }) {
  return (
    <View className="hr-note">
      <Text className="hr-note-text">{text}</Text>
      {action !== undefined && onTap !== undefined && <Action onTap={onTap}>{action}</Action>}
    </View>
  );
}

/** Over content that is older than it should be. */
export function StaleBar({ error }: { error: CallError }) {
  return <View className="hr-stale">{error.kind === 'refused' ? errorText(error) : words.state.offline}</View>;
}

/** Under a button that did not do it: first what is safe, then why. */
export function CommandError({ error, safe }: { error: CallError; safe: string }) {
  const unsent = error.kind === 'offline' ? safe : words.state.unknown;
  const text = error.kind === 'refused' ? errorText(error) : unsent;
  return (
    <View className="hr-command-error" {...aria({ role: 'alert' })}>
      {text}
    </View>
  );
}
