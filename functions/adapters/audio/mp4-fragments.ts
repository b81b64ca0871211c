import { u32, u64 } from './bytes.ts';
import { type Box, boxAt, boxes, type Sample } from './mp4-boxes.ts';

/** Samples of a fragmented file, as a browser's recorder writes it: each `moof` lists what its `mdat` holds. */
export function* fragmentSamples(bytes: Uint8Array, moov: Box, trak: Box): Generator<Sample> {
  const id = trackId(bytes, trak);
  const general = defaultSize(bytes, moov, id);
  for (const moof of boxes(bytes, 0, bytes.length)) {
    if (moof.type !== 'moof') continue;
    for (const traf of boxes(bytes, moof.start, moof.end)) {
      const header = traf.type === 'traf' ? boxAt(bytes, traf, 'tfhd') : undefined;
      if (!header || u32(bytes, header.start + 4) !== id) continue;
      yield* runSamples(bytes, moof, traf, header, general);
    }
  }
}

function* runSamples(bytes: Uint8Array, moof: Box, traf: Box, header: Box, general: number): Generator<Sample> {
  const flags = u32(bytes, header.start) & 0xffffff;
  let field = header.start + 8;
  const base = flags & 1 ? u64(bytes, field) : moof.start - 8;
  field += (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0) + (flags & 8 ? 4 : 0);
  const usual = flags & 0x10 ? u32(bytes, field) : general;
  let at = base;
  for (const run of boxes(bytes, traf.start, traf.end)) {
    if (run.type !== 'trun') continue;
    const has = u32(bytes, run.start) & 0xffffff;
    let row = run.start + 8;
    if (has & 1) at = base + (u32(bytes, row) | 0);
    row += (has & 1 ? 4 : 0) + (has & 4 ? 4 : 0);
    const before = has & 0x100 ? 4 : 0;
    const width = before + (has & 0x200 ? 4 : 0) + (has & 0x400 ? 4 : 0) + (has & 0x800 ? 4 : 0);
    const listed = width > 0 ? Math.floor((run.end - row) / width) : Number.POSITIVE_INFINITY;
    const count = Math.min(u32(bytes, run.start + 4), listed);
    for (let i = 0; i < count; i += 1, row += width) {
      const size = has & 0x200 ? u32(bytes, row + before) : usual;
      yield { at: Math.max(0, at), size };
      at += size;
      if (size === 0 || at > bytes.length) break;
    }
  }
}

/** Of `tkhd`, whose first version has times of 4 bytes and whose second has 8. */
function trackId(bytes: Uint8Array, trak: Box): number {
  const tkhd = boxAt(bytes, trak, 'tkhd');
  return tkhd ? u32(bytes, tkhd.start + (bytes[tkhd.start] === 1 ? 20 : 12)) : 0;
}

function defaultSize(bytes: Uint8Array, moov: Box, track: number): number {
  const mvex = boxAt(bytes, moov, 'mvex');
  if (!mvex) return 0;
  for (const trex of boxes(bytes, mvex.start, mvex.end)) {
    if (trex.type === 'trex' && u32(bytes, trex.start + 4) === track) return u32(bytes, trex.start + 16);
  }
  return 0;
}
