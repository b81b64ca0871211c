import { seeded } from '#test/shared/evaluation/speech/synthetic-voice.ts';
import { aacFrames } from './encode-aac.ts';
import { silentMp3 } from './encode-mp3.ts';
import { encodeWav } from './encode-wav.ts';
import { box, moov, oggOpus, oggPage } from './mux.ts';

const megabyte = 1024 * 1024;
const largest = 64 * megabyte;

/** Most are as large as is still let in. `code`: what comes of it. */
export const bombs: Record<string, { code: string; make: () => Uint8Array }> = {
  'ten minutes of silence as MP3': { code: 'ok', make: () => silentMp3({ seconds: 600 }) },
  'eighteen hours of silence as MP3': { code: 'too_long', make: () => silentMp3({ bytes: largest }) },
  'a thousand hours of Opus in Ogg': { code: 'too_long', make: hoursOfOgg },
  'WAV with two hours of silence': { code: 'too_long', make: () => silentWav({ sampleRate: 8000, bits: 8 }) },
  'six minutes of the best WAV': { code: 'ok', make: () => silentWav({ sampleRate: 96_000, bits: 16 }) },
  'an index that names the same bytes for ever': { code: 'unreadable', make: endlessIndex },
  'noise that begins like an MP3': { code: 'too_long', make: () => noiseAfter(silentMp3({ bytes: 7200 })) },
  'nothing but boxes': { code: 'unsupported', make: nothingButBoxes },
  'nothing but tracks': { code: 'unreadable', make: nothingButTracks },
};

function silentWav(format: { sampleRate: number; bits: 8 | 16 }): Uint8Array {
  const whole = new Uint8Array(largest);
  whole.set(encodeWav(new Float32Array(), { ...format, claimedBytes: largest - 44 }));
  return whole;
}

function hoursOfOgg(): Uint8Array {
  // 60 ms of nothing in one byte.
  const start = oggOpus([]);
  const page = oggPage(new Array<Uint8Array>(255).fill(Uint8Array.of(0x18)), 0);
  const whole = new Uint8Array(largest);
  whole.set(start);
  for (let at = start.length; at + page.length <= largest; at += page.length) whole.set(page, at);
  return whole;
}

function endlessIndex(): Uint8Array {
  const frame = aacFrames([{ seconds: 1, speaking: true }])[0] ?? new Uint8Array();
  const ftyp = box('ftyp', new TextEncoder().encode('M4A isom'));
  const mdat = box('mdat', Buffer.concat([frame, new Uint8Array(40 * megabyte)]));
  const words = (...values: number[]) => Buffer.from(new Uint32Array(values).buffer).swap32();
  const chunks = new Uint32Array(4 * megabyte).fill(ftyp.length + 8);
  const index = moov({
    sizes: words(0, 1, 0xffffffff),
    chunks: Buffer.concat([words(0, chunks.length), Buffer.from(chunks.buffer).swap32()]),
    runs: words(0, 1, 1, 0xffffffff, 1),
  });
  return Buffer.concat([ftyp, mdat, index]);
}

function noiseAfter(start: Uint8Array): Uint8Array {
  const random = seeded(3);
  const noise = Uint8Array.from({ length: megabyte }, () => random() * 256);
  return Buffer.concat([start, ...new Array<Uint8Array>(63).fill(noise)]);
}

function nothingButBoxes(): Uint8Array {
  const empty = box('trak');
  const inner = new Uint8Array(16 * megabyte - 64);
  for (let at = 0; at + 8 <= inner.length; at += 8) inner.set(empty, at);
  return Buffer.concat([box('ftyp', new TextEncoder().encode('M4A ')), box('moov', inner)]);
}

function nothingButTracks(): Uint8Array {
  const whole = new Uint8Array(16 * megabyte);
  for (let at = 0; at + 2 <= 16 * megabyte; at += 2) whole.set([0xae, 0x80], at);
  whole.set([0x1a, 0x45, 0xdf, 0xa3, 0x80]);
  whole.set([0xae, 0x80, 0xae], 5);
  return whole;
}
