/** Sound and video that is played. */
import { localUrl } from '../files.ts';
import { topPage } from '../stack.ts';
import { signal, signals } from '../state.ts';
import { api } from './api.ts';

function createInnerAudioContext() {
  const audio = new Audio();
  const own = new Map<string, ReturnType<typeof signal<unknown>>>();
  const events = {
    Play: 'play',
    Pause: 'pause',
    Stop: 'stop',
    Ended: 'ended',
    TimeUpdate: 'timeupdate',
    Error: 'error',
    Canplay: 'canplay',
    Waiting: 'waiting',
    Seeking: 'seeking',
    Seeked: 'seeked',
  };
  const listening: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(events)) {
    const told = signal<unknown>();
    own.set(type, told);
    audio.addEventListener(type, () =>
      told.tell(type === 'error' ? { errCode: 10001, errMsg: audio.error?.message } : {}),
    );
    listening[`on${name}`] = told.on;
    listening[`off${name}`] = told.off;
  }
  const pauseForCall = () => audio.pause();
  signals.audioInterruptionBegin.on(pauseForCall);
  const context = {
    ...listening,
    play: () => void audio.play().catch(() => own.get('error')?.tell({ errCode: 10002, errMsg: 'play failed' })),
    pause: () => audio.pause(),
    stop: () => {
      audio.pause();
      audio.currentTime = 0;
      own.get('stop')?.tell({});
    },
    seek: (position: number) => {
      audio.currentTime = position;
    },
    destroy: () => {
      signals.audioInterruptionBegin.off(pauseForCall);
      audio.pause();
      audio.removeAttribute('src');
    },
  };
  for (const name of ['currentTime', 'duration', 'paused', 'volume', 'loop', 'playbackRate', 'autoplay'] as const) {
    Object.defineProperty(context, name, {
      get: () => audio[name],
      set: (value) => Object.assign(audio, { [name]: value }),
    });
  }
  Object.defineProperty(context, 'src', {
    get: () => audio.src,
    set: (value: string) => {
      audio.src = localUrl(value);
    },
  });
  return context;
}

/** Steers a `<video>` of the page by its id. */
function createVideoContext(id: string) {
  const video = () => topPage()?.scroller.querySelector<HTMLVideoElement>(`[id="${CSS.escape(id)}"] > video`);
  return {
    play: () =>
      void video()
        ?.play()
        .catch(() => undefined),
    pause: () => video()?.pause(),
    stop: () => {
      const found = video();
      found?.pause();
      if (found) found.currentTime = 0;
    },
    seek: (position: number) => {
      const found = video();
      if (found) found.currentTime = position;
    },
    playbackRate: (rate: number) => {
      const found = video();
      if (found) found.playbackRate = rate;
    },
    requestFullScreen: () => {},
    exitFullScreen: () => {},
  };
}

export const media = {
  createInnerAudioContext,
  createVideoContext,
  setInnerAudioOption: api('setInnerAudioOption', () => ({})),
  onAudioInterruptionBegin: signals.audioInterruptionBegin.on,
  offAudioInterruptionBegin: signals.audioInterruptionBegin.off,
  onAudioInterruptionEnd: signals.audioInterruptionEnd.on,
  offAudioInterruptionEnd: signals.audioInterruptionEnd.off,
};
