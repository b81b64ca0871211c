/** Why a recording could not be made. `undeclared`: the mini-program's privacy guide does not name it; `absent`: this client has none. */
export type CaptureError = 'denied' | 'undeclared' | 'busy' | 'absent' | 'failed';

/** What a microphone or a camera tells while it records. After `cancel()` nothing is told any more. */
export type CaptureEvents = {
  onStarted?(): void;
  /**
   * What was recorded since the chunk before, in order; joined they are the file. `last` comes exactly once, before `onStop`;
   * its bytes may be none (then there is nothing to upload).
   */
  onChunk(bytes: ArrayBuffer, last: boolean): void;
  /** 0 (silence) to 1, some times a second; never where `levels` is false. */
  onLevel?(level: number): void;
  /** A call, the background, an unplugged microphone: it stands still, what there was is given as a chunk. `resume()` or `stop()`. */
  onInterrupted?(): void;
  /** Ends the recording; chunks given before stay good. No `onStop` follows. */
  onError(code: CaptureError): void;
  /** Recorded time without pauses, after `stop()` or when `maxSeconds` were over. */
  onStop(end: { seconds: number }): void;
};

export type Capture = {
  /** Asks for the permission where it was not given. One recording at a time on a device: else `busy`. */
  start(maxSeconds: number): void;
  stop(): void;
  /** Throws away what was not given yet. */
  cancel(): void;
  /** Goes on after an interruption, as soon as the system lets it. */
  resume(): void;
  /** Whether `onLevel` is told. */
  readonly levels: boolean;
};
