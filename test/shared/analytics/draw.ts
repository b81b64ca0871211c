import type { Random } from '#shared/seeded.ts';

/** Draws of the usual distributions from a seeded generator. */
export function drawsOf(random: Random) {
  /** Box and Muller. */
  const normal = (mean = 0, spread = 1): number =>
    mean + spread * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return {
    normal,
    chance: (p: number): boolean => random() < p,
    one: <T>(from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0],
    waiting: (mean: number): number => -mean * Math.log(1 - random()),
    /** Knuth; good for means up to some hundreds. */
    count: (mean: number): number => {
      let [k, product] = [0, random()];
      for (const least = Math.exp(-mean); product > least; k += 1) product *= random();
      return k;
    },
  };
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
