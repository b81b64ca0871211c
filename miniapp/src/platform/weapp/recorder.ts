import Taro from '@tarojs/taro';
import type { CaptureEvents } from '../capture.ts';
import type { CreateRecorder } from '../recorder.ts';
import { codeOf, has } from './client.ts';
import { createMp3Meter, joined } from './mp3-level.ts';

const bitRate = 48_000;
const chunkBytes = (bitRate / 8) * 5;
const mostSeconds = 600;
/** The last frame comes about with the stop event; on some phones after it, on some never. */
const lastFrameMs = 800;

type Take = {
  events: CaptureEvents;
  meter: ReturnType<typeof createMp3Meter>;
  parts: Uint8Array[];
  size: number;
  cancelled: boolean;
  standing: boolean;
  wantsResume: boolean;
  lastFrame: boolean;
  seconds: number | undefined;
};

/** The client has one recorder, and its listeners cannot be taken off: they are set once and serve the take that runs. */
let take: Take | undefined;
let starting: (() => void) | undefined;
let occupied = false;
let manager: Taro.RecorderManager | undefined;

export const createRecorder: CreateRecorder = (events) => {
  let own: Take | undefined;
  return {
    mime: 'audio/mpeg',
    levels: true,
    start(maxSeconds) {
      if (!has('getRecorderManager')) return events.onError('absent');
      if (take && !take.cancelled) return events.onError('busy');
      const begin = () => {
        own = take = {
          events,
          meter: createMp3Meter(),
          parts: [],
          size: 0,
          cancelled: false,
          standing: false,
          wantsResume: false,
          lastFrame: false,
          seconds: undefined,
        };
        listening().start({
          duration: Math.min(maxSeconds, mostSeconds) * 1000,
          sampleRate: 16_000,
          numberOfChannels: 1,
          encodeBitRate: bitRate,
          format: 'mp3',
          frameSize: 1,
        });
      };
      if (take) starting = begin;
      else begin();
    },
    stop() {
      if (own && own === take) manager?.stop();
    },
    cancel() {
      starting = undefined;
      if (!own || own !== take) return;
      own.cancelled = true;
      manager?.stop();
    },
    resume() {
      if (!own || own !== take || !own.standing) return;
      own.wantsResume = occupied;
      if (!occupied) manager?.resume();
    },
  };
};

function listening(): Taro.RecorderManager {
  if (manager) return manager;
  manager = Taro.getRecorderManager();
  manager.onStart(() => take?.cancelled || take?.events.onStarted?.());
  manager.onFrameRecorded(({ frameBuffer, isLastFrame }) => {
    if (!take) return;
    const level = take.meter(frameBuffer);
    if (level !== undefined && !take.cancelled) take.events.onLevel?.(level);
    take.parts.push(new Uint8Array(frameBuffer));
    take.size += frameBuffer.byteLength;
    if (isLastFrame) take.lastFrame = true;
    else if (take.size >= chunkBytes) give(take, false);
    finish(take);
  });
  manager.onInterruptionBegin(() => {
    occupied = true;
    if (take) standStill(take);
  });
  manager.onInterruptionEnd(() => {
    occupied = false;
    if (take?.wantsResume) manager?.resume();
  });
  // Also when the mini-program goes to the background: nobody here asks for a pause.
  manager.onPause(() => take && standStill(take));
  manager.onResume(() => {
    if (take) take.standing = take.wantsResume = false;
  });
  manager.onStop(({ duration }) => {
    const ended = take;
    if (!ended) return;
    ended.seconds = duration / 1000;
    setTimeout(() => {
      ended.lastFrame = true;
      finish(ended);
    }, lastFrameMs);
    finish(ended);
  });
  manager.onError((error) => {
    const failed = take;
    if (!failed) return;
    over();
    if (!failed.cancelled) failed.events.onError(codeOf(error));
  });
  return manager;
}

function standStill(taken: Take): void {
  if (taken.standing || taken.seconds !== undefined) return;
  taken.standing = true;
  give(taken, false);
  if (!taken.cancelled) taken.events.onInterrupted?.();
}

function give(taken: Take, last: boolean): void {
  const bytes = joined(...taken.parts);
  taken.parts = [];
  taken.size = 0;
  if (!taken.cancelled && (last || bytes.length > 0)) taken.events.onChunk(bytes.buffer, last);
}

function finish(taken: Take): void {
  if (taken !== take || !taken.lastFrame || taken.seconds === undefined) return;
  over();
  give(taken, true);
  if (!taken.cancelled) taken.events.onStop({ seconds: taken.seconds });
}

function over(): void {
  take = undefined;
  const next = starting;
  starting = undefined;
  next?.();
}
