import { createRandom } from '#test/functions/simulation/random.ts';

export class Died extends Error {}

export function onlyDeath(error: unknown): void {
  if (!(error instanceof Died)) throw error;
}

/** Whoever calls a port while `chance` is above 0 may die before a call, or after it: then it is done and nobody knows. */
export function createMortality() {
  const dice = { random: createRandom(1), chance: 0 };
  return {
    dice,
    mortal: <T extends object>(port: T): T =>
      new Proxy(port, {
        get(target, name) {
          const call = Reflect.get(target, name) as unknown;
          if (typeof call !== 'function') return call;
          return async (...args: unknown[]) => {
            if (dice.random.chance(dice.chance)) throw new Died('before');
            const answer: unknown = await Reflect.apply(call, target, args);
            if (dice.random.chance(dice.chance)) throw new Died('after');
            return answer;
          };
        },
      }),
  };
}
