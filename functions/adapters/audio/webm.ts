import { find, letters, u8 } from './bytes.ts';
import { opusHead } from './opus-head.ts';
import { type Demuxed, largestPacket, type Packets } from './sound.ts';

const ids = {
  segment: 0x18538067,
  cluster: 0x1f43b675,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  codec: 0x86,
  codecPrivate: 0x63a2,
  encodings: 0x6d80,
  blockGroup: 0xa0,
  block: 0xa1,
  simpleBlock: 0xa3,
};

/** Their inside is read as if it stood outside, so that lengths which a live recorder leaves open do not matter. */
const entered = new Set([ids.segment, ids.cluster, ids.tracks, ids.trackEntry, ids.blockGroup]);
const mostTracks = 32;
const clusterMark = Uint8Array.of(0x1f, 0x43, 0xb6, 0x75);

type Element = { id: number; start: number; end: number };
type TrackEntry = { number: number; codec: string; encoded: boolean; head: ReturnType<typeof opusHead> };

/** The first Opus track of WebM or Matroska, with or without a picture. Blocks without lacing only, as browsers write. */
export function readWebm(bytes: Uint8Array): Demuxed {
  const tracks = trackEntries(bytes);
  const track = tracks.find(({ codec }) => codec === 'A_OPUS');
  if (!track) return { ok: false, code: tracks.some(({ codec }) => codec !== '') ? 'unsupported' : 'unreadable' };
  if (track.encoded || track.head === 'unsupported') return { ok: false, code: 'unsupported' };
  if (!track.head) return { ok: false, code: 'unreadable' };
  return { ok: true, track: { codec: 'opus', head: track.head, packets: blocks(bytes, track.number) } };
}

function trackEntries(bytes: Uint8Array): TrackEntry[] {
  const tracks: TrackEntry[] = [];
  for (const { id, start, end } of elements(bytes)) {
    if (id === ids.cluster || tracks.length > mostTracks) break;
    if (id === ids.trackEntry) tracks.push({ number: 0, codec: '', encoded: false, head: undefined });
    const track = tracks.at(-1);
    if (!track) continue;
    const body = bytes.subarray(start, Math.min(end, start + 64));
    if (id === ids.trackNumber) track.number = body.reduce((sum, byte) => sum * 256 + byte, 0);
    if (id === ids.codec) track.codec = letters(body, 0, body.length).replace(/\0+$/, '');
    if (id === ids.codecPrivate) track.head = opusHead(body);
    if (id === ids.encodings) track.encoded = true;
  }
  return tracks;
}

function* blocks(bytes: Uint8Array, track: number): Packets {
  const walk = elements(bytes);
  let damaged = false;
  for (let next = walk.next(); ; next = walk.next()) {
    if (next.done) return { incomplete: damaged || next.value.incomplete };
    const { id, start, end } = next.value;
    if (id !== ids.simpleBlock && id !== ids.block) continue;
    const number = variable(bytes, start, true);
    if (number.value !== track) continue;
    const from = start + number.length + 3;
    const laced = (u8(bytes, from - 1) & 0x06) !== 0;
    if (laced || end <= from || end - from > largestPacket) damaged = true;
    else yield bytes.subarray(from, end);
  }
}

/** Every element that is whole, in order; behind a damaged one it goes on with the next cluster. */
function* elements(bytes: Uint8Array): Generator<Element, { incomplete: boolean }> {
  let damaged = false;
  for (let at = 0; at < bytes.length; ) {
    const id = variable(bytes, at, false);
    const size = variable(bytes, at + id.length, true);
    const start = at + id.length + size.length;
    const end = start + size.value;
    if (id.length > 0 && id.length <= 4 && size.length > 0 && entered.has(id.value)) {
      yield { id: id.value, start, end };
      at = start;
    } else if (id.length > 0 && id.length <= 4 && size.length > 0 && end <= bytes.length) {
      yield { id: id.value, start, end };
      at = end;
    } else {
      damaged = true;
      const cluster = find(bytes, clusterMark, at + 1);
      if (cluster < 0) break;
      at = cluster;
    }
  }
  return { incomplete: damaged };
}

/** EBML's number of 1-8 bytes; `length` 0 where there is none. A size of all ones is unknown: Infinity. */
function variable(bytes: Uint8Array, at: number, withoutMarker: boolean): { value: number; length: number } {
  const first = u8(bytes, at);
  const length = Math.clz32(first) - 23;
  if (first === 0 || at + length > bytes.length) return { value: 0, length: 0 };
  let value = withoutMarker ? first & (0xff >> length) : first;
  let ones = (first & (0xff >> length)) === 0xff >> length;
  for (let i = 1; i < length; i += 1) {
    const byte = u8(bytes, at + i);
    ones &&= byte === 0xff;
    value = value * 256 + byte;
  }
  return { value: withoutMarker && ones ? Number.POSITIVE_INFINITY : value, length };
}
