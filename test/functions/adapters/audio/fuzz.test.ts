import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { decodeSound } from '#functions/adapters/audio/decode-sound.ts';
import { readSound } from '#functions/adapters/audio/read-sound.ts';
import type { SoundResult } from '#functions/adapters/audio/sound.ts';
import { recordings } from './recordings.ts';

const limits = { bytes: 1024 * 1024, seconds: 20, milliseconds: 10_000 };
const codes = ['unsupported', 'unreadable', 'too_long', 'too_large', 'timed_out'];

let seeds: { name: string; bytes: Uint8Array }[];
beforeAll(async () => {
  // One of the codecs reports every broken frame there.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  seeds = (await recordings()).map(({ name, bytes }) => ({ name, bytes: bytes.slice(0, 60_000) }));
});
afterAll(() => vi.restoreAllMocks());

function expectSound(result: SoundResult): void {
  if (!result.ok) {
    expect(codes).toContain(result.code);
    return;
  }
  const { seconds, energies, sampleRate } = result.sound;
  expect(seconds).toBeLessThanOrEqual(limits.seconds);
  expect(energies.length).toBeGreaterThan(0);
  expect(energies.length).toBeLessThanOrEqual(seconds * 50 + 2);
  expect(energies.every((energy) => energy >= 0 && energy <= 1)).toBe(true);
  expect(sampleRate).toBeGreaterThanOrEqual(4000);
}

const edit = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), value: fc.nat(255) }),
  fc.record({ kind: fc.constant('early' as const), at: fc.nat(700), value: fc.constantFrom(0, 1, 0x7f, 0x80, 0xff) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), value: fc.nat(5000) }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    value: fc.nat(5000),
  }),
);
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

function edited(bytes: Uint8Array, { kind, at, value }: Edit): Uint8Array {
  const place = kind === 'early' ? at : Math.floor(at * bytes.length);
  if (kind === 'set' || kind === 'early') return Uint8Array.from(bytes).fill(value, place, place + 1);
  const tail = bytes.subarray(kind === 'cut' ? place + value : Math.max(0, place - value));
  return Buffer.concat([bytes.subarray(0, place), tail]);
}

test('recordings with a few changes neither throw nor outgrow the limits', async () => {
  const edits = fc.array(edit, { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.nat(), edits, async (pick, changes) => {
      const seed = seeds[pick % seeds.length]?.bytes ?? new Uint8Array();
      expectSound(await decodeSound(changes.reduce(edited, seed), limits));
    }),
    { numRuns: 300 },
  );
}, 120_000);

test('random bytes behind a familiar beginning neither throw nor outgrow the limits', async () => {
  const bytes = fc.uint8Array({ maxLength: 20_000, size: 'max' });
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(600), bytes, async (pick, kept, rest) => {
      const seed = seeds[pick % seeds.length]?.bytes ?? new Uint8Array();
      expectSound(await decodeSound(Buffer.concat([seed.subarray(0, kept), rest]), limits));
    }),
    { numRuns: 200 },
  );
}, 120_000);

test('the same in the thread that it runs in', async () => {
  const edits = fc.array(edit, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.nat(), edits, async (pick, changes) => {
      const seed = seeds[pick % seeds.length]?.bytes ?? new Uint8Array();
      expectSound(await readSound({ bytes: changes.reduce(edited, seed), mime: 'audio/webm' }, limits));
    }),
    { numRuns: 8 },
  );
}, 120_000);
