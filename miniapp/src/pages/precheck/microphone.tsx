import { View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { openSettings } from '#platform/privacy.ts';
import { Action } from '../../components/action.tsx';
import { copy } from '../../copy.ts';
import { CheckRow, type RowState } from './check-row.tsx';
import { adviceOf, type Found, type Result } from './results.ts';
import { type SoundTry, useSoundTry } from './use-sound-try.ts';

type Props = { found: Found; browser: boolean; onResult: (...results: Result[]) => void };
const allowed: Result = { check: 'permission', ok: true, code: 'ok' };

/** Say something, hear it back, judge it yourself: nobody else can tell whether it is clear. */
export function Microphone({ found, browser, onResult }: Props) {
  const words = copy.precheck.microphone;
  const sound = useSoundTry((code) => onResult({ check: 'permission', ok: false, code }));
  const { state } = sound;
  const judged = state.phase === 'idle' || state.phase === 'trouble' ? resultOf(found) : undefined;
  const advice = judged && adviceOf(copy, judged, browser, '');

  function heard(ok: boolean) {
    if (state.phase !== 'listening') return;
    const value = Math.round(state.loudest * 100);
    sound.forget();
    onResult(allowed, { check: 'microphone', ok, code: ok ? 'ok' : state.silent ? 'silent' : 'unclear', value });
  }

  return (
    <CheckRow check="microphone" state={rowState(state, judged)} says={says(state, advice?.says)} does={advice?.does}>
      {state.phase === 'recording' ? (
        <View
          className="check-row__bar"
          {...aria({ role: 'progressbar', label: words.level, now: Math.round(state.level * 100), max: 100 })}
        >
          <View className="check-row__level" style={{ width: `${Math.min(100, Math.round(state.level * 140))}%` }} />
        </View>
      ) : state.phase === 'listening' ? (
        <View className="check-row__actions">
          {state.playing ? (
            <Action id="stop-sound" onTap={sound.silence}>
              {words.stop}
            </Action>
          ) : (
            <Action id="play-sound" onTap={sound.play}>
              {words.play}
            </Action>
          )}
          {state.silent ? null : (
            <Action id="sound-clear" kind="primary" onTap={() => heard(true)}>
              {words.clear}
            </Action>
          )}
          <Action id="sound-unclear" onTap={() => heard(false)}>
            {words.unclear}
          </Action>
        </View>
      ) : state.phase === 'opening' ? null : (
        <View className="check-row__actions">
          <Action
            id="try-sound"
            kind={judged === undefined ? 'primary' : judged.ok ? 'quiet' : 'plain'}
            onTap={() => void sound.start()}
          >
            {judged === undefined ? words.start : judged.ok ? copy.precheck.again : copy.precheck.retry}
          </Action>
          {judged?.code === 'denied' && !browser ? (
            <Action onTap={() => void openSettings()}>{copy.precheck.settings}</Action>
          ) : null}
        </View>
      )}
    </CheckRow>
  );
}

/** A microphone that may not be used was not heard. */
const resultOf = ({ permission, microphone }: Found): Result | undefined =>
  permission?.ok === false ? permission : microphone;

function rowState({ phase }: SoundTry, judged: Result | undefined): RowState {
  if (phase === 'opening' || phase === 'recording' || phase === 'listening') return 'running';
  return judged === undefined ? 'waiting' : judged.ok ? 'passed' : 'failed';
}

function says(state: SoundTry, judged: string | undefined): string {
  const words = copy.precheck.microphone;
  switch (state.phase) {
    case 'opening':
      return words.opening;
    case 'recording':
      return words.recording(state.left);
    case 'listening':
      return state.silent ? words.silent : words.listen;
    default:
      return judged ?? words.ask;
  }
}
