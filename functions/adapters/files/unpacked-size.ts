import { inflateRawSync } from 'node:zlib';
import { type FileLimits, Unfit } from './file.ts';

const endOfDirectory = 0x06054b50;
const entry = 0x02014b50;

/**
 * Refuses a packed file that would unpack to more than is allowed, whatever its directory claims: each part is unpacked
 * here once, to a bound, before any reader that has none touches it.
 */
export function refuseBombs(bytes: Uint8Array, { unpackedBytes, parts }: FileLimits): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = view.length - 22;
  while (end >= 0 && end >= view.length - 65_557 && view.readUInt32LE(end) !== endOfDirectory) end -= 1;
  if (end < 0 || view.readUInt32LE(end) !== endOfDirectory) throw new Unfit('unreadable');
  const count = view.readUInt16LE(end + 10);
  if (count > parts) throw new Unfit('too_large');
  let at = view.readUInt32LE(end + 16);
  let left = unpackedBytes;
  try {
    for (let i = 0; i < count; i += 1) {
      if (view.readUInt32LE(at) !== entry) throw new Unfit('unreadable');
      const [flags, method] = [view.readUInt16LE(at + 8), view.readUInt16LE(at + 10)];
      const packed = view.readUInt32LE(at + 20);
      const local = view.readUInt32LE(at + 42);
      if ((flags & 1) === 1) throw new Unfit('encrypted');
      const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
      if (method === 8)
        left -= inflateRawSync(view.subarray(start, start + packed), { maxOutputLength: left + 1 }).length;
      else if (method === 0) left -= packed;
      else throw new Unfit('unreadable');
      if (left < 0) throw new Unfit('too_large');
      at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
    }
  } catch (error) {
    if (error instanceof Unfit) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new Unfit(code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'unreadable');
  }
}
