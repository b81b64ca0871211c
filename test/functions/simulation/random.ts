import { seeded } from '#shared/seeded.ts';

/** What a simulation draws. */
export function createRandom(seed: number) {
  const next = seeded(seed);
  return {
    chance: (share: number) => next() < share,
    below: (n: number) => Math.floor(next() * n),
    pick<T>(from: readonly T[]): T {
      const one = from[Math.floor(next() * from.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
    /** One of the names, as often as its weight says. */
    weighted<T extends string>(weights: Record<T, number>): T {
      const all = Object.entries(weights) as [T, number][];
      let at = next() * all.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of all) {
        at -= weight;
        if (at < 0) return name;
      }
      throw new Error('no weights');
    },
  };
}
export type Random = ReturnType<typeof createRandom>;
