import Taro from '@tarojs/taro';
import { extensionOf } from '../mimes.ts';
import type { CreatePlayer, SourceOf } from '../player.ts';
import { folderOf, makeFolder, removeFile, writeFile } from './files.ts';
import { joined } from './mp3-level.ts';

let count = 0;

export const sourceOf: SourceOf = async (chunks, mime) => {
  const folder = folderOf('playing');
  await makeFolder(folder);
  count += 1;
  const src = `${folder}/${Date.now()}-${count}.${extensionOf(mime)}`;
  await writeFile(src, joined(...chunks.map((chunk) => new Uint8Array(chunk))).buffer);
  return { src, release: () => void removeFile(src).catch(() => undefined) };
};

export const createPlayer: CreatePlayer = (events) => {
  // With the phone set to silent a person who asks to hear something still wants to hear it.
  void Taro.setInnerAudioOption?.({ obeyMuteSwitch: false }).catch(() => undefined);
  const audio = Taro.createInnerAudioContext();
  let release = () => {};
  audio.onPlay(() => events.onPlaying?.(true));
  audio.onPause(() => events.onPlaying?.(false));
  audio.onStop(() => events.onPlaying?.(false));
  audio.onTimeUpdate(() => events.onPosition?.(audio.currentTime, finite(audio.duration)));
  audio.onEnded(() => {
    events.onPlaying?.(false);
    events.onEnded?.();
  });
  audio.onError(() => {
    events.onPlaying?.(false);
    events.onError?.();
  });
  const stop = () => {
    audio.stop();
    release();
    release = () => {};
  };
  return {
    async play(sound) {
      release();
      const made = 'url' in sound ? { src: sound.url, release: () => {} } : await sourceOf(sound.chunks, sound.mime);
      release = made.release;
      audio.src = made.src;
      audio.play();
    },
    pause: () => audio.pause(),
    resume: () => audio.play(),
    seek: (seconds) => audio.seek(seconds),
    stop,
    destroy: () => {
      stop();
      audio.destroy();
    },
  };
};

const finite = (seconds: number) => (Number.isFinite(seconds) ? seconds : 0);
