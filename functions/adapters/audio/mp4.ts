import { letters, u8, u16, u32, u64 } from './bytes.ts';
import { type Box, boxAt, boxes, rowCount, type Sample } from './mp4-boxes.ts';
import { fragmentSamples } from './mp4-fragments.ts';
import { opusBox } from './opus-head.ts';
import type { Demuxed, Packets, Track } from './sound.ts';
import { largestPacket } from './sound.ts';

/**
 * The first AAC or Opus track of an MP4, M4A or MOV, fragmented or not, with or without a picture. Without its `moov`,
 * which recorders write last, nothing in it can be read.
 */
export function readMp4(bytes: Uint8Array): Demuxed {
  // Nothing is gathered: a file of nothing but boxes has millions.
  let moov: Box | undefined;
  let fragmented = false;
  let cut = false;
  for (const box of boxes(bytes, 0, bytes.length)) {
    if (box.type === 'moov') moov ??= box;
    if (box.type === 'moof') fragmented = true;
    cut = box.cut;
  }
  if (!moov || moov.cut) return { ok: false, code: 'unreadable' };
  const trak = soundTrack(bytes, moov);
  const table = trak && boxAt(bytes, trak, 'mdia', 'minf', 'stbl');
  if (!trak || !table) return { ok: false, code: boxAt(bytes, moov, 'trak') ? 'unsupported' : 'unreadable' };
  const samples = fragmented ? fragmentSamples(bytes, moov, trak) : tableSamples(bytes, table);
  const track = describe(bytes, trak, table, packets(bytes, samples, cut));
  return track ? { ok: true, track } : { ok: false, code: 'unsupported' };
}

function soundTrack(bytes: Uint8Array, moov: Box): Box | undefined {
  for (const box of boxes(bytes, moov.start, moov.end)) {
    if (box.type === 'trak' && handler(bytes, box) === 'soun') return box;
  }
  return undefined;
}

function handler(bytes: Uint8Array, trak: Box): string {
  const box = boxAt(bytes, trak, 'mdia', 'hdlr');
  return box ? letters(bytes, box.start + 8, 4) : '';
}

function describe(bytes: Uint8Array, trak: Box, table: Box, packets: Packets): Track | undefined {
  const stsd = boxAt(bytes, table, 'stsd');
  const entry = stsd && boxes(bytes, stsd.start + 8, stsd.end).next().value;
  if (!entry) return undefined;
  // QuickTime's second form of a sound description is 16 bytes longer.
  const inner = { ...entry, start: entry.start + (u16(bytes, entry.start + 8) === 1 ? 44 : 28) };
  if (entry.type === 'Opus') {
    const box = boxAt(bytes, inner, 'dOps');
    const head = box && opusBox(bytes.subarray(box.start, box.end));
    return head && head !== 'unsupported' ? { codec: 'opus', head, packets } : undefined;
  }
  const esds = entry.type === 'mp4a' ? (boxAt(bytes, inner, 'esds') ?? boxAt(bytes, inner, 'wave', 'esds')) : undefined;
  const config = esds && decoderConfig(bytes.subarray(esds.start, esds.end));
  return config ? { codec: 'aac', config, startSeconds: startOf(bytes, trak), packets } : undefined;
}

/** The AudioSpecificConfig within an `esds` body; undefined for what is not AAC. */
function decoderConfig(body: Uint8Array): Uint8Array | undefined {
  let aac = false;
  for (let at = 4; at + 2 < body.length; ) {
    const tag = u8(body, at);
    let length = 0;
    at += 1;
    for (let more = true; more && at < body.length; at += 1) {
      length = (length * 128 + (u8(body, at) & 0x7f)) % 65_536;
      more = u8(body, at) >= 0x80;
    }
    if (tag === 3) at += 3;
    else if (tag === 4) {
      aac = [0x40, 0x66, 0x67, 0x68].includes(u8(body, at));
      at += 13;
    } else if (tag === 5) return aac && length >= 2 ? body.subarray(at, at + length) : undefined;
    else at += length;
  }
  return undefined;
}

/** Where the presentation starts in the media: the encoder's run-in before it is no sound of the speaker's. */
function startOf(bytes: Uint8Array, trak: Box): number {
  const elst = boxAt(bytes, trak, 'edts', 'elst');
  const mdhd = boxAt(bytes, trak, 'mdia', 'mdhd');
  if (!elst || !mdhd) return 0;
  const wide = u8(bytes, elst.start) === 1;
  const scale = u32(bytes, mdhd.start + (u8(bytes, mdhd.start) === 1 ? 20 : 12));
  const rows = rowCount(bytes, elst, 8, wide ? 20 : 12);
  const start = wide ? u64(bytes, elst.start + 16) : u32(bytes, elst.start + 12);
  const seconds = scale > 0 ? start / scale : 0;
  return rows === 1 && seconds < 1 ? seconds : 0;
}

/** Samples of a file with one table for all: sizes, samples a chunk, and where each chunk stands. */
function* tableSamples(bytes: Uint8Array, table: Box): Generator<Sample> {
  const [stsz, stsc] = [boxAt(bytes, table, 'stsz'), boxAt(bytes, table, 'stsc')];
  const small = boxAt(bytes, table, 'stco');
  const chunks = small ?? boxAt(bytes, table, 'co64');
  if (!stsz || !stsc || !chunks) return;
  const same = u32(bytes, stsz.start + 4);
  const total = same > 0 ? u32(bytes, stsz.start + 8) : rowCount(bytes, stsz, 12, 4);
  const chunkCount = rowCount(bytes, chunks, 8, small ? 4 : 8);
  const runs = rowCount(bytes, stsc, 8, 12);
  let sample = 0;
  for (let chunk = 0, run = 0; chunk < chunkCount && sample < total; chunk += 1) {
    if (run + 1 < runs && chunk + 1 >= u32(bytes, stsc.start + 8 + (run + 1) * 12)) run += 1;
    let at = small ? u32(bytes, chunks.start + 8 + chunk * 4) : u64(bytes, chunks.start + 8 + chunk * 8);
    const count = u32(bytes, stsc.start + 12 + run * 12);
    for (let i = 0; i < count && sample < total && at < bytes.length; i += 1, sample += 1) {
      const size = same > 0 ? same : u32(bytes, stsz.start + 12 + sample * 4);
      yield { at, size };
      at += size;
    }
    // The chunk stands beyond the end: what is counted in it is not there.
    if (at >= bytes.length && sample < total) {
      yield { at, size: 1 };
      return;
    }
  }
}

function* packets(bytes: Uint8Array, samples: Generator<Sample>, cut: boolean): Packets {
  let damaged = cut;
  for (const { at, size } of samples) {
    if (size === 0 || size > largestPacket || at + size > bytes.length) damaged = true;
    else yield bytes.subarray(at, at + size);
  }
  return { incomplete: damaged };
}
