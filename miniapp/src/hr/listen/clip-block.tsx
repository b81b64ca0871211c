import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Film } from '#platform/film.tsx';
import { Chip } from '../../components/card.tsx';
import { Tap } from '../../components/tap.tsx';
import { Changes } from '../components/changes.tsx';
import { evaluationWords, reportWords } from '../words.ts';
import { type Clip, clock } from './clip-time.ts';
import { speechLine } from './speech-line.ts';
import type { Playback } from './use-playback.ts';
import './clip-block.scss';

type Props = { questionId: string; clip: Clip; playback: Playback };

/** A recording or file of an answer: to play, with what was heard in it and how it was spoken. */
export function ClipBlock({ questionId, clip, playback }: Props) {
  const [comparing, setComparing] = useState(false);
  const current = playback.now?.questionId === questionId && playback.now.clip.clipId === clip.clipId;
  const on = current && playback.playing;
  const lost = playback.lost === clip.clipId;
  const speech = clip.speech && speechLine(reportWords.speech, clip.speech);
  const { heard, corrected } = clip;
  const changed = heard !== null && corrected !== null && heard !== corrected;
  const tap = () => {
    if (clip.kind === 'file') void playback.open({ questionId, clip });
    else if (current && clip.kind === 'voice') playback.toggle();
    else void playback.play({ questionId, clip });
  };
  const label = clip.kind === 'file' ? reportWords.clip.open : on ? reportWords.clip.pause : reportWords.clip.play;
  return (
    <View className="hr-clip" id={`clip-${questionId}-${clip.clipId}`}>
      <View className="hr-clip-row">
        <Tap className="hr-clip-button" pressed="hr-clip-pressed" label={label} off={clip.url === null} onTap={tap}>
          {clip.kind === 'file' ? (
            <View className="hr-sign-file" />
          ) : (
            <View className={on ? 'hr-sign-pause' : 'hr-sign-play'} />
          )}
        </Tap>
        <View className="hr-clip-what">
          <Text className="hr-clip-name">{clip.name ?? reportWords.clip[clip.kind]}</Text>
          <Text className="hr-clip-facts">{facts(clip)}</Text>
        </View>
      </View>
      {current && clip.kind === 'video' && playback.now && (
        <Film
          key={playback.now.nonce}
          className="hr-clip-video"
          src={playback.now.url}
          from={playback.now.from}
          label={reportWords.clip.video}
        />
      )}
      {lost && (
        <View className="hr-clip-lost" {...aria({ role: 'alert' })}>
          {reportWords.clip.lost}
        </View>
      )}
      {clip.flags.length > 0 && (
        <View className="hr-clip-flags">
          {clip.flags.map((flag) => (
            <Chip key={flag} tone="amber">
              {evaluationWords.flag[flag]}
            </Chip>
          ))}
        </View>
      )}
      {changed && (
        <>
          <Tap className="hr-link" pressed="hr-link-pressed" onTap={() => setComparing(!comparing)}>
            {comparing ? reportWords.clip.hideCompare : reportWords.clip.compare}
          </Tap>
          {comparing && (
            <Changes before={heard} after={corrected} names={[reportWords.clip.heard, reportWords.clip.corrected]} />
          )}
        </>
      )}
      {speech && (
        <View className="hr-clip-speech">
          <Text>{speech}</Text>
          <Text className="hr-clip-context"> {reportWords.context}</Text>
        </View>
      )}
    </View>
  );
}

function facts({ kind, seconds, state, url, confidence }: Clip): string {
  const parts = [
    kind === 'file' ? '' : clock(seconds),
    state !== 'ready' && kind !== 'file' && (url !== null || state === 'transcribing') ? reportWords.clip[state] : '',
    state === 'ready' && confidence !== null ? reportWords.clip.confidence(Math.round(100 * confidence)) : '',
    url === null ? reportWords.clip[state === 'transcribing' ? 'waiting' : 'missing'] : '',
  ];
  return parts.filter(Boolean).join(' · ');
}
