import type { Capture, CaptureEvents } from './capture.ts';

export type CameraEvents = CaptureEvents & {
  /** The preview shows something; `start` may be called. */
  onReady?(): void;
};

/** `View` is between the camera and its preview. */
export type Camera<View> = Capture & {
  readonly mime: 'video/mp4' | 'video/webm';
  /** False: everything comes in chunks after `stop()` (mini-program); true: every five seconds. */
  readonly streams: boolean;
  /** A recording is at most this long; a longer `maxSeconds` is cut to it. */
  readonly mostSeconds: number;
  /** Lets the camera go. The preview must be mounted again before it can be used again. */
  close(): void;
  readonly view: View;
};

export type CreateCamera<View> = (events: CameraEvents) => Camera<View>;
