import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { speechContextSchema } from '#shared/evaluation/speech/context.ts';
import { countCharacters, describeSpeech } from '#shared/evaluation/speech/describe-speech.ts';
import { energiesOf, synthesise, turns } from './synthetic-voice.ts';

const sampleRate = 16_000;
const secondsOf = (energies: Float32Array) => energies.length / 50;

function describeParts(parts: ReturnType<typeof turns>, sound: { noise?: number; level?: number } = {}) {
  const energies = energiesOf(synthesise({ parts, sampleRate, ...sound }), sampleRate);
  return describeSpeech({ seconds: secondsOf(energies), energies });
}

describe('pauses', () => {
  const cases = [
    { name: 'in a quiet room', sound: {} },
    { name: 'over no noise at all', sound: { noise: 0 } },
    { name: 'in a noisy room', sound: { noise: 0.012 } },
    { name: 'of a soft voice', sound: { level: 0.02, noise: 0.0004 } },
    { name: 'of a loud voice', sound: { level: 0.65 } },
  ];
  test.each(cases)('are found to within 40 ms $name', ({ sound }) => {
    const { pauses, speakingSeconds } = describeParts(turns(3, 1.3, 4.5, 2.1, 2, 0.5, 3, 7.4, 4), sound);
    expect(pauses.places.map(({ at }) => at)).toEqual([3, 8.8, 16.4].map((at) => closeTo(at)));
    expect(pauses.places.map(({ seconds }) => seconds)).toEqual([1.3, 2.1, 7.4].map((seconds) => closeTo(seconds)));
    expect(pauses).toMatchObject({ count: 3, longestSeconds: closeTo(7.4), totalSeconds: closeTo(10.8, 0.12) });
    // The gap of half a second belongs to speaking.
    expect(speakingSeconds).toEqual(closeTo(17, 0.12));
  });

  test('are found where the noise of the room changes on the way', () => {
    const rooms = [
      { parts: turns(4, 1.5, 8, 1.5, 15), noise: 0.0003 },
      { parts: turns(22, 1.5, 8, 1.5, 10), noise: 0.02 },
    ];
    const heard = rooms.map((room) => energiesOf(synthesise({ ...room, sampleRate }), sampleRate));
    const energies = Float32Array.from(heard.flatMap((part) => [...part]));
    const { pauses } = describeSpeech({ seconds: secondsOf(energies), energies });
    expect(pauses.places.map(({ at }) => at)).toEqual([4, 13.5, 52, 61.5].map((at) => closeTo(at, 0.06)));
  });

  test('are listed up to the twenty longest, in the order of the recording', () => {
    const lengths = Array.from({ length: 25 }, (_, i) => 1.2 + ((i * 7) % 25) * 0.1);
    const { pauses } = describeParts(turns(...lengths.flatMap((pause) => [1.5, pause]), 1.5));
    expect(pauses.count).toBe(25);
    expect(pauses.places).toHaveLength(20);
    expect(Math.min(...pauses.places.map(({ seconds }) => seconds))).toBeGreaterThan(1.6);
    expect(pauses.places.map(({ at }) => at)).toEqual(pauses.places.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  test('are not what precedes the first word and follows the last', () => {
    const { pauses, longSilences, speakingSeconds } = describeParts(turns(0, 6, 5, 8));
    expect(pauses).toEqual({ count: 0, longestSeconds: 0, totalSeconds: 0, places: [] });
    expect(longSilences).toBe(2);
    expect(speakingSeconds).toEqual(closeTo(5, 0.06));
  });
});

describe('nobody speaks', () => {
  const minutes = (count: number, energy: (i: number) => number) =>
    Float32Array.from({ length: count * 3000 }, (_, i) => energy(i));
  const cases = [
    { name: 'silence of ten minutes', energies: minutes(10, () => 0) },
    { name: 'a faint noise', energies: minutes(2, (i) => 0.0004 + 0.0002 * Math.sin(i)) },
    { name: 'a steady hum', energies: minutes(2, (i) => 0.05 + 0.005 * Math.sin(i)) },
    { name: 'three slamming doors', energies: minutes(10, (i) => (i % 9000 < 3 ? 0.8 : 0.0005)) },
  ];
  test.each(cases)('in $name', ({ energies }) => {
    const transcript = '我们每周复盘一次';
    const context = describeSpeech({ seconds: secondsOf(energies), energies, transcript });
    expect(context).toMatchObject({ speakingSeconds: 0, loudness: null, charactersPerMinute: null, longSilences: 1 });
  });

  test('in an empty recording', () => {
    const context = describeSpeech({ seconds: 0, energies: new Float32Array() });
    expect(context).toMatchObject({ speakingSeconds: 0, longSilences: 0, pauses: { count: 0 } });
  });
});

test('five seconds of speech within ten minutes of silence are found', () => {
  const context = describeParts(turns(0, 300, 5, 295));
  expect(context.speakingSeconds).toEqual(closeTo(5, 0.06));
  expect(context.longSilences).toBe(2);
});

test('loudness follows the voice, not the silence around it', () => {
  const [loud, soft] = [0.2, 0.02].map((level) => describeParts(turns(5, 3, 5), { level, noise: 0.0002 }).loudness);
  expect(loud?.meanDb).toEqual(closeTo(-19, 2));
  expect((loud?.meanDb ?? 0) - (soft?.meanDb ?? 0)).toEqual(closeTo(20, 0.5));
});

test('the pace counts Han characters and words over the time of speaking', () => {
  const energies = energiesOf(synthesise({ parts: turns(6, 4, 6), sampleRate }), sampleRate);
  const transcript = '我们用 SaaS 做了 3 次复盘。'.repeat(5);
  expect(countCharacters(transcript)).toBe(50);
  const { charactersPerMinute } = describeSpeech({ seconds: 16, energies, transcript });
  expect(charactersPerMinute).toEqual(closeTo((50 * 60) / 12, 5));
});

test('whatever the energies, the figures hold together', () => {
  const energy = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
  const run = fc.tuple(energy, fc.integer({ min: 1, max: 400 }));
  fc.assert(
    fc.property(fc.array(run, { maxLength: 40 }), fc.string({ unit: 'grapheme' }), (runs, transcript) => {
      const energies = Float32Array.from(runs.flatMap(([value, count]) => new Array<number>(count).fill(value)));
      const seconds = secondsOf(energies);
      const context = speechContextSchema.parse(describeSpeech({ seconds, energies, transcript }));
      expect(context.speakingSeconds + context.pauses.totalSeconds).toBeLessThanOrEqual(seconds + 0.05);
      for (const { at, seconds: length } of context.pauses.places)
        expect(at + length).toBeLessThanOrEqual(seconds + 0.01);
      expect(context.pauses.places.length).toBe(Math.min(20, context.pauses.count));
    }),
  );
});

/** Within `by` seconds, exactly 40 ms included. */
const closeTo = (value: number, by = 0.04): unknown => ({
  $$typeof: Symbol.for('jest.asymmetricMatcher'),
  asymmetricMatch: (actual: unknown) => typeof actual === 'number' && Math.abs(actual - value) <= by + 1e-9,
  toString: () => `${value} ± ${by}`,
});
