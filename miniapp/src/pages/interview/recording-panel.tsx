import { Text, View } from '@tarojs/components';
import { useEffect, useReducer, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { mediaLimits } from '#shared/interview/media.ts';
import { Action } from '../../components/action.tsx';
import { copy } from '../../copy.ts';
import { lengthText } from '../../state/bubble-text.ts';
import type { Recordings } from '../../state/recordings.ts';

const bars = 28;
const still = Array.from({ length: bars }, (_, bar) => ({ bar, level: 0 }));
const nearEndSeconds = 30;
const lookMs = 250;

/** How loud it is, the latest on the right. */
export function Waveform({ recordings, quiet = false }: { recordings: Recordings; quiet?: boolean }) {
  const [levels, setLevels] = useState(still);
  useEffect(
    () =>
      recordings.onLevel((level) =>
        setLevels((before) => before.map(({ bar }) => ({ bar, level: before[bar + 1]?.level ?? level }))),
      ),
    [recordings],
  );
  return (
    <View className={`wave ${quiet ? 'wave--quiet' : ''}`} {...aria({ hidden: true })}>
      {levels.map(({ bar, level }) => (
        <View key={bar} className="wave__bar" style={{ height: `${Math.round(8 + level * 88)}%` }} />
      ))}
    </View>
  );
}

function useSeconds(recordings: Recordings): number {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const timer = setInterval(redraw, lookMs);
    return () => clearInterval(timer);
  }, []);
  return recordings.seconds();
}

export function RecordedTime({ recordings }: { recordings: Recordings }) {
  const words = copy.room.composer;
  const seconds = useSeconds(recordings);
  const left = Math.ceil(mediaLimits.seconds.voice - seconds);
  return (
    <Text className={`wave__time ${left <= nearEndSeconds ? 'wave__time--soon' : ''}`}>
      {left <= nearEndSeconds ? words.left(Math.max(0, left)) : lengthText(seconds)}
    </Text>
  );
}

/** A recording without a finger on it: what it is doing, and its two buttons. */
export function RecordingPanel({ recordings }: { recordings: Recordings }) {
  const words = copy.room.composer;
  const state = recordings.state();
  if (state.phase === 'idle') return null;
  if (state.phase === 'interrupted')
    return (
      <View id="recording" className="recording" {...aria({ role: 'alert' })}>
        <Text className="recording__words">{words.interrupted(lengthText(recordings.seconds()))}</Text>
        <View className="recording__row">
          <Action id="recording-enough" onTap={() => void recordings.stop()}>
            {words.enough}
          </Action>
          <Action id="recording-resume" kind="primary" onTap={recordings.resume}>
            {words.goOn}
          </Action>
        </View>
      </View>
    );
  const running = state.phase === 'recording';
  return (
    <View id="recording" className="recording">
      <View className="recording__row recording__row--wave">
        <View className={`recording__dot ${running ? 'recording__dot--on' : ''}`} {...aria({ hidden: true })} />
        {running ? (
          <>
            <Waveform recordings={recordings} />
            <RecordedTime recordings={recordings} />
          </>
        ) : (
          <Text className="recording__words" {...aria({ role: 'status' })}>
            {state.phase === 'starting' ? words.starting : words.sending}
          </Text>
        )}
      </View>
      <View className="recording__row">
        <Action id="recording-cancel" disabled={state.phase === 'stopping'} onTap={() => recordings.cancel()}>
          {words.cancel}
        </Action>
        <Action id="recording-stop" kind="primary" disabled={!running} onTap={() => void recordings.stop()}>
          {words.stop}
        </Action>
      </View>
    </View>
  );
}
