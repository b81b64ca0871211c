import { Mp3Encoder } from '@breezystack/lamejs';
import { describe, expect, it } from 'vitest';
import { createMp3Meter } from '../../miniapp/src/platform/weapp/mp3-level.ts';

const rates = [16_000, 44_100];

/** A buzz with harmonics, as loud as asked, in the frames WeChat gives: a kilobyte each, cut anywhere. */
function framesOf(amplitude: number, sampleRate: number): ArrayBuffer[] {
  const encoder = new Mp3Encoder(1, sampleRate, sampleRate === 16_000 ? 48 : 64);
  const samples = Int16Array.from({ length: sampleRate * 2 }, (_, index) => {
    const phase = (2 * Math.PI * 150 * index) / sampleRate;
    const sum = [1, 2, 3, 4, 5, 6, 7, 8].reduce((total, harmonic) => total + Math.sin(phase * harmonic) / harmonic, 0);
    return (sum / 2.5) * amplitude * 32_767;
  });
  const bytes = Uint8Array.from([...encoder.encodeBuffer(samples), ...encoder.flush()]);
  return Array.from(
    { length: Math.ceil(bytes.length / 1024) },
    (_, index) => bytes.slice(index * 1024, index * 1024 + 1024).buffer,
  );
}

function levelOf(amplitude: number, sampleRate: number): number {
  const meter = createMp3Meter();
  const levels = framesOf(amplitude, sampleRate).map(meter);
  const middle = levels.slice(2, -2).map((level) => level ?? Number.NaN);
  return middle.reduce((sum, level) => sum + level, 0) / middle.length;
}

describe.each(rates)('the level of mp3 at %i Hz', (sampleRate) => {
  it('rises with the voice', () => {
    const levels = [0, 0.001, 0.01, 0.1, 0.7].map((amplitude) => levelOf(amplitude, sampleRate));
    expect(levels[0]).toBe(0);
    expect([...levels].sort((a, b) => a - b)).toEqual(levels);
    expect(levels[1]).toBeLessThan(0.35);
    expect(levels[4]).toBeGreaterThan(0.7);
  });

  it('tells several times a second', () => {
    const meter = createMp3Meter();
    const told = framesOf(0.3, sampleRate).filter((frame) => meter(frame) !== undefined);
    expect(told.length).toBeGreaterThan(8);
  });
});

it('says nothing of bytes that are no mp3', () => {
  expect(createMp3Meter()(new Uint8Array(2000).buffer)).toBeUndefined();
});
