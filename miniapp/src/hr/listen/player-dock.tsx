import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { Tap } from '../../components/tap.tsx';
import { reportWords } from '../words.ts';
import { clock } from './clip-time.ts';
import type { Playback } from './use-playback.ts';
import './player-dock.scss';

type Props = { playback: Playback; numberOf(questionId: string): number };

/** Stands below the transcript while a recording is played. */
export function PlayerDock({ playback, numberOf }: Props) {
  const { now, playing, seconds } = playback;
  if (now?.clip.kind !== 'voice') return null;
  const all = Math.max(1, now.clip.seconds);
  const share = Math.min(100, (100 * seconds) / all);
  return (
    <View className="hr-dock" id="player-dock">
      <View className="hr-dock-bar" {...aria({ role: 'progressbar', now: Math.floor(seconds), max: Math.floor(all) })}>
        <View className="hr-dock-done" style={{ width: `${share}%` }} />
      </View>
      <View className="hr-dock-row">
        <View className="hr-dock-what">
          <Text className="hr-dock-name">{reportWords.clip.playing(numberOf(now.questionId))}</Text>
          <Text className="hr-dock-time" id="player-time">
            {clock(seconds)} / {clock(all)}
          </Text>
        </View>
        <Tap
          className="hr-dock-button"
          pressed="hr-dock-pressed"
          label={reportWords.clip.back}
          onTap={() => playback.skip(-5)}
        >
          −5
        </Tap>
        <Tap
          id="player-toggle"
          className="hr-dock-button hr-dock-main"
          pressed="hr-dock-pressed"
          label={playing ? reportWords.clip.pause : reportWords.clip.play}
          onTap={playback.toggle}
        >
          <View className={playing ? 'hr-sign-pause' : 'hr-sign-play'} />
        </Tap>
        <Tap
          className="hr-dock-button"
          pressed="hr-dock-pressed"
          label={reportWords.clip.forward}
          onTap={() => playback.skip(5)}
        >
          +5
        </Tap>
        <Tap className="hr-dock-button" pressed="hr-dock-pressed" label={reportWords.clip.close} onTap={playback.close}>
          ×
        </Tap>
      </View>
    </View>
  );
}
