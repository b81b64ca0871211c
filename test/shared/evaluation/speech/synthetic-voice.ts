type Part = { seconds: number; speaking: boolean };

/** Alternating speech and silence, in seconds, speech first. */
export const turns = (...seconds: number[]): Part[] =>
  seconds.map((length, i) => ({ seconds: length, speaking: i % 2 === 0 }));

/** A number in [0, 1) for each call, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Samples of a voice-like sound: a hum with overtones that swells four times a second and closes for 80 ms now and then,
 * over noise of `noise` (root mean square, 0-1).
 */
export function synthesise(options: {
  parts: Part[];
  sampleRate: number;
  noise?: number;
  level?: number;
}): Float32Array {
  const { parts, sampleRate, noise = 0.001, level = 0.2 } = options;
  const random = seeded(7);
  const samples = new Float32Array(Math.round(sampleRate * parts.reduce((sum, { seconds }) => sum + seconds, 0)));
  let at = 0;
  for (const { seconds, speaking } of parts) {
    const end = Math.min(samples.length, at + Math.round(seconds * sampleRate));
    const length = end - at;
    for (let i = 0; i < length; i += 1, at += 1) {
      const t = i / sampleRate;
      const closed = t % 0.9 > 0.7 && t % 0.9 < 0.78 && seconds - t > 0.3;
      const swell = speaking && !closed ? level * (0.6 - 0.4 * Math.cos(2 * Math.PI * 4 * t)) : 0;
      const tone = Math.sin(2 * Math.PI * 160 * t) + 0.4 * Math.sin(2 * Math.PI * 640 * t);
      samples[at] = swell * tone + noise * Math.sqrt(12) * (random() - 0.5);
    }
  }
  return samples;
}

/** Root mean square of each 20 ms. */
export function energiesOf(samples: Float32Array, sampleRate: number): Float32Array {
  const size = Math.round(sampleRate / 50);
  return Float32Array.from({ length: Math.floor(samples.length / size) }, (_, frame) => {
    const part = samples.subarray(frame * size, (frame + 1) * size);
    return Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / size);
  });
}
