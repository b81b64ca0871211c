import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shortPieces } from '#functions/adapters/asr/short-pieces.ts';
import { decodeSound } from '#functions/adapters/audio/decode-sound.ts';
import { soundLimits } from '#functions/adapters/audio/sound.ts';
import { aacFrames, adts } from '#test/functions/adapters/audio/encode-aac.ts';
import { m4a } from '#test/functions/adapters/audio/mux.ts';

const fixture = async (file: string) =>
  new Uint8Array(await readFile(join(import.meta.dirname, '..', 'audio-fixtures', file)));

const most = { seconds: 3, bytes: 1_000_000 };
const audio = (bytes: Uint8Array, mime: string) => ({ bytes, mime, seconds: 7, key: 'k' });

it.each([
  ['voice.webm', 'audio/webm;codecs=opus'],
  ['voice.mp4', 'audio/mp4'],
  ['picture.webm', 'video/webm'],
])('%s: its sound in Ogg, in pieces that play alone and sound as before', async (file, mime) => {
  const bytes = await fixture(file);
  const pieces = (await shortPieces(audio(bytes, mime), most)) ?? [];
  expect(pieces).toHaveLength(3);
  expect(pieces[0]?.from).toBe(0);
  const before = await decodeSound(bytes, soundLimits);
  if (!before.ok) throw new Error(before.code);
  const parts: number[] = [];
  for (const [at, piece] of pieces.entries()) {
    expect(piece.mime).toBe('audio/ogg');
    expect(piece.seconds).toBeLessThanOrEqual(most.seconds);
    const after = await decodeSound(piece.bytes, soundLimits);
    if (!after.ok) throw new Error(after.code);
    expect(after.sound.incomplete).toBe(false);
    // A recorder's first tenth of a second is not to be heard; after a cut everything is.
    const lost = piece.seconds - after.sound.seconds;
    expect(Math.abs(lost)).toBeLessThan(at === 0 ? 0.1 : 0.001);
    parts.push(...after.sound.energies);
  }
  const energy = (all: Iterable<number>) => [...all].reduce((sum, one) => sum + one, 0);
  expect(energy(parts) / energy(before.sound.energies)).toBeCloseTo(1, 1);
});

it('the AAC of an MP4 becomes the very stream of its frames', async () => {
  const frames = aacFrames([{ seconds: 5, speaking: true }]);
  const pieces = (await shortPieces(audio(m4a(frames), 'video/mp4'), most)) ?? [];
  expect(pieces.map(({ mime }) => mime)).toEqual(['audio/aac', 'audio/aac']);
  expect(pieces[0]?.seconds).toBeCloseTo(3, 0);
  expect(Buffer.concat(pieces.map(({ bytes }) => bytes)).equals(Buffer.from(adts(frames)))).toBe(true);
});

it('keeps to the bytes as well', async () => {
  const bytes = await fixture('voice.webm');
  const pieces = (await shortPieces(audio(bytes, 'audio/webm'), { seconds: 60, bytes: 5_000 })) ?? [];
  expect(pieces.length).toBeGreaterThan(1);
  for (const piece of pieces) expect(piece.bytes.length).toBeLessThanOrEqual(5_000);
});

it.each([['audio/webm'], ['video/mp4'], ['application/pdf']])('%s that is none: undefined', async (mime) => {
  expect(await shortPieces(audio(new TextEncoder().encode('rubbish '.repeat(99)), mime), most)).toBeUndefined();
});
