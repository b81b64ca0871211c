type WavOptions = {
  sampleRate: number;
  channels?: number;
  bits?: 8 | 16 | 24 | 32;
  float?: boolean;
  claimedBytes?: number;
};

/** RIFF/WAVE of samples in [-1, 1], the same in every channel. `claimedBytes` writes another length than the true one. */
export function encodeWav(samples: Float32Array, options: WavOptions): Uint8Array {
  const { sampleRate, channels = 1, bits = 16, float = false } = options;
  const width = bits / 8;
  const bytes = samples.length * channels * width;
  const view = new DataView(new ArrayBuffer(44 + bytes));
  const text = (at: number, word: string) => {
    for (const [i, letter] of [...word].entries()) view.setUint8(at + i, letter.charCodeAt(0));
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + bytes, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, float ? 3 : 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * channels * width, true);
  view.setUint16(32, channels * width, true);
  view.setUint16(34, bits, true);
  text(36, 'data');
  view.setUint32(40, options.claimedBytes ?? bytes, true);
  let at = 44;
  for (const sample of samples) {
    for (let channel = 0; channel < channels; channel += 1, at += width) {
      const value = Math.round(sample * (2 ** (bits - 1) - 1));
      if (float) view.setFloat32(at, sample, true);
      else if (width === 1) view.setUint8(at, value + 128);
      else if (width === 2) view.setInt16(at, value, true);
      else if (width === 3) {
        view.setUint16(at, value & 0xffff, true);
        view.setInt8(at + 2, value >> 16);
      } else view.setInt32(at, value, true);
    }
  }
  return new Uint8Array(view.buffer);
}
