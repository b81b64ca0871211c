import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Film } from '#platform/film.tsx';
import type { Clip } from '#shared/interview/draft.ts';
import { Icon } from '../../components/icon.tsx';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import { lengthText, sizeText } from '../../state/bubble-text.ts';
import { sentenceOf } from '../../state/sentence.ts';
import type { ShownClip, Sitting } from '../../state/sitting.ts';
import { Transcript } from './transcript.tsx';
import type { Playback, Shown } from './use-playing.ts';

type Props = {
  sitting: Sitting;
  clip: Clip;
  questionId: string;
  playback: Playback;
  /** Recordings are written down here. */
  recognition: boolean;
  /** It can be taken again or taken out. */
  active: boolean;
};

/** A recording or a file I gave: to play, to check what was heard, and how far it is saved. */
export function ClipBubble({ sitting, clip, questionId, playback, recognition, active }: Props) {
  const words = copy.room.clip;
  const state = sitting.clipState(clip);
  const spoken = clip.kind !== 'file';
  const retakes = sitting.retakesLeft(questionId);
  const [sure, setSure] = useState(false);
  return (
    <>
      <View className={`chat-bubble chat-bubble--mine chat-clip chat-clip--${clip.kind}`}>
        {clip.kind === 'voice' ? <Voice clip={clip} playback={playback} /> : null}
        {clip.kind === 'video' ? <Movie clip={clip} playback={playback} /> : null}
        {clip.kind === 'file' ? <Paper clip={clip} /> : null}
        {'done' in state && state.done < 1 ? (
          <View className="chat-clip__bar" {...aria({ hidden: true })}>
            <View className="chat-clip__done" style={{ width: `${Math.round(state.done * 100)}%` }} />
          </View>
        ) : null}
      </View>
      {playback.now?.clipId === clip.clipId && playback.now.failed ? (
        <Text className="chat-clip__note" {...aria({ role: 'status' })}>
          {words.cannotPlay}
        </Text>
      ) : null}
      {spoken ? (
        <Transcript
          clip={clip}
          heard={sitting.heard(clip)}
          expected={state.kind !== 'saved' ? undefined : recognition ? 'transcribing' : 'none'}
          onConfirm={(text) => sitting.room.confirmText(questionId, clip.clipId, text)}
        />
      ) : null}
      <View className="chat-mine__foot">
        {state.kind === 'refused' || state.kind === 'waiting' ? (
          <Tap className="chat-mine__again" pressed="chat--pressed" onTap={() => sitting.retryUpload(clip)}>
            {words.retry}
          </Tap>
        ) : null}
        {!active ? null : spoken && retakes === 0 ? (
          <Text className="chat-mine__save">{words.noRetake}</Text>
        ) : sure ? (
          <>
            <Tap className="chat-mine__again" pressed="chat--pressed" onTap={() => setSure(false)}>
              {words.keep}
            </Tap>
            <Tap
              id={`remove-${clip.clipId}`}
              className="chat-mine__again chat-mine__again--danger"
              pressed="chat--pressed"
              onTap={() => {
                playback.stop();
                sitting.removeClip(questionId, clip.clipId);
              }}
            >
              {spoken ? words.removeAndRetake : words.remove}
            </Tap>
          </>
        ) : (
          <Tap
            id={`retake-${clip.clipId}`}
            className="chat-mine__again"
            pressed="chat--pressed"
            onTap={() => setSure(true)}
          >
            {spoken ? words.retake(retakes) : words.remove}
          </Tap>
        )}
        <Text className={`chat-mine__save chat-mine__save--${toneOf[state.kind]}`} {...aria({ role: 'status' })}>
          {stateText(state)}
        </Text>
      </View>
    </>
  );
}

const toneOf = {
  recording: 'saving',
  uploading: 'saving',
  waiting: 'waiting',
  saved: 'saved',
  refused: 'refused',
  lost: 'refused',
  elsewhere: 'waiting',
} as const satisfies Record<ShownClip['kind'], string>;

function stateText(state: ShownClip): string {
  const words = copy.room.clip;
  switch (state.kind) {
    case 'recording':
      return words.recording;
    case 'uploading':
      return words.uploading(Math.round(state.done * 100));
    case 'waiting':
      return words.waiting(Math.round(state.done * 100));
    case 'refused':
      return `${words.refused} · ${sentenceOf(state.error)}`;
    default:
      return words[state.kind];
  }
}

/** Longer ones are wider, as in WeChat. */
const widthOf = (seconds: number) => 132 + Math.min(110, Math.sqrt(seconds) * 7);

function Voice({ clip, playback }: { clip: Clip; playback: Playback }) {
  const words = copy.room.clip;
  const now = playback.now?.clipId === clip.clipId ? playback.now : undefined;
  const playing = now?.playing === true;
  const share = now && clip.seconds > 0 ? Math.min(1, now.at / clip.seconds) : 0;
  return (
    <Tap
      className="chat-voice"
      pressed="chat--pressed"
      label={playing ? words.pause : words.play(words.voice, lengthText(clip.seconds))}
      onTap={() => playback.toggle(clip)}
    >
      <Icon name={playing ? 'pause' : 'play'} />
      <View className="chat-voice__line" style={{ width: `${Math.round(widthOf(clip.seconds) - 100)}px` }}>
        <View className="chat-voice__at" style={{ width: `${Math.round(share * 100)}%` }} />
      </View>
      <Text className="chat-voice__length">{lengthText(now && now.at > 0 ? now.at : clip.seconds)}</Text>
    </Tap>
  );
}

function Movie({ clip, playback }: { clip: Clip; playback: Playback }) {
  const words = copy.room.clip;
  const [shown, setShown] = useState<Shown | 'none'>();
  useEffect(() => () => void (shown && shown !== 'none' && shown.release()), [shown]);
  if (shown && shown !== 'none')
    return <Film className="chat-film" src={shown.src} label={words.play(words.video, lengthText(clip.seconds))} />;
  return (
    <Tap
      className="chat-film chat-film--closed"
      pressed="chat--pressed"
      label={words.play(words.video, lengthText(clip.seconds))}
      onTap={() => {
        playback.stop();
        void playback.source(clip).then((source) => setShown(source ?? 'none'));
      }}
    >
      <Icon name="play" />
      <Text className="chat-voice__length">
        {shown === 'none' ? words.cannotPlay : `${words.video} ${lengthText(clip.seconds)}`}
      </Text>
    </Tap>
  );
}

function Paper({ clip }: { clip: Clip }) {
  return (
    <View className="chat-paper">
      <Icon name="file" />
      <View className="chat-paper__words">
        <Text className="chat-paper__name">{clip.name ?? copy.room.clip.file}</Text>
        <Text className="chat-paper__size">{sizeText(clip.bytes)}</Text>
      </View>
    </View>
  );
}
