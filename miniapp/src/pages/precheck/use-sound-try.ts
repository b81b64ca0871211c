import { useEffect, useRef, useState } from 'react';
import { createPlayer } from '#platform/player.ts';
import { authorise } from '#platform/privacy.ts';
import { createRecorder } from '#platform/recorder.ts';
import type { CaptureError } from '../../platform/capture.ts';

const trySeconds = 4;
/** A level no voice stays under. */
const silence = 0.02;

export type SoundTry =
  | { phase: 'idle' | 'opening' }
  | { phase: 'recording'; left: number; level: number }
  | { phase: 'listening'; loudest: number; silent: boolean; playing: boolean }
  | { phase: 'trouble'; code: CaptureError };

/** Records some seconds on this device, lets the person hear them, and forgets them. */
export function useSoundTry(onTrouble: (code: CaptureError) => void) {
  const [state, setState] = useState<SoundTry>({ phase: 'idle' });
  const told = useRef(onTrouble);
  told.current = onTrouble;
  const chunks = useRef<ArrayBuffer[]>([]);
  const loudest = useRef(0);
  const gone = useRef(false);
  const parts = useRef<{ recorder: ReturnType<typeof createRecorder>; player: ReturnType<typeof createPlayer> }>();
  const fail = (code: CaptureError) => {
    setState({ phase: 'trouble', code });
    told.current(code);
  };
  const playing = (now: boolean) => setState((was) => (was.phase === 'listening' ? { ...was, playing: now } : was));
  if (parts.current === undefined) {
    const recorder = createRecorder({
      onStarted: () => setState({ phase: 'recording', left: trySeconds, level: 0 }),
      onChunk: (bytes) => chunks.current.push(bytes),
      onLevel(level) {
        loudest.current = Math.max(loudest.current, level);
        setState((was) => (was.phase === 'recording' ? { ...was, level } : was));
      },
      onInterrupted: () => recorder.stop(),
      onError: fail,
      onStop() {
        const silent = recorder.levels && loudest.current < silence;
        setState({ phase: 'listening', loudest: loudest.current, silent, playing: false });
      },
    });
    const player = createPlayer({
      onPlaying: playing,
      onEnded: () => playing(false),
      onError: () => playing(false),
    });
    parts.current = { recorder, player };
  }
  const { recorder, player } = parts.current;

  const recording = state.phase === 'recording';
  useEffect(() => {
    if (!recording) return;
    const tick = setInterval(
      () => setState((was) => (was.phase === 'recording' ? { ...was, left: Math.max(0, was.left - 1) } : was)),
      1000,
    );
    return () => clearInterval(tick);
  }, [recording]);
  useEffect(
    () => () => {
      gone.current = true;
      recorder.cancel();
      player.destroy();
    },
    [recorder, player],
  );

  return {
    state,
    async start() {
      player.stop();
      chunks.current = [];
      loudest.current = 0;
      setState({ phase: 'opening' });
      // The mini-program tells a refusal from a missing declaration here only; a browser asks when it opens the device.
      const permission = process.env.TARO_ENV === 'weapp' ? await authorise('record') : 'granted';
      if (gone.current) return;
      if (permission === 'granted') recorder.start(trySeconds);
      else fail(permission);
    },
    play: () => void player.play({ chunks: chunks.current, mime: recorder.mime }),
    silence() {
      player.stop();
      playing(false);
    },
    forget() {
      player.stop();
      chunks.current = [];
      setState({ phase: 'idle' });
    },
  };
}
