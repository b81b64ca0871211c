/** CameraContext: photos, and videos of at most five minutes, whole when they are over. */
import { keepFile } from '../files.ts';
import { guarded, phone } from '../state.ts';
import { ApiError, api, type Options } from './api.ts';

/** The camera of the page on top: `stopped` tells its component. */
export type Live = { stream: MediaStream; video: HTMLVideoElement; stopped: () => void };

type Video = {
  tempThumbPath: string;
  tempVideoPath: string;
  duration: number;
  size: number;
  height: number;
  width: number;
};

let live: Live | undefined;
let recording: { recorder: MediaRecorder; done: Promise<Video>; timer: number } | undefined;

export function takeOver(now: Live): void {
  live = now;
}

export function letGo(gone: Live): void {
  if (live === gone) {
    drop();
    live = undefined;
  }
  for (const track of gone.stream.getTracks()) track.stop();
}

function drop(): void {
  if (!recording) return;
  window.clearTimeout(recording.timer);
  recording.recorder.onstop = null;
  recording.recorder.stop();
  recording = undefined;
}

/** The background ends a video, and what it had is lost. */
export function stopCamera(): void {
  if (!live) return;
  drop();
  live.stopped();
}

// Real mp4 where this browser writes it, as a phone does.
const types = ['video/mp4;codecs=vp9,opus', 'video/webm;codecs=vp8,opus'];

function record(own: Live): { recorder: MediaRecorder; done: Promise<Video> } {
  const type = types.find((one) => MediaRecorder.isTypeSupported(one)) ?? 'video/webm';
  const recorder = new MediaRecorder(own.stream, { mimeType: type, bitsPerSecond: 800_000 });
  const parts: Blob[] = [];
  const startedAt = performance.now();
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const done = new Promise<Video>((resolve) => {
    recorder.onstop = async () => {
      const plain = type.split(';')[0] ?? type;
      const bytes = await new Blob(parts).arrayBuffer();
      const { videoWidth: width, videoHeight: height } = own.video;
      resolve({
        tempThumbPath: await picture(own),
        tempVideoPath: keepFile(bytes, plain.split('/')[1] ?? 'mp4', plain),
        duration: (performance.now() - startedAt) / 1000,
        size: bytes.byteLength,
        width,
        height,
      });
    };
  });
  recorder.start();
  return { recorder, done };
}

async function picture({ video }: Live): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.8));
  return keepFile((await blob?.arrayBuffer()) ?? new ArrayBuffer(0), 'jpg', 'image/jpeg');
}

function camera(): Live {
  if (!live || phone.background) throw new ApiError('camera is not available');
  return live;
}

async function finish(): Promise<Video> {
  if (!recording) throw new ApiError(':not recording');
  const { recorder, done, timer } = recording;
  window.clearTimeout(timer);
  recording = undefined;
  recorder.stop();
  return done;
}

const context = {
  startRecord: api('startRecord', ({ timeout = 30, timeoutCallback }: Options) => {
    const own = camera();
    const seconds = Number(timeout);
    if (recording) throw new ApiError(':is recording');
    if (!(seconds > 0 && seconds <= 300)) throw new ApiError(':timeout must be in (0, 300]');
    const timer = window.setTimeout(() => {
      void finish().then((video) => guarded(() => (timeoutCallback as ((video: Video) => void) | undefined)?.(video)));
    }, seconds * 1000);
    recording = { ...record(own), timer };
  }),
  stopRecord: api('stopRecord', finish),
  takePhoto: api('takePhoto', async () => {
    const own = camera();
    return {
      tempImagePath: await picture(own),
      width: String(own.video.videoWidth),
      height: String(own.video.videoHeight),
    };
  }),
  setZoom: api('setZoom', ({ zoom }) => ({ zoom })),
  onCameraFrame: () => ({ start: () => {}, stop: () => {} }),
};

export const createCameraContext = () => context;
