/** From samples to what a recorder keeps. */
import { Mp3Encoder } from '@breezystack/lamejs';

export type Format = 'mp3' | 'PCM' | 'wav';

/** Bits per second the client takes for each sample rate, from its documentation. */
export const limits: Record<number, [number, number]> = {
  8000: [16_000, 48_000], 11025: [16_000, 48_000], 12000: [24_000, 64_000], 16000: [24_000, 96_000], 22050: [32_000, 128_000],
  24000: [32_000, 128_000], 32000: [48_000, 192_000], 44100: [64_000, 320_000], 48000: [64_000, 320_000],
}; // biome-ignore format: a table

export type Encoder = {
  encode: (channels: Float32Array[]) => Uint8Array<ArrayBuffer>;
  end: () => Uint8Array<ArrayBuffer>;
  /** What was encoded as a file. */
  file: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
  extension: string;
  type: string;
};

type Options = { format: Format; sampleRate: number; numberOfChannels: number; encodeBitRate: number };

export function createEncoder({ format, sampleRate, numberOfChannels, encodeBitRate }: Options): Encoder {
  if (format === 'mp3') {
    const mp3 = new Mp3Encoder(numberOfChannels, sampleRate, encodeBitRate / 1000);
    return {
      encode: ([left, right]) => copied(mp3.encodeBuffer(integers(left), right && integers(right))),
      end: () => copied(mp3.flush()),
      file: (bytes) => bytes,
      extension: 'mp3',
      type: 'audio/mpeg',
    };
  }
  return {
    encode: (channels) => new Uint8Array(interleaved(channels.map(integers)).buffer),
    end: () => new Uint8Array(0),
    file: (bytes) => (format === 'PCM' ? bytes : withWavHeader(bytes, sampleRate, numberOfChannels)),
    extension: format === 'PCM' ? 'pcm' : 'wav',
    type: format === 'PCM' ? 'application/octet-stream' : 'audio/wav',
  };
}

const copied = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

function integers(samples: Float32Array = new Float32Array(0)): Int16Array<ArrayBuffer> {
  return Int16Array.from(samples, (sample) => Math.max(-1, Math.min(1, sample)) * 32_767);
}

function interleaved(channels: Int16Array[]): Int16Array<ArrayBuffer> {
  const count = channels.length;
  const out = new Int16Array((channels[0]?.length ?? 0) * count);
  for (const [channel, samples] of channels.entries())
    for (const [index, sample] of samples.entries()) out[index * count + channel] = sample;
  return out;
}

function withWavHeader(bytes: Uint8Array, sampleRate: number, channels: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(44 + bytes.length);
  const view = new DataView(out.buffer);
  const text = (at: number, words: string) => out.set(new TextEncoder().encode(words), at);
  text(0, 'RIFF');
  view.setUint32(4, 36 + bytes.length, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * channels * 2, true);
  view.setUint16(32, channels * 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, bytes.length, true);
  out.set(bytes, 44);
  return out;
}
