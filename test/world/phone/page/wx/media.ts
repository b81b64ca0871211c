/** Sound and files. */
import { dropFile, fileOf, keepFile, localUrl, putFile } from '../files.ts';
import { signal } from '../state.ts';
import { ApiError, api } from './api.ts';

export function createInnerAudioContext() {
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

const USER_DATA_PATH = 'wxfile://usr';

function read(path: unknown): Blob {
  const blob = fileOf(String(path));
  if (!blob) throw new ApiError(`no such file or directory, open '${String(path)}'`);
  return blob;
}

export function getFileSystemManager() {
  return {
    readFile: api('readFile', async ({ filePath, encoding }) => {
      const bytes = await read(filePath).arrayBuffer();
      if (encoding === 'base64') return { data: btoa(String.fromCharCode(...new Uint8Array(bytes))) };
      return { data: encoding === undefined ? bytes : new TextDecoder().decode(bytes) };
    }),
    writeFile: api('writeFile', ({ filePath, data }) => putFile(String(filePath), new Blob([data as BlobPart]))),
    unlink: api('unlink', ({ filePath }) => {
      read(filePath);
      dropFile(String(filePath));
    }),
    getFileInfo: api('getFileInfo', ({ filePath }) => ({ size: read(filePath).size })),
    saveFile: api('saveFile', ({ tempFilePath, filePath }) => {
      const saved = String(filePath ?? `${USER_DATA_PATH}/${String(tempFilePath).split('/').at(-1)}`);
      putFile(saved, read(tempFilePath));
      return { savedFilePath: saved };
    }),
    access: api('access', ({ path }) => void read(path)),
  };
}

export const env = { USER_DATA_PATH };

let recording: { recorder: MediaRecorder; started: number; chunks: Blob[] } | undefined;
const recorderSignals = {
  start: signal<unknown>(),
  stop: signal<unknown>(),
  pause: signal<unknown>(),
  resume: signal<unknown>(),
  error: signal<unknown>(),
  begin: signal<unknown>(),
  end: signal<unknown>(),
  frame: signal<unknown>(),
};

/** The browser cannot write mp3: what is kept is webm/opus, whatever format was asked for. */
export function getRecorderManager() {
  return {
    start: async (options: { duration?: number } = {}) => {
      try {
        const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
        const recorder = new MediaRecorder(stream);
        const own = { recorder, started: Date.now(), chunks: [] as Blob[] };
        recording = own;
        recorder.ondataavailable = (event) => own.chunks.push(event.data);
        recorder.onstop = () => {
          for (const track of stream.getTracks()) track.stop();
          const blob = new Blob(own.chunks, { type: 'audio/webm' });
          recorderSignals.stop.tell({
            tempFilePath: keepFile(blob, 'webm'),
            duration: Date.now() - own.started,
            fileSize: blob.size,
          });
        };
        recorder.start(500);
        recorderSignals.start.tell({});
        window.setTimeout(() => recorder.state !== 'inactive' && recorder.stop(), options.duration ?? 60_000);
      } catch {
        recorderSignals.error.tell({ errMsg: 'operateRecorder:fail auth deny' });
      }
    },
    stop: () => recording?.recorder.state !== 'inactive' && recording?.recorder.stop(),
    pause: () => {
      recording?.recorder.pause();
      recorderSignals.pause.tell({});
    },
    resume: () => {
      recording?.recorder.resume();
      recorderSignals.resume.tell({});
    },
    onStart: recorderSignals.start.on,
    onStop: recorderSignals.stop.on,
    onPause: recorderSignals.pause.on,
    onResume: recorderSignals.resume.on,
    onError: recorderSignals.error.on,
    onInterruptionBegin: recorderSignals.begin.on,
    onInterruptionEnd: recorderSignals.end.on,
    onFrameRecorded: recorderSignals.frame.on,
  };
}
