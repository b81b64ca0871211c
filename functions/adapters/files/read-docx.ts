import mammoth from 'mammoth';
import { type FileLimits, Unfit } from './file.ts';
import { refuseBombs } from './unpacked-size.ts';

export async function readDocx(bytes: Uint8Array, limits: FileLimits): Promise<string> {
  refuseBombs(bytes, limits);
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) }).catch(() => {
    throw new Unfit('unreadable');
  });
  return value;
}
