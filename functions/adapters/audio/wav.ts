import { letters, u16le, u32le } from './bytes.ts';
import type { Demuxed, Packets, PcmFormat } from './sound.ts';

const slice = 64 * 1024;

/** PCM and float in RIFF/WAVE. The bytes that are there count, not the length that the header claims. */
export function readWav(bytes: Uint8Array): Demuxed {
  let format: PcmFormat | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = letters(bytes, at, 4);
    const size = u32le(bytes, at + 4);
    if (name === 'fmt ') {
      format = readFormat(bytes, at + 8);
      if (!format) return { ok: false, code: 'unsupported' };
    }
    if (name === 'data') {
      if (!format) return { ok: false, code: 'unreadable' };
      return { ok: true, track: { codec: 'pcm', format, packets: slices(bytes, at + 8, size, format) } };
    }
    at += 8 + size + (size % 2);
  }
  return { ok: false, code: 'unreadable' };
}

function readFormat(bytes: Uint8Array, at: number): PcmFormat | undefined {
  const tag = u16le(bytes, at);
  // The extensible form names the real one in the first two bytes of its GUID.
  const kind = tag === 0xfffe ? u16le(bytes, at + 24) : tag;
  const format = {
    float: kind === 3,
    bits: u16le(bytes, at + 14),
    channels: u16le(bytes, at + 2),
    sampleRate: u32le(bytes, at + 4),
  };
  const known = kind === 1 ? [8, 16, 24, 32] : kind === 3 ? [32, 64] : [];
  return known.includes(format.bits) && format.channels >= 1 && format.channels <= 8 ? format : undefined;
}

function* slices(bytes: Uint8Array, from: number, claimed: number, format: PcmFormat): Packets {
  // Recorders that stream write 0 or all ones for a length they do not know yet.
  const open = claimed === 0 || claimed === 0xffffffff;
  const end = open ? bytes.length : Math.min(bytes.length, from + claimed);
  const frame = (format.bits / 8) * format.channels;
  const step = Math.floor(slice / frame) * frame;
  for (let at = from; at + frame <= end; at += step) {
    yield bytes.subarray(at, at + Math.min(step, Math.floor((end - at) / frame) * frame));
  }
  return { incomplete: !open && from + claimed > bytes.length };
}
