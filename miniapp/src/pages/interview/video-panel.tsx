import { Text, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { createCamera } from '#platform/camera.ts';
import { CameraPreview } from '#platform/camera-preview.tsx';
import { Action } from '../../components/action.tsx';
import { Icon } from '../../components/icon.tsx';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import type { CaptureEvents } from '../../platform/capture.ts';
import type { Recordings } from '../../state/recordings.ts';
import { RecordedTime } from './recording-panel.tsx';

type Props = {
  recordings: Recordings;
  questionId: string;
  /** Seconds there are at most. */
  most: number;
  onClose: () => void;
};

/** The camera's picture, and its one button. What is recorded becomes a bubble that can be watched and taken again. */
export function VideoPanel({ recordings, questionId, most, onClose }: Props) {
  const words = copy.room.composer;
  const [ready, setReady] = useState(false);
  /** The camera lives as long as its picture; a recording listens to it while it lasts. */
  const listener = useRef<CaptureEvents>();
  const failed = useRef(onClose);
  failed.current = onClose;
  const [camera] = useState(() =>
    createCamera({
      onReady: () => setReady(true),
      onStarted: () => listener.current?.onStarted?.(),
      onChunk: (bytes, last) => listener.current?.onChunk(bytes, last),
      onLevel: (level) => listener.current?.onLevel?.(level),
      onInterrupted: () => listener.current?.onInterrupted?.(),
      onStop: (end) => listener.current?.onStop(end),
      onError(code) {
        if (listener.current) return listener.current.onError(code);
        recordings.tell({ code, questionId });
        failed.current();
      },
    }),
  );
  useEffect(() => () => camera.close(), [camera]);

  const state = recordings.state();
  const running = state.phase === 'recording' || state.phase === 'interrupted';
  const begin = () =>
    recordings.start(
      questionId,
      'video',
      (events) => {
        listener.current = events;
        return camera;
      },
      Math.min(most, camera.mostSeconds),
    );
  const end = async () => {
    await recordings.stop();
    listener.current = undefined;
    onClose();
  };

  return (
    <View id="video-panel" className="video">
      <View className="video__frame">
        <CameraPreview camera={camera} className="video__picture" />
        {running ? (
          <View className="video__time">
            <View className="recording__dot recording__dot--on" {...aria({ hidden: true })} />
            <RecordedTime recordings={recordings} />
          </View>
        ) : (
          <Tap className="video__close" pressed="chat--pressed" label={words.videoClose} onTap={onClose}>
            <Icon name="cross" />
          </Tap>
        )}
      </View>
      <Text className="video__hint">
        {state.phase === 'stopping' ? words.sending : ready ? words.videoHint : words.startingCamera}
      </Text>
      <View className="recording__row">
        {running ? (
          <>
            <Action id="video-cancel" onTap={() => recordings.cancel()}>
              {words.cancel}
            </Action>
            <Action id="video-stop" kind="primary" onTap={() => void end()}>
              {words.stopVideo}
            </Action>
          </>
        ) : (
          <Action
            id="video-start"
            kind="primary"
            block
            disabled={!ready || state.phase !== 'idle'}
            busy={state.phase === 'starting' || state.phase === 'stopping'}
            onTap={begin}
          >
            {words.videoStart}
          </Action>
        )}
      </View>
    </View>
  );
}
