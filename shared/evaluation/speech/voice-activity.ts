import { decibels, histogramOf, levelAtRank } from './levels.ts';

export const frameSeconds = 0.02;

/** A stretch of frames, `from` included and `to` not. */
export type Stretch = { from: number; to: number };

const perSecond = Math.round(1 / frameSeconds);
/** The quiet of a room changes in the course of ten minutes: it is looked up in the 30 s around each 10 s. */
const block = 10 * perSecond;
/** Closures between syllables and words are not silence. */
const shortestSilence = 0.3 * perSecond;
/** A click is no speech. */
const shortestVoice = 0.06 * perSecond;

const faintestVoiceDb = -55;
/** A voice rises and falls; what does not is a fan, a hum, or music on hold. */
const leastRangeDb = 8;

/**
 * Where somebody speaks, from the energies of 20 ms frames (root mean square, 0-1). The threshold lies between the quiet
 * around a moment and the loudest of the recording, so that a noisy room and a soft voice both have theirs.
 */
export function findVoice(energies: Float32Array): Stretch[] {
  const loud = levelAtRank(histogramOf(energies), loudestFrames(energies.length));
  if (!(loud > faintestVoiceDb)) return [];
  const voiced = new Uint8Array(energies.length);
  for (let from = 0; from < energies.length; from += block) {
    const threshold = thresholdAround(energies, from, loud);
    const to = Math.min(from + block, energies.length);
    for (let i = from; i < to; i += 1) voiced[i] = decibels(energies[i] ?? 0) > threshold ? 1 : 0;
  }
  const joined = joinGaps(stretchesOf(voiced), shortestSilence);
  return joined.filter(({ from, to }) => to - from > shortestVoice);
}

/** Enough of them that a slammed door does not set the measure, few enough that 5 s of speech in ten minutes do. */
const loudestFrames = (frames: number): number => Math.min(150, Math.max(10, Math.ceil(frames * 0.02)));

function thresholdAround(energies: Float32Array, from: number, loud: number): number {
  const around = energies.subarray(Math.max(0, from - block), Math.min(energies.length, from + 2 * block));
  // The quietest two in a hundred: even who hardly pauses is silent as long as that.
  const quiet = levelAtRank(histogramOf(around), Math.floor(around.length * 0.98));
  if (loud - quiet < leastRangeDb) return Number.POSITIVE_INFINITY;
  return Math.min(loud - 6, Math.max(quiet + 6, quiet + 0.4 * (loud - quiet), loud - 35));
}

function stretchesOf(voiced: Uint8Array): Stretch[] {
  const stretches: Stretch[] = [];
  for (let i = 0; i < voiced.length; i += 1) {
    if (!voiced[i]) continue;
    const last = stretches.at(-1);
    if (last?.to === i) last.to = i + 1;
    else stretches.push({ from: i, to: i + 1 });
  }
  return stretches;
}

function joinGaps(stretches: readonly Stretch[], shortest: number): Stretch[] {
  const joined: Stretch[] = [];
  for (const { from, to } of stretches) {
    const last = joined.at(-1);
    if (last && from - last.to < shortest) last.to = to;
    else joined.push({ from, to });
  }
  return joined;
}
