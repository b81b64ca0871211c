import type { ClipRecord, MediaFiles } from '#functions/ports/clip.ts';
import { mediaKey, partName, wholeName } from './media-key.ts';

/** What one job holds in memory. Ten minutes of any voice and five of a phone's video are below it. */
const mostBytes = 200_000_000;
const atOnce = 8;

export type Whole = { key: string; bytes: Uint8Array<ArrayBuffer>; missing: number[]; kept: boolean };

/**
 * The parts of a clip in their order, as far as they are there. `kept`: it had been put together before, and that is what
 * counts, whatever arrived since.
 */
export async function gather(
  files: MediaFiles,
  place: { company: string; interviewId: string },
  clip: ClipRecord,
): Promise<Whole> {
  const of = { ...place, ...clip };
  const key = mediaKey.whole(of);
  const sizes = new Map((await files.list(mediaKey.folder(of))).map(({ name, bytes }) => [name, bytes]));
  const { found, missing, total } = layOut(clip.parts, sizes);
  if (sizes.has(wholeName)) {
    const bytes = new Uint8Array(await files.read(key));
    return { key, bytes, missing: clip.assembled?.missing ?? missing, kept: true };
  }
  const whole = new Uint8Array(total);
  for (let from = 0; from < found.length; from += atOnce) {
    await Promise.all(
      found.slice(from, from + atOnce).map(async ({ part, at, bytes: expected }) => {
        const bytes = await files.read(mediaKey.part(of, part));
        if (bytes.length !== expected) throw new Error('a part changed while it was read');
        whole.set(bytes, at);
      }),
    );
  }
  return { key, bytes: whole, missing, kept: false };
}

function layOut(parts: number, sizes: Map<string, number>) {
  const found: { part: number; at: number; bytes: number }[] = [];
  const missing: number[] = [];
  let total = 0;
  for (let part = 0; part < parts; part += 1) {
    const bytes = sizes.get(partName(part));
    if (bytes === undefined || total + bytes > mostBytes) missing.push(part);
    else {
      found.push({ part, at: total, bytes });
      total += bytes;
    }
  }
  return { found, missing, total };
}
