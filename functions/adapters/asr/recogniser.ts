import type { EndpointError } from '../endpoint/endpoint-error.ts';

/** A recording as it lies in the bucket under `key`. `seconds` as its recorder counted them; `language` like `zh-CN`. */
export type Audio = { bytes: Uint8Array; mime: string; seconds: number; key: string; language?: string };

/** `start` and `end` in seconds of the recording. */
export type Word = { text: string; start: number; end: number; confidence?: number };

/**
 * Why there is no transcript. `limited`, `unavailable` and `timeout` pass: the same recording may be tried again.
 * The others stay: `too_long`, `too_large` and `unsupported` for this recogniser, `refused` by its endpoint,
 * `unreadable`: something answered, and it was no transcript.
 */
export type RecogniserFailure =
  | 'too_long'
  | 'too_large'
  | 'unsupported'
  | 'refused'
  | 'limited'
  | 'unavailable'
  | 'timeout'
  | 'unreadable';

/** An empty `text`: nothing was said. `confidence` 0-1 as the recogniser has it; null where it says none. */
export type Recognised =
  | { state: 'ready'; text: string; confidence: number | null; words?: Word[] }
  | { state: 'failed'; code: RecogniserFailure };

/** Speech to words. Never throws for the endpoint's sake. */
export type Recogniser = { name: string; recognise(audio: Audio): Promise<Recognised> };

export const failed = (code: RecogniserFailure): Recognised => ({ state: 'failed', code });

export const mayPass = (code: RecogniserFailure): boolean =>
  code === 'limited' || code === 'unavailable' || code === 'timeout';

export function failureOfEndpoint({ kind, cause }: EndpointError): Recognised {
  if (kind === 'stopped' || cause === 'timeout') return failed('timeout');
  return failed(kind);
}

/** `audio/webm;codecs=opus` is `audio/webm`. */
export const bareMime = (mime: string): string => mime.split(';')[0]?.trim().toLowerCase() ?? '';
