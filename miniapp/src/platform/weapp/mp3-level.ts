/**
 * Loudness of mp3 without decoding it: a frame's side information says how large its quantiser's step is (`global_gain`) and, by the
 * Huffman tables it chose, about how many steps its strongest line has. An estimate for a level meter, no measurement.
 * Layout: ISO/IEC 11172-3 2.4.1.7, 13818-3 2.4.1.7. Mono only, as we record.
 */
const kilobits: Record<'mpeg1' | 'mpeg2', number[]> = {
  mpeg1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  mpeg2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const hertz = [44_100, 48_000, 32_000];
/** The largest value a Huffman table writes; from 16 on, 15 and that many bits more. */
const largest = [0, 1, 2, 2, 0, 3, 3, 5, 5, 5, 7, 7, 7, 15, 0, 15];
const moreBits = [1, 2, 3, 4, 6, 8, 10, 13, 4, 5, 6, 7, 8, 9, 11, 13];
/** Decibels by this estimate: a quiet room, a voice near the phone. */
const quiet = -75;
const loud = -15;

export function createMp3Meter() {
  let rest = new Uint8Array(0);
  /** @returns 0 to 1 for the loudest frame in what came, undefined where no whole frame did */
  return (buffer: ArrayBuffer): number | undefined => {
    const bytes = joined(rest, new Uint8Array(buffer));
    let decibels: number | undefined;
    let at = 0;
    while (at + 20 <= bytes.length) {
      const size = frameSize(bytes, at);
      if (size === undefined) {
        at += 1;
        continue;
      }
      decibels = Math.max(decibels ?? Number.NEGATIVE_INFINITY, strongest(bytes, at));
      at += size;
    }
    rest = bytes.slice(Math.min(at, bytes.length));
    if (decibels === undefined) return undefined;
    return Math.min(1, Math.max(0, (decibels - quiet) / (loud - quiet)));
  };
}

function frameSize(bytes: Uint8Array, at: number): number | undefined {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  const version = (second >> 3) & 3;
  const layer = (second >> 1) & 3;
  if (first !== 0xff || second < 0xe0 || version === 1 || layer !== 1) return undefined;
  const mpeg1 = version === 3;
  const rate = kilobits[mpeg1 ? 'mpeg1' : 'mpeg2'][third >> 4];
  const base = hertz[(third >> 2) & 3];
  if (!rate || base === undefined) return undefined;
  const sampleRate = mpeg1 ? base : version === 2 ? base / 2 : base / 4;
  return Math.floor(((mpeg1 ? 144_000 : 72_000) * rate) / sampleRate) + ((third >> 1) & 1);
}

/** Of the strongest line of the first granule, in decibels; minus infinity without a single bit of sound. */
function strongest(bytes: Uint8Array, at: number): number {
  const second = bytes[at + 1] ?? 0;
  const mpeg1 = ((second >> 3) & 3) === 3;
  const side = at + ((second & 1) === 0 ? 6 : 4);
  const granule = mpeg1 ? 18 : 9;
  const read = (offset: number, count: number) => bits(bytes, side, granule + offset, count);
  if (read(0, 12) === 0) return Number.NEGATIVE_INFINITY;
  const switched = mpeg1 ? 33 : 38;
  const tables = read(switched, 1) === 1 ? [4, 9] : [1, 6, 11];
  const steps = Math.max(1, ...tables.map((offset) => largestOf(read(switched + offset, 5))));
  return (read(21, 8) - 210) * 20 * Math.log10(2 ** 0.25) + (4 / 3) * 20 * Math.log10(steps);
}

const largestOf = (table: number) => largest[table] ?? 14 + 2 ** (moreBits[table - 16] ?? 0);

function bits(bytes: Uint8Array, from: number, offset: number, count: number): number {
  let value = 0;
  for (let bit = offset; bit < offset + count; bit += 1) {
    value = (value << 1) | (((bytes[from + (bit >> 3)] ?? 0) >> (7 - (bit & 7))) & 1);
  }
  return value;
}

export function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
