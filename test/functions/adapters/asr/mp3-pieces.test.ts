import { describe, expect, it } from 'vitest';
import { mp3Pieces } from '#functions/adapters/asr/mp3-pieces.ts';
import { decodeSound } from '#functions/adapters/audio/decode-sound.ts';
import { soundLimits } from '#functions/adapters/audio/sound.ts';
import { mp3 } from './tone-mp3.ts';

describe('pieces of an MP3', () => {
  it('play alone, and together are the whole', async () => {
    const bytes = mp3(5);
    const pieces = mp3Pieces(withId3(bytes), { seconds: 2, bytes: 1_000_000 });
    expect(pieces).toHaveLength(3);
    expect(Buffer.concat(pieces.map((piece) => piece.bytes)).equals(Buffer.from(bytes))).toBe(true);
    for (const piece of pieces) {
      expect(piece.seconds).toBeLessThanOrEqual(2);
      expect(await secondsOf(piece.bytes)).toBeCloseTo(piece.seconds, 0);
    }
    expect(pieces[1]?.from).toBeCloseTo(pieces[0]?.seconds ?? 0, 5);
  });

  it('keeps to the bytes too, and finds nothing in what is no MP3', () => {
    const pieces = mp3Pieces(mp3(4), { seconds: 60, bytes: 5000 });
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.every((piece) => piece.bytes.length <= 5000)).toBe(true);
    expect(mp3Pieces(new TextEncoder().encode('not a recording'.repeat(50)), { seconds: 9, bytes: 999 })).toEqual([]);
  });

  it('a cut-off end is left out', () => {
    const bytes = mp3(4);
    const [piece] = mp3Pieces(bytes.subarray(0, bytes.length - 10), { seconds: 60, bytes: 1_000_000 });
    expect(piece?.bytes.length).toBeLessThan(bytes.length - 10);
    expect(piece?.seconds).toBeGreaterThan(3.5);
  });
});

const withId3 = (bytes: Uint8Array) => {
  const tag = Buffer.alloc(10 + 300, 0xff);
  tag.write('ID3');
  tag.set([4, 0, 0, 0, 0, 2, 44], 3);
  return new Uint8Array(Buffer.concat([tag, bytes]));
};

async function secondsOf(bytes: Uint8Array): Promise<number> {
  const heard = await decodeSound(bytes, soundLimits);
  return heard.ok ? heard.sound.seconds : 0;
}
