import { u8 } from './bytes.ts';
import type { Demuxed, Packets } from './sound.ts';

type AdtsFrame = { length: number; header: number; config: Uint8Array };

/** The ADTS frame whose header stands at `at`, its AudioSpecificConfig made from it; undefined where there is none. */
export function adtsFrame(bytes: Uint8Array, at: number): AdtsFrame | undefined {
  if (at + 7 > bytes.length || u8(bytes, at) !== 0xff || (u8(bytes, at + 1) & 0xf6) !== 0xf0) return undefined;
  const header = u8(bytes, at + 1) & 1 ? 7 : 9;
  const length = ((u8(bytes, at + 3) & 3) << 11) | (u8(bytes, at + 4) << 3) | (u8(bytes, at + 5) >> 5);
  const type = (u8(bytes, at + 2) >> 6) + 1;
  const rate = (u8(bytes, at + 2) >> 2) & 15;
  const channels = ((u8(bytes, at + 2) & 1) << 2) | (u8(bytes, at + 3) >> 6);
  if (length <= header || rate > 12 || channels === 0) return undefined;
  const config = Uint8Array.of((type << 3) | (rate >> 1), ((rate & 1) << 7) | (channels << 3));
  return { length, header, config };
}

/** AAC as a bare stream of frames, each with its own header. */
export function readAdts(bytes: Uint8Array): Demuxed {
  for (let at = 0; at < bytes.length; at += 1) {
    const frame = adtsFrame(bytes, at);
    if (!frame) continue;
    return { ok: true, track: { codec: 'aac', config: frame.config, startSeconds: 0, packets: frames(bytes, at) } };
  }
  return { ok: false, code: 'unreadable' };
}

function* frames(bytes: Uint8Array, from: number): Packets {
  let damaged = false;
  for (let at = from; at < bytes.length; ) {
    const frame = adtsFrame(bytes, at);
    if (frame && at + frame.length > bytes.length) return { incomplete: true };
    if (frame) yield bytes.subarray(at + frame.header, at + frame.length);
    else damaged = true;
    at += frame ? frame.length : 1;
  }
  return { incomplete: damaged };
}
