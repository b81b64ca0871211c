import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { S3Error } from './s3-error.ts';

/** Bytes on disk under a name of our own, so that no key can name a path. */
export type Blob = { name: string; size: number; md5: Buffer; sha256: Buffer; crc32: Buffer };

export type SizeRange = { minimum?: number; maximum: number };

/** What S3 takes in one request. */
export const largestUpload = 5 * 1024 ** 3;

/** Stops reading at the first byte too many. A blob that could not be finished leaves nothing behind. */
export async function writeBlob(folder: string, chunks: AsyncIterable<Buffer>, range: SizeRange): Promise<Blob> {
  const name = crypto.randomUUID();
  const path = join(folder, name);
  const file = await open(path, 'wx');
  const md5 = createHash('md5');
  const sha256 = createHash('sha256');
  let sum = 0;
  let size = 0;
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > range.maximum) throw tooLarge(range.maximum);
      md5.update(chunk);
      sha256.update(chunk);
      sum = crc32(chunk, sum);
      await file.write(chunk);
    }
    if (size < (range.minimum ?? 0)) throw tooSmall(size, range.minimum ?? 0);
    await file.close();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(sum);
  return { name, size, md5: md5.digest(), sha256: sha256.digest(), crc32: crc };
}

export const removeBlob = (folder: string, name: string) => rm(join(folder, name), { force: true });

export const tooLarge = (maximum: number) =>
  new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
    details: { MaxSizeAllowed: String(maximum) },
  });

const tooSmall = (size: number, minimum: number) =>
  new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
    details: { ProposedSize: String(size), MinSizeAllowed: String(minimum) },
  });
