import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Icon } from '../../components/icon.tsx';
import { copy } from '../../copy.ts';
import type { Recordings } from '../../state/recordings.ts';
import { RecordedTime, Waveform } from './recording-panel.tsx';
import { usePress } from './use-press.ts';

type Zone = 'send' | 'cancel' | 'lock';

const upForCancel = 72;
const rightForLock = 88;
/** Shorter than a word: not held, tapped. Then it goes on without the finger. */
const tapMs = 350;

type Props = {
  recordings: Recordings;
  /** Begins a recording; true when the finger may go. */
  onStart: () => void;
  onHandsFree: () => void;
};

/** 按住说话, as in WeChat: release sends, slide up cancels, slide right or a tap goes on without the finger. */
export function HoldToTalk({ recordings, onStart, onHandsFree }: Props) {
  const words = copy.room.composer;
  const [zone, setZone] = useState<Zone>();
  const at = useRef<Zone>('send');

  const show = (next: Zone | undefined) => {
    at.current = next ?? 'send';
    setZone(next);
  };

  const press = usePress(
    {
      begin() {
        if (recordings.state().phase !== 'idle') return;
        show('send');
        onStart();
      },
      move({ up, right }) {
        const next = up > upForCancel ? 'cancel' : right > rightForLock ? 'lock' : 'send';
        if (zone !== undefined && next !== at.current) show(next);
      },
      end(ms) {
        const left = at.current;
        const running = recordings.state().phase;
        show(undefined);
        if (running === 'idle') return;
        if (left === 'cancel') recordings.cancel();
        // The permission was being asked for: the finger had to go. It is not known whether anything was said.
        else if (left === 'lock' || ms < tapMs || running === 'starting') onHandsFree();
        else void recordings.stop();
      },
      lost() {
        show(undefined);
        if (recordings.state().phase !== 'idle') onHandsFree();
      },
    },
    () => {
      if (recordings.state().phase !== 'idle') return;
      onStart();
      onHandsFree();
    },
  );

  return (
    <>
      <View
        id="hold-to-talk"
        className={`hold ${zone === undefined ? '' : 'hold--held'}`}
        {...aria({ role: 'button', label: words.holdLabel })}
        {...press}
      >
        <Text userSelect={false}>{words.hold}</Text>
      </View>
      {zone === undefined ? null : (
        <View className="talk" {...aria({ hidden: true })}>
          <View className={`talk__card talk__card--${zone}`}>
            <Waveform recordings={recordings} quiet={zone === 'cancel'} />
            <RecordedTime recordings={recordings} />
          </View>
          <View className="talk__zones">
            <View className={`talk__zone ${zone === 'cancel' ? 'talk__zone--cancel' : ''}`}>
              <Icon name="cross" />
            </View>
            <View className={`talk__zone ${zone === 'lock' ? 'talk__zone--lock' : ''}`}>
              <Icon name="lock" />
            </View>
          </View>
          <Text className={`talk__hint talk__hint--${zone}`}>
            {zone === 'cancel' ? words.releaseCancel : zone === 'lock' ? words.releaseLock : words.release}
          </Text>
          <Text className="talk__hint talk__hint--small">{zone === 'send' ? words.lockHint : ' '}</Text>
        </View>
      )}
    </>
  );
}
