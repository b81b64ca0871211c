import { useEffect, useRef, useState } from 'react';
import { createPlayer, sourceOf } from '#platform/player.ts';
import type { Clip } from '#shared/interview/draft.ts';
import { call } from '../../api/call.ts';
import type { Player } from '../../platform/player.ts';
import type { Sitting } from '../../state/sitting.ts';

export type Playing = { clipId: string; playing: boolean; at: number; failed: boolean };
/** Something a picture or a film can be shown from. */
export type Shown = { src: string; release(): void };

export type Playback = {
  now: Playing | undefined;
  toggle(clip: Clip): void;
  stop(): void;
  source(clip: Clip): Promise<Shown | undefined>;
};

/** One clip sounds at a time; from this device while it has it, else from the server. */
export function usePlayback(sitting: Sitting, interviewId: string): Playback {
  const [now, setNow] = useState<Playing>();
  const player = useRef<Player>();
  const current = useRef<string>();
  useEffect(() => () => player.current?.destroy(), []);

  const change = (part: Partial<Playing>) => setNow((before) => before && { ...before, ...part });

  async function urlOf(clip: Clip): Promise<string | undefined> {
    const got = await call('clip.get', { params: { interviewId, clipId: clip.clipId } });
    return got.ok ? (got.value.url ?? undefined) : undefined;
  }

  async function begin(clip: Clip) {
    player.current ??= createPlayer({
      onPlaying: (playing) => change({ playing }),
      onPosition: (at) => change({ at }),
      onEnded: () => change({ playing: false, at: 0 }),
      onError: () => change({ playing: false, failed: true }),
    });
    current.current = clip.clipId;
    setNow({ clipId: clip.clipId, playing: true, at: 0, failed: false });
    const chunks = await sitting.bytes(clip);
    const url = chunks ? undefined : await urlOf(clip);
    if (current.current !== clip.clipId) return;
    if (chunks) await player.current.play({ chunks, mime: clip.mime });
    else if (url !== undefined) await player.current.play({ url });
    else change({ playing: false, failed: true });
  }

  return {
    now,
    toggle(clip) {
      if (now?.clipId !== clip.clipId || now.failed || (!now.playing && now.at === 0)) return void begin(clip);
      if (now.playing) player.current?.pause();
      else player.current?.resume();
    },
    stop() {
      current.current = undefined;
      player.current?.stop();
      setNow(undefined);
    },
    async source(clip) {
      const chunks = await sitting.bytes(clip);
      if (chunks) return sourceOf(chunks, clip.mime);
      const url = await urlOf(clip);
      return url === undefined ? undefined : { src: url, release: () => undefined };
    },
  };
}
