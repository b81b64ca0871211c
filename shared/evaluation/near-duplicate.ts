import { plain } from './normalise.ts';

/** Characters that are looked at together. */
const shingle = 5;
const hashes = 64;
/** Shingles from which on an answer is long enough to be somebody's own. */
const least = 40;
/** Share of equal hashes from which on two answers are the same with small changes. */
const alikeFrom = 0.7;

const lettersOf = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]/gu, '');

function shinglesOf(text: string): Set<string> {
  const letters = lettersOf(text);
  return new Set(
    Array.from({ length: Math.max(0, letters.length - shingle + 1) }, (_, i) => letters.slice(i, i + shingle)),
  );
}

/** FNV-1a, then mixed with the hash function's number. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
function mixed(hash: number, by: number): number {
  let mix = Math.imul(hash ^ Math.imul(by + 1, 0x9e3779b1), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/**
 * A min-hash of an answer without what it repeats of the question: two of them tell how much of the answers is the same,
 * and none tells what it says. Undefined for an answer so short that many would be alike.
 */
export function printOf(text: string, prompt: string): number[] | undefined {
  const asked = shinglesOf(prompt);
  const own = [...shinglesOf(text)].filter((one) => !asked.has(one)).map(hashOf);
  if (own.length < least) return undefined;
  return Array.from({ length: hashes }, (_, by) => own.reduce((low, one) => Math.min(low, mixed(one, by)), 2 ** 32));
}

export const areAlike = (a: number[], b: number[]): boolean =>
  a.length === b.length && a.filter((one, i) => one === b[i]).length >= alikeFrom * a.length;
