import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readWebm } from '#functions/adapters/audio/webm.ts';
import { synthesise, turns } from '#test/shared/evaluation/speech/synthetic-voice.ts';
import { aacFrames, adts } from './encode-aac.ts';
import { encodeMp3 } from './encode-mp3.ts';
import { encodeWav } from './encode-wav.ts';
import { m4a, oggOpus } from './mux.ts';

/** Seven seconds with pauses of 1.2 s at 1.5 s and of 1.8 s at 4.2 s, like the fixtures that a browser recorded. */
export const parts = turns(1.5, 1.2, 1.5, 1.8, 1);

const fixture = (name: string) => readFile(join(import.meta.dirname, '..', 'audio-fixtures', name));

export type Recording = { name: string; bytes: Uint8Array; place: number; length: number };

/**
 * The same voice in everything that we listen to. Where the first pause begins is known to within `place` seconds: a
 * browser's recorder starts when it likes, and encoders run in; how long the pauses are to within `length`.
 */
export async function recordings(): Promise<Recording[]> {
  const [slow = [], fast = []] = [16_000, 44_100].map((sampleRate) => synthesise({ parts, sampleRate }));
  const [low, high] = [Float32Array.from(slow), Float32Array.from(fast)];
  const frames = aacFrames(parts);
  const webm = await fixture('voice.webm');
  const wav = { place: 0.04, length: 0.04 };
  const mp3 = { place: 0.12, length: 0.04 };
  // Its frames are 64 ms long, and so are the steps in which our encoder speaks.
  const aac = { place: 0.12, length: 0.1 };
  const browser = { place: 0.15, length: 0.04 };
  return [
    { name: 'WebM with Opus', bytes: webm, ...browser },
    { name: 'WebM with a picture', bytes: await fixture('picture.webm'), ...browser },
    { name: 'MP4 with Opus, in fragments', bytes: await fixture('voice.mp4'), ...browser },
    { name: 'Ogg with Opus', bytes: oggOpus(opusPackets(webm)), ...browser },
    { name: 'WAV', bytes: encodeWav(low, { sampleRate: 16_000 }), ...wav },
    { name: 'WAV, 8 bit', bytes: encodeWav(low, { sampleRate: 16_000, bits: 8 }), ...wav },
    { name: 'WAV, 24 bit stereo', bytes: encodeWav(high, { sampleRate: 44_100, bits: 24, channels: 2 }), ...wav },
    { name: 'WAV, float', bytes: encodeWav(low, { sampleRate: 16_000, bits: 32, float: true }), ...wav },
    { name: 'MP3', bytes: encodeMp3(low, 16_000), ...mp3 },
    { name: 'MP3, 44.1 kHz', bytes: encodeMp3(high, 44_100, 64), ...mp3 },
    { name: 'AAC', bytes: adts(frames), ...aac },
    { name: 'M4A', bytes: m4a(frames), ...aac },
    { name: 'M4A, index first', bytes: m4a(frames, { indexFirst: true }), ...aac },
  ];
}

function opusPackets(webm: Uint8Array): Uint8Array[] {
  const demuxed = readWebm(webm);
  return demuxed.ok ? [...demuxed.track.packets] : [];
}
