import type { CreateCamera } from '../camera.ts';
import { closeMedia, codeOf, openMedia } from './media-error.ts';
import { records, startTake } from './take.ts';

/** The preview opens the camera when it is mounted and shows the stream. */
export type CameraView = { open(): Promise<MediaStream | undefined> };

const types = ['video/webm;codecs=vp9,opus', 'video/webm;codecs=vp8,opus', 'video/webm'];
const bitsPerSecond = 800_000;
const mostSeconds = 600;

export const createCamera: CreateCamera<CameraView> = (events) => {
  let opening: Promise<MediaStream | undefined> | undefined;
  let stream: MediaStream | undefined;
  let closed = false;
  let take: ReturnType<typeof startTake> | undefined;

  async function open(): Promise<MediaStream | undefined> {
    if (!types.some(records)) {
      events.onError('absent');
      return undefined;
    }
    closed = false;
    try {
      const video = { facingMode: 'user', width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 24 } };
      const opened = await openMedia({ video, audio: { echoCancellation: true, noiseSuppression: true } });
      if (closed) {
        closeMedia(opened);
        return undefined;
      }
      stream = opened;
      events.onReady?.();
      return opened;
    } catch (error) {
      opening = undefined;
      if (!closed) events.onError(codeOf(error));
      return undefined;
    }
  }

  return {
    mime: 'video/webm',
    levels: true,
    streams: true,
    mostSeconds,
    start(maxSeconds) {
      const type = types.find(records);
      if (!stream || type === undefined) return events.onError('absent');
      if (take) return events.onError('busy');
      const seconds = Math.min(maxSeconds, mostSeconds);
      try {
        take = startTake({ stream, type, bitsPerSecond, maxSeconds: seconds, events }, () => {
          take = undefined;
        });
      } catch (error) {
        events.onError(codeOf(error));
      }
    },
    stop: () => take?.stop(),
    cancel: () => take?.cancel(),
    resume: () => take?.resume(),
    close() {
      closed = true;
      take?.cancel();
      closeMedia(stream);
      stream = undefined;
      opening = undefined;
    },
    view: {
      open: () => {
        opening ??= open();
        return opening;
      },
    },
  };
};
