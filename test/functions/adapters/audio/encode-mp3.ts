import { Mp3Encoder } from '@breezystack/lamejs';

/** MP3 of samples in [-1, 1]. */
export function encodeMp3(samples: Float32Array, sampleRate: number, kilobits = 32): Uint8Array {
  const encoder = new Mp3Encoder(1, sampleRate, kilobits);
  const parts: Uint8Array[] = [];
  // It answers with signed bytes, whatever its types say, and uses them again.
  const take = (part: Uint8Array) => parts.push(Uint8Array.from(part));
  const whole = Int16Array.from(samples, (sample) => Math.round(sample * 32_767));
  for (let at = 0; at < whole.length; at += 1152) take(encoder.encodeBuffer(whole.subarray(at, at + 1152)));
  take(encoder.flush());
  return Buffer.concat(parts);
}

/** Frames of silence at the smallest rate there is (8 kbit/s, 8 kHz), up to `bytes` or `seconds`. */
export function silentMp3({ bytes, seconds }: { bytes?: number; seconds?: number }): Uint8Array {
  // MPEG 2.5 layer III, mono: 72 bytes for 576 samples, all of them zero but the header.
  const frame = new Uint8Array(72);
  frame.set([0xff, 0xe3, 0x18, 0xc4]);
  const count = seconds === undefined ? Math.floor((bytes ?? 0) / 72) : Math.ceil((seconds * 8000) / 576);
  const whole = new Uint8Array(count * 72);
  for (let i = 0; i < count; i += 1) whole.set(frame, i * 72);
  return whole;
}
