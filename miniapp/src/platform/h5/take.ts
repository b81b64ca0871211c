import type { Capture, CaptureEvents } from '../capture.ts';
import { watchLevel } from './levels.ts';
import { codeOf } from './media-error.ts';

const chunkMs = 5000;

type Options = { stream: MediaStream; type: string; bitsPerSecond: number; maxSeconds: number; events: CaptureEvents };

/** One recording of a stream that is open already. `ended` is called once, after the last event. */
export function startTake(options: Options, ended: () => void): Pick<Capture, 'stop' | 'cancel' | 'resume'> {
  const { stream, type, events } = options;
  let cancelled = false;
  let over = false;
  // Chunks are read one after another: a blob gives its bytes later, and their order is the file.
  let reading: Promise<unknown> = Promise.resolve();
  const tail: Blob[] = [];
  const clock = stopwatch();
  const recorder = new MediaRecorder(stream, { mimeType: type, bitsPerSecond: options.bitsPerSecond });
  const unwatch = watchLevel(stream, (level) => recorder.state === 'recording' && events.onLevel?.(level));
  const timer = setInterval(() => clock.seconds() >= options.maxSeconds && stop(), 100);

  const give = (blobs: Blob[], last: boolean) => {
    reading = reading.then(async () => {
      const bytes = await new Blob(blobs).arrayBuffer();
      if (!cancelled && (last || bytes.byteLength > 0)) events.onChunk(bytes, last);
    });
  };
  const release = () => {
    over = true;
    clearInterval(timer);
    unwatch();
    for (const track of stream.getAudioTracks()) track.removeEventListener('mute', standStill);
    ended();
  };
  function standStill() {
    if (recorder.state !== 'recording') return;
    recorder.requestData();
    recorder.pause();
    clock.stop();
    if (!cancelled) reading = reading.then(() => events.onInterrupted?.());
  }
  function stop() {
    clock.stop();
    if (recorder.state !== 'inactive') recorder.stop();
  }

  recorder.onstart = () => {
    clock.start();
    if (!cancelled) events.onStarted?.();
  };
  recorder.onresume = () => clock.start();
  recorder.ondataavailable = ({ data }) => {
    // `stop()` makes it inactive at once; what comes then is the end of the file.
    if (recorder.state === 'inactive') tail.push(data);
    else give([data], false);
  };
  // Also where the microphone was pulled out: the recorder ends by itself with what it had.
  recorder.onstop = () => {
    clock.stop();
    give(tail, true);
    void reading.then(() => {
      if (over) return;
      release();
      if (!cancelled) events.onStop({ seconds: clock.seconds() });
    });
  };
  recorder.onerror = (event) => {
    if (over) return;
    release();
    if (!cancelled) events.onError(codeOf((event as ErrorEvent).error));
    cancelled = true;
  };
  // iOS mutes the track during a call.
  for (const track of stream.getAudioTracks()) track.addEventListener('mute', standStill);
  recorder.start(chunkMs);
  return {
    stop,
    cancel() {
      cancelled = true;
      stop();
    },
    resume: () => recorder.state === 'paused' && recorder.resume(),
  };
}

function stopwatch() {
  let done = 0;
  let since: number | undefined;
  const seconds = () => (done + (since === undefined ? 0 : performance.now() - since)) / 1000;
  return {
    start: () => {
      since ??= performance.now();
    },
    stop: () => {
      done = seconds() * 1000;
      since = undefined;
    },
    seconds,
  };
}

/** Whether this browser records it; old Safari records nothing that we can read back. */
export const records = (type: string) => typeof MediaRecorder !== 'undefined' && MediaRecorder.isTypeSupported(type);
