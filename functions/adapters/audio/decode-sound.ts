import { readAdts } from './adts.ts';
import { openDecoder } from './decoders.ts';
import { createMeter } from './meter.ts';
import { readMp4 } from './mp4.ts';
import { readOgg } from './ogg.ts';
import { type Container, id3Length, sniff } from './sniff.ts';
import type { Decoder, Demuxed, Packets, SoundLimits, SoundResult, Track } from './sound.ts';
import { readWav } from './wav.ts';
import { readWebm } from './webm.ts';

const demuxers: Record<Container, (bytes: Uint8Array) => Demuxed> = {
  wav: readWav,
  mp3: readMp3,
  adts: readAdts,
  ogg: readOgg,
  webm: readWebm,
  mp4: readMp4,
};

/** One step of decoding: about a second of speech, and less than 6 s of anything. */
const packetsAtOnce = 50;
/** So many steps without any sound, and there is none to come: an index may name the same rubbish for ever. */
const mostStepsInVain = 20;
const rates = { least: 4000, most: 192_000 };

/**
 * Listens to a recording in this thread, a second at a time. Bounded in memory by what a step decodes to; a codec that
 * never returns can only be stopped from outside: see read-sound.ts.
 */
export async function decodeSound(bytes: Uint8Array, limits: SoundLimits): Promise<SoundResult> {
  if (bytes.length > limits.bytes) return { ok: false, code: 'too_large' };
  const container = sniff(bytes);
  if (!container) return { ok: false, code: bytes.length === 0 ? 'unreadable' : 'unsupported' };
  const demuxed = demuxers[container](bytes);
  return demuxed.ok ? listen(demuxed.track, limits) : demuxed;
}

async function listen(track: Track, limits: SoundLimits): Promise<SoundResult> {
  const meter = createMeter(limits.seconds);
  let sampleRate = 0;
  let incomplete = false;
  let inVain = 0;
  let decoder: Decoder | undefined;
  try {
    decoder = await openDecoder(track);
    for (const batch of batches(track)) {
      if ('incomplete' in batch) {
        incomplete ||= batch.incomplete;
        break;
      }
      const { channels, sampleRate: rate, damaged } = decoder.decode(batch.packets);
      incomplete ||= damaged;
      if (channels.length === 0) {
        inVain += 1;
        if (inVain > mostStepsInVain) throw new RangeError('no sound in it');
        continue;
      }
      inVain = 0;
      if (!(rate >= rates.least && rate <= rates.most)) throw new RangeError(`no rate of sound: ${rate}`);
      sampleRate = rate;
      if (!meter.push(channels, rate)) return { ok: false, code: 'too_long' };
    }
    decoder.free();
  } catch {
    // A codec that has thrown is not asked again, not even to clean up; what was heard before stays true.
    incomplete = true;
  }
  const heard = meter.finish();
  if (heard.energies.length === 0) return { ok: false, code: 'unreadable' };
  return { ok: true, sound: { ...heard, sampleRate, incomplete } };
}

function* batches(track: Track): Generator<{ packets: Uint8Array[] } | { incomplete: boolean }> {
  // Slices of a byte stream are large already.
  const size = track.codec === 'mp3' || track.codec === 'pcm' ? 1 : packetsAtOnce;
  let packets: Uint8Array[] = [];
  for (let next = track.packets.next(); ; next = track.packets.next()) {
    if (next.done) {
      if (packets.length > 0) yield { packets };
      yield next.value;
      return;
    }
    packets.push(next.value);
    if (packets.length < size) continue;
    yield { packets };
    packets = [];
  }
}

/** The codec finds the frames by itself: it only needs the tag with its pictures out of the way. */
function readMp3(bytes: Uint8Array): Demuxed {
  return { ok: true, track: { codec: 'mp3', packets: mp3Slices(bytes) } };
}

function* mp3Slices(bytes: Uint8Array): Packets {
  const slice = 8192;
  const start = id3Length(bytes);
  for (let at = start; at < bytes.length; at += slice) yield bytes.subarray(at, at + slice);
  return { incomplete: false };
}
