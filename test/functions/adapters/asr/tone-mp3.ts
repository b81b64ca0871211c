import { Mp3Encoder } from '@breezystack/lamejs';

/** A tone, mono, 16 kHz, 24 kbit/s: frames of 36 ms and 108 bytes. */
const frame = { seconds: 0.036, bytes: 108 };
const tone = encoded(4);

function encoded(seconds: number): Uint8Array {
  const encoder = new Mp3Encoder(1, 16_000, 24);
  const samples = Int16Array.from({ length: seconds * 16_000 }, (_, at) => 8000 * Math.sin(at / 6));
  return new Uint8Array(Buffer.concat([Buffer.from(encoder.encodeBuffer(samples)), Buffer.from(encoder.flush())]));
}

/** The tone's middle, over and over. */
export function mp3(seconds: number): Uint8Array {
  const middle = Buffer.from(tone.subarray(10 * frame.bytes, 60 * frame.bytes));
  const frames = Math.round(seconds / frame.seconds);
  const copies = Array.from({ length: Math.ceil(frames / 50) }, () => middle);
  return new Uint8Array(Buffer.concat(copies).subarray(0, frames * frame.bytes));
}
