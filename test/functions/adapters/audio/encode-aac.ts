/**
 * AAC of noise and silence: a frame of 1024 samples says of its whole spectrum only how strong its noise is (perceptual
 * noise substitution), so that an encoder needs one Huffman code, the shortest.
 */
export function aacFrames(parts: readonly { seconds: number; speaking: boolean }[]): Uint8Array[] {
  const frames: Uint8Array[] = [];
  let until = 0;
  for (const { seconds, speaking } of parts) {
    until += seconds;
    while ((frames.length * 1024) / 16_000 < until - 0.032) frames.push(speaking ? noise(frames.length) : silence);
  }
  return frames;
}

/** AudioSpecificConfig: low complexity, 16 kHz, one channel. */
export const aacConfig = Uint8Array.of(0x14, 0x08);

/** The frames as a bare stream, each with its ADTS header. */
export function adts(frames: readonly Uint8Array[]): Uint8Array {
  const headed = frames.map((frame) => {
    const length = frame.length + 7;
    return Buffer.concat([
      Uint8Array.of(0xff, 0xf1, 0x60, 0x40 | (length >> 11), (length >> 3) & 255, ((length & 7) << 5) | 0x1f, 0xfc),
      frame,
    ]);
  });
  return Buffer.concat(headed);
}

const bands = 30;
const noiseBook = 13;
const silence = frameOf([]);
const noise = (i: number) => frameOf([noiseBook, 272 + (i % 4)]);

function frameOf([book, energy]: number[]): Uint8Array {
  const bits: number[] = [];
  const put = (value: number, count: number) => {
    for (let bit = count - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1);
  };
  put(0, 3); // single_channel_element
  put(0, 4); // its tag
  put(150, 8); // global_gain
  put(0, 1); // reserved
  put(0, 2); // one long window
  put(0, 1); // of the sine shape
  put(book === undefined ? 0 : bands, 6);
  put(0, 1); // no prediction
  if (book !== undefined) {
    put(book, 4);
    put(bands, 5); // one section over all bands: below 31, so it needs no escape
    put(energy ?? 0, 9);
    for (let band = 1; band < bands; band += 1) put(0, 1); // the same energy again
  }
  put(0, 3); // no pulses, no temporal shaping, no gain control
  put(7, 3); // end
  while (bits.length % 8) bits.push(0);
  return Uint8Array.from({ length: bits.length / 8 }, (_, i) =>
    Number.parseInt(bits.slice(i * 8, i * 8 + 8).join(''), 2),
  );
}
