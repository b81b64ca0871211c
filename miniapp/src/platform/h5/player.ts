import type { CreatePlayer, SourceOf } from '../player.ts';

export const sourceOf: SourceOf = async (chunks, mime) => {
  const src = URL.createObjectURL(new Blob(chunks, { type: mime }));
  return { src, release: () => URL.revokeObjectURL(src) };
};

export const createPlayer: CreatePlayer = (events) => {
  const audio = new Audio();
  let release = () => {};
  const listen = (type: string, run: () => void) => audio.addEventListener(type, run);
  listen('playing', () => events.onPlaying?.(true));
  listen('pause', () => events.onPlaying?.(false));
  listen('timeupdate', () => {
    events.onPosition?.(audio.currentTime, Number.isFinite(audio.duration) ? audio.duration : 0);
  });
  listen('ended', () => events.onEnded?.());
  // Emptying it is an error to the browser, too.
  const fail = () => audio.hasAttribute('src') && events.onError?.();
  listen('error', fail);
  const play = () => audio.play().catch((error: unknown) => (error as Error).name !== 'AbortError' && fail());
  const stop = () => {
    audio.pause();
    audio.removeAttribute('src');
    release();
    release = () => {};
  };
  return {
    async play(sound) {
      release();
      const made = 'url' in sound ? { src: sound.url, release: () => {} } : await sourceOf(sound.chunks, sound.mime);
      release = made.release;
      audio.src = made.src;
      await play();
    },
    pause: () => audio.pause(),
    resume: () => void play(),
    seek: (seconds) => {
      audio.currentTime = seconds;
    },
    stop,
    destroy: stop,
  };
};
