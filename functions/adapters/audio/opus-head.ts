import { letters, u8, u16, u16le } from './bytes.ts';
import type { OpusHead } from './sound.ts';

/** The identification header of Opus in Ogg and WebM (RFC 7845 §5.1); `unsupported` for more than two channels. */
export function opusHead(bytes: Uint8Array): OpusHead | 'unsupported' | undefined {
  if (bytes.length < 19 || letters(bytes, 0, 8) !== 'OpusHead') return undefined;
  return checked({ channels: u8(bytes, 9), preSkip: u16le(bytes, 10), gain: signed(u16le(bytes, 16)) }, u8(bytes, 18));
}

/** The same in an MP4's dOps box, big-endian there. */
export function opusBox(body: Uint8Array): OpusHead | 'unsupported' | undefined {
  if (body.length < 11) return undefined;
  return checked({ channels: u8(body, 1), preSkip: u16(body, 2), gain: signed(u16(body, 8)) }, u8(body, 10));
}

const signed = (value: number): number => (value << 16) >> 16;

const checked = (head: OpusHead, family: number): OpusHead | 'unsupported' =>
  family === 0 && (head.channels === 1 || head.channels === 2) ? head : 'unsupported';
