/** A part of a recording that can be played alone; `from` and `seconds` in seconds of the whole. */
export type Piece = { bytes: Uint8Array; from: number; seconds: number };

const bitrates = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const rates = [44_100, 48_000, 32_000];

type Frame = { length: number; seconds: number };

/**
 * An MP3 cut between frames into pieces of at most so many seconds and bytes; no piece when it is no MP3. The first
 * frame after a cut may lean on data of the one before: a few hundredths of a second there are not heard.
 */
export function mp3Pieces(bytes: Uint8Array, most: { seconds: number; bytes: number }): Piece[] {
  const pieces: Piece[] = [];
  let at = afterId3(bytes);
  let from = 0;
  let current: { start: number; end: number; seconds: number } | undefined;
  const close = () => {
    if (current) pieces.push({ bytes: bytes.subarray(current.start, current.end), from, seconds: current.seconds });
    from += current?.seconds ?? 0;
    current = undefined;
  };
  while (at + 4 <= bytes.length) {
    const frame = frameAt(bytes, at);
    // Other bytes may look like a header: the first frame of a run has another one behind it.
    const next = at + (frame?.length ?? 0);
    const isRun = current?.end === at || next === bytes.length || frameAt(bytes, next) !== undefined;
    if (!frame || !isRun || next > bytes.length) {
      at += 1;
      continue;
    }
    if (!isIndex(bytes, at)) {
      // Bytes between two frames belong to none: the piece ends where they begin.
      const fits =
        current !== undefined &&
        current.end === at &&
        current.seconds + frame.seconds <= most.seconds &&
        next - current.start <= most.bytes;
      if (!fits) close();
      current ??= { start: at, end: at, seconds: 0 };
      current.end = next;
      current.seconds += frame.seconds;
    }
    at = next;
  }
  close();
  return pieces;
}

function afterId3(bytes: Uint8Array): number {
  if (bytes[0] !== 0x49 || bytes[1] !== 0x44 || bytes[2] !== 0x33) return 0;
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[at] ?? 0) & 0x7f), 0);
  return 10 + size;
}

/** The header of a Layer III frame, or undefined. */
function frameAt(bytes: Uint8Array, at: number): Frame | undefined {
  const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
  if (a !== 0xff || (b & 0xe0) !== 0xe0 || ((b >> 1) & 3) !== 1) return undefined;
  const version = (b >> 3) & 3;
  const kind = version === 3 ? 1 : 2;
  const bitrate = bitrates[kind][c >> 4];
  const rate = rates[(c >> 2) & 3];
  if (version === 1 || !bitrate || !rate) return undefined;
  const sampleRate = rate / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const samples = kind === 1 ? 1152 : 576;
  const length = Math.floor(((samples / 8) * bitrate * 1000) / sampleRate) + ((c >> 1) & 1);
  return { length, seconds: samples / sampleRate };
}

/** An encoder's first frame may hold no sound but the length of the whole, which is not the length of a piece. */
function isIndex(bytes: Uint8Array, at: number): boolean {
  const text = String.fromCharCode(...bytes.subarray(at + 4, at + 44));
  return text.includes('Xing') || text.includes('Info');
}
