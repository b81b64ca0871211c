import type { OpusHead } from '../audio/sound.ts';

/** Opus counts its time in these, whatever it was recorded at. */
const ticksPerSecond = 48_000;
const mostSegments = 200;

/** Seconds of sound in an Opus packet, from its first two bytes (RFC 6716 §3.1). */
export function opusSeconds(packet: Uint8Array): number {
  const toc = packet[0] ?? 0;
  const config = toc >> 3;
  const milliseconds =
    config < 12
      ? ([10, 20, 40, 60][config & 3] ?? 0)
      : config < 16
        ? ([10, 20][config & 1] ?? 0)
        : ([2.5, 5, 10, 20][config & 3] ?? 0);
  const code = toc & 3;
  const frames = code === 0 ? 1 : code === 3 ? (packet[1] ?? 0) & 0x3f : 2;
  return (frames * milliseconds) / 1000;
}

/** Opus packets as an Ogg file of their own (RFC 3533, RFC 7845). */
export function oggOf(head: OpusHead, packets: Uint8Array[]): Uint8Array {
  const pages = [page(0, 2, 0n, [identification(head)]), page(1, 0, 0n, [tags])];
  let open: Uint8Array[] = [];
  let segments = 0;
  let ticks = 0;
  const close = (flags: number) => {
    pages.push(page(pages.length, flags, BigInt(Math.round(ticks)), open));
    [open, segments] = [[], 0];
  };
  for (const packet of packets) {
    const needed = Math.floor(packet.length / 255) + 1;
    if (segments > 0 && segments + needed > mostSegments) close(0);
    open.push(packet);
    segments += needed;
    ticks += opusSeconds(packet) * ticksPerSecond;
  }
  close(4);
  return new Uint8Array(Buffer.concat(pages));
}

function identification({ channels, preSkip, gain }: OpusHead): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead');
  head[8] = 1;
  head[9] = channels;
  head.writeUInt16LE(preSkip, 10);
  head.writeUInt32LE(ticksPerSecond, 12);
  head.writeInt16LE(gain, 16);
  return head;
}

/** No vendor, no comments. */
const tags = Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(8)]);

function page(number: number, flags: number, ticks: bigint, packets: Uint8Array[]): Buffer {
  const lacing = packets.flatMap(({ length }) => [...Array<number>(Math.floor(length / 255)).fill(255), length % 255]);
  const header = Buffer.alloc(27 + lacing.length);
  header.write('OggS');
  header[5] = flags;
  header.writeBigUInt64LE(ticks, 6);
  header.writeUInt32LE(1, 14);
  header.writeUInt32LE(number, 18);
  header[26] = lacing.length;
  header.set(lacing, 27);
  const whole = Buffer.concat([header, ...packets]);
  whole.writeUInt32LE(checksum(whole), 22);
  return whole;
}

/** CRC-32 of the polynomial 0x04c11db7, not reflected: not the one of zlib. */
function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}
