import type { Decoder, OpusHead, Pcm, PcmFormat, Track } from './sound.ts';

/** The codec of a track. Each is loaded when a recording needs it: together they weigh more than the rest of a function. */
export function openDecoder(track: Track): Promise<Decoder> {
  if (track.codec === 'mp3') return mp3();
  if (track.codec === 'aac') return aac(track.config, track.startSeconds);
  if (track.codec === 'opus') return opus(track.head);
  return Promise.resolve(pcm(track.format));
}

async function mp3(): Promise<Decoder> {
  const { decoder } = await import('@audio/decode-mp3');
  const inner = await decoder();
  return { decode: (packets) => plain(inner.decode(joined(packets))), free: () => inner.free() };
}

async function aac(asc: Uint8Array, start: number): Promise<Decoder> {
  const { decoder } = await import('@audio/decode-aac');
  const inner = await decoder(start > 0 ? { asc, gapless: { start } } : { asc });
  let warm = false;
  const decode = (packets: Uint8Array[]): Pcm => {
    // It gives nothing for the very first packet and counts that as an error.
    const pcm = plain(inner.decode(packets), warm ? 0 : 1);
    warm = true;
    return pcm;
  };
  return { decode, free: () => inner.free() };
}

async function opus({ channels, preSkip, gain }: OpusHead): Promise<Decoder> {
  const { createOpusDecoder } = await import('@audio/decode-opus/core');
  const inner = await createOpusDecoder();
  inner.configure({ channels, preSkip, outputGain: gain });
  const decode = (packets: Uint8Array[]): Pcm => {
    const { channelData, sampleRate, errors } = inner.decodeFrames(packets);
    return { channels: channelData, sampleRate, damaged: errors.length > 0 };
  };
  return { decode, free: () => inner.free() };
}

type Decoded = { channelData: Float32Array[]; sampleRate: number; errors?: unknown };

/** The codecs tell their errors in a field that their types leave out: a number, or a list. */
function plain({ channelData: channels, sampleRate, errors }: Decoded, forgiven = 0): Pcm {
  const count = Array.isArray(errors) ? errors.length : typeof errors === 'number' ? errors : 0;
  return { channels, sampleRate, damaged: count > forgiven };
}

function pcm({ float, bits, channels: count, sampleRate }: PcmFormat): Decoder {
  const width = bits / 8;
  const scale = 2 ** (bits - 1);
  const read = (view: DataView, at: number): number => {
    if (float) return width === 4 ? view.getFloat32(at, true) : view.getFloat64(at, true);
    if (width === 1) return (view.getUint8(at) - 128) / scale;
    if (width === 2) return view.getInt16(at, true) / scale;
    if (width === 3) return (view.getUint16(at, true) + view.getInt8(at + 2) * 65_536) / scale;
    return view.getInt32(at, true) / scale;
  };
  const decode = (packets: Uint8Array[]): Pcm => {
    const bytes = joined(packets);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const frames = Math.floor(bytes.length / width / count);
    const channels = Array.from({ length: count }, () => new Float32Array(frames));
    for (const [c, samples] of channels.entries()) {
      for (let i = 0; i < frames; i += 1) samples[i] = read(view, (i * count + c) * width);
    }
    return { channels, sampleRate, damaged: false };
  };
  return { decode, free: () => undefined };
}

const joined = (packets: Uint8Array[]): Uint8Array => {
  const [first] = packets;
  return packets.length === 1 && first ? first : Buffer.concat(packets);
};
