/** RecorderManager: the microphone's sound as mp3, PCM or wav, and how calls and the background interrupt it. */
import { keepFile } from '../files.ts';
import { phone, signal } from '../state.ts';
import { createEncoder, type Encoder, type Format, limits } from './encoder.ts';
import { closeStream, type Microphone, openMicrophone } from './microphone.ts';
import { need } from './permission.ts';

type Options = {
  duration?: number;
  sampleRate?: number;
  numberOfChannels?: number;
  encodeBitRate?: number;
  format?: string;
  frameSize?: number;
};

type Session = {
  encoder: Encoder;
  microphone: Microphone;
  paused: boolean;
  samples: number;
  sampleRate: number;
  file: Uint8Array<ArrayBuffer>[];
  pending: Uint8Array<ArrayBuffer>[];
  frameBytes: number;
  mostSamples: number;
};

const on = {
  start: signal<unknown>(),
  stop: signal<unknown>(),
  pause: signal<unknown>(),
  resume: signal<unknown>(),
  error: signal<unknown>(),
  interruptionBegin: signal<unknown>(),
  interruptionEnd: signal<unknown>(),
  frame: signal<{ frameBuffer: ArrayBuffer; isLastFrame: boolean }>(),
};

let session: Session | undefined;
let opening = false;
let interrupted = false;

const fail = (words: string, extra: object = {}) => on.error.tell({ errMsg: `operateRecorder:fail${words}`, ...extra });

async function start(options: Options = {}): Promise<void> {
  if (session || opening) return fail(':is recording or paused');
  if (interrupted) return fail(':system interrupted');
  const asked = checked(options);
  if (typeof asked === 'string') return fail(` ${asked}`);
  opening = true;
  try {
    await need('record', 'RecorderManager.start');
    const encoder = createEncoder(asked);
    const microphone = await openMicrophone(asked.sampleRate, asked.numberOfChannels, hear);
    session = {
      encoder,
      microphone,
      paused: false,
      samples: 0,
      sampleRate: asked.sampleRate,
      file: [],
      pending: [],
      frameBytes: asked.format === 'mp3' || asked.format === 'PCM' ? Math.round((asked.frameSize ?? 0) * 1024) : 0,
      mostSamples: (asked.duration / 1000) * asked.sampleRate,
    };
    on.start.tell({});
    if (phone.background) pause();
  } catch (error) {
    const { message, extra } = error as { message?: string; extra?: object };
    fail(` ${extra === undefined ? 'auth deny' : message}`, extra);
  } finally {
    opening = false;
  }
}

/** @returns what is wrong, in words, or every option with its default */
function checked(options: Options) {
  const {
    duration = 60_000,
    sampleRate = 8000,
    numberOfChannels = 2,
    encodeBitRate = 48_000,
    format = 'aac',
    frameSize,
  } = options;
  const rates = limits[sampleRate];
  if (duration <= 0 || duration > 600_000) return 'duration must be in (0, 600000]';
  if (!rates) return `sampleRate ${sampleRate} is not supported`;
  if (encodeBitRate < rates[0] || encodeBitRate > rates[1])
    return `encodeBitRate ${encodeBitRate} does not fit ${sampleRate}`;
  if (numberOfChannels !== 1 && numberOfChannels !== 2) return 'numberOfChannels must be 1 or 2';
  if (!['mp3', 'PCM', 'wav'].includes(format)) return `format ${format} is not supported by this phone`;
  return { duration, sampleRate, numberOfChannels, encodeBitRate, format: format as Format, frameSize };
}

function hear(channels: Float32Array[]): void {
  const own = session;
  if (!own || own.paused || phone.dead) return;
  own.samples += channels[0]?.length ?? 0;
  take(own, own.encoder.encode(channels));
  if (own.samples >= own.mostSamples) stop();
}

function take(own: Session, bytes: Uint8Array<ArrayBuffer>): void {
  if (bytes.length === 0) return;
  own.file.push(bytes);
  if (own.frameBytes === 0) return;
  own.pending.push(bytes);
  const waiting = joined(own.pending);
  let at = 0;
  for (; waiting.length - at >= own.frameBytes; at += own.frameBytes)
    on.frame.tell({ frameBuffer: waiting.slice(at, at + own.frameBytes).buffer, isLastFrame: false });
  own.pending = at < waiting.length ? [waiting.slice(at)] : [];
}

function stop() {
  const own = session;
  if (!own) return fail(':recorder not start');
  session = undefined;
  void closeStream(own.microphone);
  const end = own.encoder.end();
  own.file.push(end);
  own.pending.push(end);
  if (own.frameBytes > 0) on.frame.tell({ frameBuffer: joined(own.pending).buffer, isLastFrame: true });
  const bytes = own.encoder.file(joined(own.file));
  const tempFilePath = keepFile(bytes.buffer, own.encoder.extension, own.encoder.type);
  on.stop.tell({ tempFilePath, duration: Math.round((own.samples / own.sampleRate) * 1000), fileSize: bytes.length });
}

function pause() {
  if (!session) return fail(':recorder not start');
  if (session.paused) return;
  session.paused = true;
  on.pause.tell({});
}

function resume() {
  if (!session) return fail(':recorder not start');
  if (interrupted || phone.background) return fail(':system interrupted');
  if (!session.paused) return;
  session.paused = false;
  on.resume.tell({});
}

/** A call comes in: the recorder stands still and cannot go on before the call is over. */
export function interruptRecorder(): void {
  if (interrupted) return;
  interrupted = true;
  on.interruptionBegin.tell({});
  if (session) pause();
}

export function endInterruption(): void {
  if (!interrupted) return;
  interrupted = false;
  on.interruptionEnd.tell({});
}

export function pauseInBackground(): void {
  if (session) pause();
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const manager = {
  start: (options?: Options) => void start(options),
  stop,
  pause,
  resume,
  onStart: on.start.on,
  onStop: on.stop.on,
  onPause: on.pause.on,
  onResume: on.resume.on,
  onError: on.error.on,
  onInterruptionBegin: on.interruptionBegin.on,
  onInterruptionEnd: on.interruptionEnd.on,
  onFrameRecorded: on.frame.on,
};

export const getRecorderManager = () => manager;
