import { aacConfig } from './encode-aac.ts';

const text = (word: string) => new TextEncoder().encode(word);
const u32 = (...values: number[]) =>
  Buffer.concat(values.map((value) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)));

export const box = (type: string, ...parts: Uint8Array[]): Uint8Array => {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(body.length + 8), text(type), body]);
};

type Table = { sizes: Uint8Array; chunks: Uint8Array; runs: Uint8Array };

/** M4A of AAC frames. The index stands at the end, as a recorder writes it, unless `indexFirst`. */
export function m4a(frames: readonly Uint8Array[], { indexFirst = false } = {}): Uint8Array {
  const ftyp = box('ftyp', text('M4A '), u32(0), text('isomM4A '));
  const mdat = box('mdat', ...frames);
  const table = (at: number): Table => ({
    sizes: u32(0, 0, frames.length, ...frames.map(({ length }) => length)),
    chunks: u32(0, 1, at),
    runs: u32(0, 1, 1, frames.length, 1),
  });
  const before = indexFirst ? moov(table(0)).length : 0;
  const index = moov(table(ftyp.length + before + 8));
  return Buffer.concat(indexFirst ? [ftyp, index, mdat] : [ftyp, mdat, index]);
}

export function moov({ sizes, chunks, runs }: Table): Uint8Array {
  const esds = Buffer.concat([
    u32(0),
    Uint8Array.of(3, 22, 0, 1, 0, 4, 17, 0x40, 0x15, 0, 0, 0),
    u32(0, 0),
    Uint8Array.of(5, 2, ...aacConfig, 6, 1, 2),
  ]);
  const sound = [u32(0, 1, 0, 0), Uint8Array.of(0, 1, 0, 16, 0, 0, 0, 0), u32(16_000 * 65_536)];
  const table = box(
    'stbl',
    box('stsd', u32(0, 1), box('mp4a', ...sound, box('esds', esds))),
    ...[box('stsz', sizes), box('stsc', runs), box('stco', chunks)],
  );
  const media = box(
    'mdia',
    box('mdhd', u32(0, 0, 0, 16_000, 0, 0)),
    box('hdlr', u32(0, 0), text('soun'), u32(0, 0, 0, 0)),
    box('minf', table),
  );
  return box('moov', box('trak', box('tkhd', u32(7, 0, 0, 1, 0, 0)), media));
}

/** Ogg of Opus packets, up to 200 to a page; checksums are left out, which nobody here reads. */
export function oggOpus(packets: readonly Uint8Array[]): Uint8Array {
  const head = Buffer.concat([text('OpusHead'), Uint8Array.of(1, 1, 0x38, 1, 0x80, 0xbb, 0, 0, 0, 0, 0)]);
  const tags = Buffer.concat([text('OpusTags'), new Uint8Array(8)]);
  const pages = [oggPage([head], 2), oggPage([tags], 0)];
  for (let at = 0; at < packets.length; at += 60) pages.push(oggPage(packets.slice(at, at + 60), 0));
  return Buffer.concat(pages);
}

export function oggPage(packets: readonly Uint8Array[], flags: number): Uint8Array {
  const lacing = packets.flatMap(({ length }) => [
    ...new Array<number>(Math.floor(length / 255)).fill(255),
    length % 255,
  ]);
  const header = Buffer.concat([text('OggS'), Uint8Array.of(0, flags), new Uint8Array(8), u32(0x01000000, 0, 0)]);
  return Buffer.concat([header, Uint8Array.of(lacing.length, ...lacing), ...packets]);
}
