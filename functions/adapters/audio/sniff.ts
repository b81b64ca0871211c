import { adtsFrame } from './adts.ts';
import { letters, u8, u32 } from './bytes.ts';

export type Container = 'wav' | 'mp3' | 'adts' | 'ogg' | 'webm' | 'mp4';

/** Recorders put nothing before the first frame; files that people have may begin with a little rubbish. */
const searched = 4096;

/** What the bytes are, whatever name and type they were sent under; undefined for anything else. */
export function sniff(bytes: Uint8Array): Container | undefined {
  const first = letters(bytes, 0, 4);
  if (first === 'RIFF') return letters(bytes, 8, 4) === 'WAVE' ? 'wav' : undefined;
  if (first === 'OggS') return 'ogg';
  if (u32(bytes, 0) === 0x1a45dfa3) return 'webm';
  if (letters(bytes, 4, 4) === 'ftyp') return 'mp4';
  const start = id3Length(bytes);
  for (let at = start; at < start + searched && at + 4 <= bytes.length; at += 1) {
    const mp3 = mpegFrameLength(bytes, at);
    if (mp3 > 0 && mpegFrameLength(bytes, at + mp3) > 0) return 'mp3';
    const aac = adtsFrame(bytes, at);
    if (aac && adtsFrame(bytes, at + aac.length)) return 'adts';
  }
  // A cover picture may be all that arrived of it.
  return start > 0 ? 'mp3' : undefined;
}

/** Bytes of the ID3v2 tag at the beginning, 0 without one. */
export function id3Length(bytes: Uint8Array): number {
  if (letters(bytes, 0, 3) !== 'ID3') return 0;
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (u8(bytes, at) & 0x7f), 0);
  return 10 + size + (u8(bytes, 5) & 0x10 ? 10 : 0);
}

const bitrates = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];
const sampleRates = [44_100, 48_000, 32_000];

/** Length of the MPEG layer III frame whose header stands here; 0 where there is none. */
function mpegFrameLength(bytes: Uint8Array, at: number): number {
  if (u8(bytes, at) !== 0xff || (u8(bytes, at + 1) & 0xe6) !== 0xe2) return 0;
  const version = (u8(bytes, at + 1) >> 3) & 3;
  const bitrate = bitrates[version === 3 ? 0 : 1]?.[u8(bytes, at + 2) >> 4];
  const sampleRate = sampleRates[(u8(bytes, at + 2) >> 2) & 3];
  if (version === 1 || !bitrate || !sampleRate) return 0;
  const rate = sampleRate / (version === 3 ? 1 : version === 2 ? 2 : 4);
  return Math.floor(((version === 3 ? 144 : 72) * bitrate * 1000) / rate) + ((u8(bytes, at + 2) >> 1) & 1);
}
