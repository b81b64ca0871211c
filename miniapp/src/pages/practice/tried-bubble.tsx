import { Text, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { createPlayer } from '#platform/player.ts';
import type { Clip } from '#shared/interview/draft.ts';
import { Icon } from '../../components/icon.tsx';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import { lengthText } from '../../state/bubble-text.ts';
import type { Practice, Tried } from './practice.ts';

export function TriedBubble({ one, practice }: { one: Tried; practice: Practice }) {
  if (typeof one !== 'string') return <TriedVoice clip={one} practice={practice} />;
  return (
    <View className="chat-mine">
      <View className="chat-bubble chat-bubble--mine">
        <Text userSelect>{one}</Text>
      </View>
    </View>
  );
}

/** Heard again from this device. */
function TriedVoice({ clip, practice }: { clip: Clip; practice: Practice }) {
  const words = copy.practice;
  const [playing, setPlaying] = useState(false);
  const player = useRef<ReturnType<typeof createPlayer>>();
  useEffect(() => () => player.current?.destroy(), []);

  async function toggle() {
    player.current ??= createPlayer({
      onPlaying: setPlaying,
      onEnded: () => setPlaying(false),
      onError: () => setPlaying(false),
    });
    if (playing) {
      player.current.stop();
      return setPlaying(false);
    }
    const chunks = await practice.bytes(clip);
    if (chunks) await player.current.play({ chunks, mime: clip.mime });
  }

  return (
    <View className="chat-mine">
      <View className="chat-bubble chat-bubble--mine chat-clip chat-clip--voice">
        <Tap
          id={`play-${clip.clipId}`}
          className="chat-voice"
          pressed="chat--pressed"
          label={playing ? words.pause : words.play(lengthText(clip.seconds))}
          onTap={() => void toggle()}
        >
          <Icon name={playing ? 'pause' : 'play'} />
          <View className="practice__line" />
          <Text className="chat-voice__length">{lengthText(clip.seconds)}</Text>
        </Tap>
      </View>
      <View className="chat-mine__foot">
        <Tap className="chat-mine__again" pressed="chat--pressed" onTap={() => practice.remove(clip.clipId)}>
          {words.remove}
        </Tap>
      </View>
    </View>
  );
}
