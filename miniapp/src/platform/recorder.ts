import type { Capture, CaptureEvents } from './capture.ts';

export type Recorder = Capture & {
  /** In the mini-program mp3, in a browser webm/opus; chunks of about five seconds. */
  readonly mime: 'audio/mpeg' | 'audio/webm';
};

export type CreateRecorder = (events: CaptureEvents) => Recorder;
