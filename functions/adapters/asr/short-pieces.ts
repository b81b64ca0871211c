import { readMp4 } from '../audio/mp4.ts';
import { readOgg } from '../audio/ogg.ts';
import type { Demuxed, Track } from '../audio/sound.ts';
import { readWebm } from '../audio/webm.ts';
import { mp3Pieces, type Piece } from './mp3-pieces.ts';
import { oggOf, opusSeconds } from './ogg-opus.ts';
import { type Audio, bareMime } from './recogniser.ts';

export type ShortPiece = Piece & { mime: string };
export type Most = { seconds: number; bytes: number };

/** Makes a recording fit: in pieces, or in another container. Undefined when it cannot. */
export type Cut = (audio: Audio, most: Most) => Promise<ShortPiece[] | undefined>;

const readers: Record<string, (bytes: Uint8Array) => Demuxed> = {
  'audio/webm': readWebm,
  'video/webm': readWebm,
  'audio/mp4': readMp4,
  'audio/x-m4a': readMp4,
  'video/mp4': readMp4,
  'audio/ogg': readOgg,
};

/** What a packet takes besides its own bytes: its lacing, its share of a page, or a header of 7. */
const perPacket = 12;
const aacSamples = 1024;
const aacRates = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350];

/** The sound of our recorders' formats without its picture, nothing decoded: MP3 stays, Opus goes to Ogg, AAC to ADTS. */
export const shortPieces: Cut = async ({ bytes, mime }, most) => {
  const bare = bareMime(mime);
  if (bare === 'audio/mpeg') return mp3Pieces(bytes, most).map((piece) => ({ ...piece, mime: 'audio/mpeg' }));
  const demuxed = readers[bare]?.(bytes);
  return demuxed?.ok ? piecesOf(demuxed.track, most) : undefined;
};

function piecesOf(track: Track, most: Most): ShortPiece[] | undefined {
  if (track.codec === 'opus') {
    const groups = grouped(track.packets, opusSeconds, most);
    return groups.map(({ packets, ...times }, at) => {
      // Only the recorder's own beginning is to be skipped.
      const head = at === 0 ? track.head : { ...track.head, preSkip: 0 };
      return { ...times, bytes: oggOf(head, packets), mime: 'audio/ogg' };
    });
  }
  const aac = track.codec === 'aac' ? adtsHeader(track.config) : undefined;
  if (track.codec !== 'aac' || !aac) return undefined;
  const groups = grouped(track.packets, () => aacSamples / aac.rate, most);
  return groups.map(({ packets, ...times }) => ({
    ...times,
    bytes: new Uint8Array(Buffer.concat(packets.flatMap((packet) => [aac.headerFor(packet.length), packet]))),
    mime: 'audio/aac',
  }));
}

type Group = { from: number; seconds: number; packets: Uint8Array[] };

function grouped(packets: Iterable<Uint8Array>, secondsOf: (packet: Uint8Array) => number, most: Most): Group[] {
  const groups: Group[] = [];
  let size = 0;
  for (const packet of packets) {
    const seconds = secondsOf(packet);
    const last = groups.at(-1);
    const fits = last && last.seconds + seconds <= most.seconds && size + packet.length + perPacket <= most.bytes;
    if (fits) {
      last.packets.push(packet);
      last.seconds += seconds;
      size += packet.length + perPacket;
    } else {
      groups.push({ from: (last?.from ?? 0) + (last?.seconds ?? 0), seconds, packets: [packet] });
      size = packet.length + perPacket;
    }
  }
  return groups;
}

/** From an AudioSpecificConfig; undefined for what ADTS cannot say (HE-AAC told apart, a rate spelt out). */
function adtsHeader(config: Uint8Array) {
  const [a = 0, b = 0] = config;
  const type = a >> 3;
  const rateIndex = ((a & 7) << 1) | (b >> 7);
  const channels = (b >> 3) & 15;
  const rate = aacRates[rateIndex];
  if (type < 1 || type > 4 || rate === undefined || channels < 1 || channels > 7) return undefined;
  return {
    rate,
    headerFor(length: number): Uint8Array {
      const whole = length + 7;
      return Uint8Array.of(
        0xff,
        0xf1,
        ((type - 1) << 6) | (rateIndex << 2) | (channels >> 2),
        ((channels & 3) << 6) | (whole >> 11),
        (whole >> 3) & 0xff,
        ((whole & 7) << 5) | 0x1f,
        0xfc,
      );
    },
  };
}
