import Taro from '@tarojs/taro';
import type { CreateCamera } from '../camera.ts';
import { codeOf, has } from './client.ts';
import { readFile, removeFile, sizeOf } from './files.ts';

/** What `<Camera>` tells. */
export type CameraView = { ready(): void; failed(detail: unknown): void; taken(): void };

const mostSeconds = 300;
const pieceBytes = 4 * 1024 * 1024;

type Video = { tempVideoPath: string };

/** The client gives the whole video when it is over. */
export const createCamera: CreateCamera<CameraView> = (events) => {
  let context: Taro.CameraContext | undefined;
  let startedAt: number | undefined;
  let starting = false;
  let ending = false;
  /** Asked while the client was still starting. */
  let stopSoon = false;
  let cancelled = false;

  const fail = (error: unknown) => {
    startedAt = undefined;
    starting = false;
    if (!cancelled) events.onError(codeOf(error));
  };

  async function deliver({ tempVideoPath }: Video, seconds: number): Promise<void> {
    startedAt = undefined;
    try {
      const size = cancelled ? 0 : await sizeOf(tempVideoPath);
      for (let position = 0; position < size && !cancelled; position += pieceBytes) {
        const length = Math.min(pieceBytes, size - position);
        const bytes = await readFile(tempVideoPath, { position, length });
        if (!cancelled) events.onChunk(bytes, position + length >= size);
      }
      if (!cancelled && size === 0) events.onChunk(new ArrayBuffer(0), true);
      if (!cancelled) events.onStop({ seconds });
    } catch (error) {
      fail(error);
    } finally {
      await removeFile(tempVideoPath).catch(() => undefined);
    }
  }

  function end(onFail: (error: unknown) => void): void {
    stopSoon = starting;
    if (startedAt === undefined || ending) return;
    ending = true;
    const seconds = (Date.now() - startedAt) / 1000;
    const options = {
      compressed: true,
      success: (video: Video) => {
        ending = false;
        void deliver(video, seconds);
      },
      fail: (error: unknown) => {
        ending = false;
        startedAt = undefined;
        onFail(error);
      },
    };
    context?.stopRecord(options);
  }

  return {
    mime: 'video/mp4',
    levels: false,
    streams: false,
    mostSeconds,
    start(maxSeconds) {
      if (!has('createCameraContext')) return events.onError('absent');
      if (starting || startedAt !== undefined || ending) return events.onError('busy');
      cancelled = stopSoon = false;
      starting = true;
      context ??= Taro.createCameraContext();
      const timeout = Math.min(maxSeconds, mostSeconds);
      const options = {
        timeout,
        timeoutCallback: (video: Video) => void deliver(video, timeout),
        success: () => {
          startedAt = Date.now();
          starting = false;
          if (!cancelled) events.onStarted?.();
          if (stopSoon) end(fail);
        },
        fail,
      };
      context.startRecord(options);
    },
    stop: () => end(fail),
    cancel() {
      cancelled = true;
      end(() => undefined);
    },
    // The client ends a video in the background; there is nothing to go on with.
    resume: () => undefined,
    close() {
      cancelled = true;
      end(() => undefined);
      context = undefined;
    },
    view: {
      ready: () => events.onReady?.(),
      failed: fail,
      taken: () => {
        if (startedAt === undefined || ending) return;
        events.onInterrupted?.();
        end(fail);
      },
    },
  };
};
