import { useEffect, useRef, useState } from 'react';
import { createPlayer } from '#platform/player.ts';
import type { Player } from '../../platform/player.ts';
import type { Clip } from './clip-time.ts';
import { openFile } from './open-file.ts';

export type Heard = { questionId: string; clip: Clip };
type Now = Heard & { url: string; from: number; nonce: number };

/**
 * One thing plays at a time. A recording is played here; a video shows itself and is only told where to begin (`from`,
 * anew with each `nonce`).
 */
export function usePlayback(addressOf: (questionId: string, clipId: string) => Promise<string | null>) {
  const [now, setNow] = useState<Now>();
  const [playing, setPlaying] = useState(false);
  const [seconds, setSeconds] = useState(0);
  /** The clip that would not play. */
  const [lost, setLost] = useState<string>();
  const player = useRef<Player>(undefined);
  const pending = useRef(0);
  const turn = useRef(0);
  const wanted = useRef<string>(undefined);

  useEffect(() => () => player.current?.destroy(), []);

  function sound(): Player {
    player.current ??= createPlayer({
      onPlaying: (on) => {
        setPlaying(on);
        if (!on || pending.current === 0) return;
        player.current?.seek(pending.current);
        pending.current = 0;
      },
      onPosition: (at) => setSeconds(at),
      onEnded: () => setPlaying(false),
      onError: () => {
        setPlaying(false);
        setNow(undefined);
        setLost(wanted.current);
      },
    });
    return player.current;
  }

  async function play({ questionId, clip }: Heard, from = 0) {
    turn.current += 1;
    const mine = turn.current;
    wanted.current = clip.clipId;
    setLost(undefined);
    const url = await addressOf(questionId, clip.clipId);
    if (mine !== turn.current) return;
    player.current?.stop();
    if (url === null) {
      setNow(undefined);
      setLost(clip.clipId);
      return;
    }
    setNow({ questionId, clip, url, from, nonce: mine });
    setSeconds(from);
    if (clip.kind !== 'voice') return;
    pending.current = from;
    await sound().play({ url });
  }

  return {
    now,
    playing,
    seconds,
    lost,
    play,
    async open({ questionId, clip }: Heard) {
      const url = await addressOf(questionId, clip.clipId);
      setLost(url !== null && (await openFile(url, clip.mime)) ? undefined : clip.clipId);
    },
    toggle() {
      if (playing) player.current?.pause();
      else if (now && seconds >= now.clip.seconds - 0.5) void play(now);
      else player.current?.resume();
    },
    skip(by: number) {
      if (!now) return;
      const to = Math.min(Math.max(0, seconds + by), now.clip.seconds);
      player.current?.seek(to);
      setSeconds(to);
    },
    close() {
      turn.current += 1;
      player.current?.stop();
      setPlaying(false);
      setNow(undefined);
    },
  };
}

export type Playback = ReturnType<typeof usePlayback>;
