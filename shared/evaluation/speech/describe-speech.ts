import type { SpeechContext } from './context.ts';
import { countFillers } from './fillers.ts';
import { decibels, histogramOf, levelAtRank } from './levels.ts';
import { findVoice, frameSeconds, type Stretch } from './voice-activity.ts';

const pauseSeconds = 1;
const longSilenceSeconds = 5;
const mostPlaces = 20;
/** A pace taken from less than this says more of the measuring than of the speaker. */
const leastSpeakingSeconds = 2;

/** `energies`: root mean square of each 20 ms, 0-1. `transcript`: as recognised, so that fillers are still in it. */
export function describeSpeech(input: { seconds: number; energies: Float32Array; transcript?: string }): SpeechContext {
  const { energies, transcript } = input;
  const voice = findVoice(energies);
  const silences = silencesBetween(voice, energies.length);
  const inner = silences.filter(({ from, to }) => from > 0 && to < energies.length);
  const pauses = inner.map(placeOf).filter(({ seconds }) => seconds >= pauseSeconds);
  // Silences that are shorter than a pause belong to speaking.
  const first = voice[0]?.from ?? 0;
  const last = voice.at(-1)?.to ?? 0;
  const totalSeconds = sum(pauses.map(({ seconds }) => seconds));
  const speakingSeconds = rounded((last - first) * frameSeconds - totalSeconds);
  return {
    seconds: rounded(input.seconds),
    speakingSeconds,
    pauses: {
      count: pauses.length,
      longestSeconds: Math.max(0, ...pauses.map(({ seconds }) => seconds)),
      totalSeconds: rounded(totalSeconds),
      places: longest(pauses),
    },
    loudness: loudnessOf(energies, voice),
    charactersPerMinute: transcript === undefined ? null : pace(transcript, speakingSeconds),
    fillers: countFillers(transcript ?? ''),
    longSilences: silences.filter((silence) => placeOf(silence).seconds >= longSilenceSeconds).length,
  };
}

/** Han characters one by one, and each word or number of any other script. */
export const countCharacters = (text: string): number =>
  [...text.matchAll(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:['.’-](?!\p{Script=Han})[\p{L}\p{N}]+)*/gu)]
    .length;

function pace(transcript: string, speakingSeconds: number): number | null {
  const characters = countCharacters(transcript);
  if (characters === 0 || speakingSeconds < leastSpeakingSeconds) return null;
  return Math.round((characters * 60) / speakingSeconds);
}

function silencesBetween(voice: readonly Stretch[], frames: number): Stretch[] {
  const edges = [{ from: 0, to: 0 }, ...voice, { from: frames, to: frames }];
  const silences = edges.slice(1).map(({ from }, i) => ({ from: edges[i]?.to ?? 0, to: from }));
  return silences.filter(({ from, to }) => to > from);
}

const placeOf = ({ from, to }: Stretch) => ({
  at: rounded(from * frameSeconds),
  seconds: rounded((to - from) * frameSeconds),
});

function longest<P extends { at: number; seconds: number }>(pauses: readonly P[]): P[] {
  const chosen = pauses.toSorted((a, b) => b.seconds - a.seconds).slice(0, mostPlaces);
  return chosen.sort((a, b) => a.at - b.at);
}

function loudnessOf(energies: Float32Array, voice: readonly Stretch[]): SpeechContext['loudness'] {
  const spoken = voice.flatMap(({ from, to }) => [...energies.subarray(from, to)]);
  if (spoken.length === 0) return null;
  const mean = Math.sqrt(sum(spoken.map((energy) => energy * energy)) / spoken.length);
  const counts = histogramOf(Float32Array.from(spoken));
  const [high, low] = [0.05, 0.95].map((part) => levelAtRank(counts, Math.ceil(spoken.length * part)));
  return { meanDb: tenths(decibels(mean)), rangeDb: tenths((high ?? 0) - (low ?? 0)) };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const rounded = (value: number): number => Math.round(value * 100) / 100;
const tenths = (value: number): number => Math.round(value * 10) / 10;
