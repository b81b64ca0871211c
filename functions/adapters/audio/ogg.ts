import { find, letters, u8, u32le } from './bytes.ts';
import { opusHead } from './opus-head.ts';
import { type Demuxed, largestPacket, type Packets } from './sound.ts';

const mark = new TextEncoder().encode('OggS');
const beginsStream = 2;
const continues = 1;

type Page = { serial: number; flags: number; lacing: Uint8Array; body: number; end: number };

/** The first Opus stream of an Ogg file. Another that begins after it (a recorder that was restarted) is joined on. */
export function readOgg(bytes: Uint8Array): Demuxed {
  for (let page = pageAt(bytes, 0); page; page = pageAt(bytes, page.end)) {
    if (!(page.flags & beginsStream)) break;
    const head = opusHead(bytes.subarray(page.body, page.end));
    if (head === 'unsupported') return { ok: false, code: 'unsupported' };
    if (head) return { ok: true, track: { codec: 'opus', head, packets: packets(bytes, page.serial) } };
  }
  return { ok: false, code: pageAt(bytes, 0) ? 'unsupported' : 'unreadable' };
}

function* packets(bytes: Uint8Array, first: number): Packets {
  let serial = first;
  let damaged = false;
  let open: Uint8Array[] = [];
  let openBytes = 0;
  let end = 0;
  for (let page = pageAt(bytes, 0); page; page = pageAt(bytes, end)) {
    end = page.end;
    if (page.flags & beginsStream && letters(bytes, page.body, 8) === 'OpusHead') serial = page.serial;
    if (page.serial !== serial) continue;
    if (!(page.flags & continues)) [open, openBytes] = [[], 0];
    let at = page.body;
    let length = 0;
    for (const [i, segment] of page.lacing.entries()) {
      length += segment;
      const last = i === page.lacing.length - 1;
      if (segment === 255 && !last) continue;
      if (at + length > bytes.length) return { incomplete: true };
      open.push(bytes.subarray(at, at + length));
      openBytes += length;
      at += length;
      length = 0;
      if (openBytes > largestPacket) {
        damaged = true;
        [open, openBytes] = [[], 0];
      }
      if (segment === 255) continue;
      const packet = open.length === 1 ? open[0] : Buffer.concat(open);
      [open, openBytes] = [[], 0];
      if (packet && packet.length > 0 && !/^Opus(Head|Tags)/.test(letters(packet, 0, 8))) yield packet;
    }
  }
  return { incomplete: damaged || end !== bytes.length };
}

/** The next page at or after `from`, stepping over what is none. */
function pageAt(bytes: Uint8Array, from: number): Page | undefined {
  const at = find(bytes, mark, from);
  if (at < 0 || at + 27 > bytes.length) return undefined;
  const lacing = bytes.subarray(at + 27, at + 27 + u8(bytes, at + 26));
  const body = at + 27 + u8(bytes, at + 26);
  const end = lacing.reduce((sum, segment) => sum + segment, body);
  return { serial: u32le(bytes, at + 14), flags: u8(bytes, at + 5), lacing, body, end };
}
